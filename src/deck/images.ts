// Pictures in slides → pictures in the page: a file beside the notes is inlined, anything else becomes its own words.
import { open, realpath } from 'node:fs/promises'
import path from 'node:path'
import { resolveInside } from '../shared/files.js'
import type { At, Problem } from '../shared/problem.js'
import { escapeHtml } from '../shared/text.js'

const kinds: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.svg': 'image/svg+xml',
}
/** Larger pictures make a file nobody can send. */
const maxImageBytes = 20_000_000

const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''

/** A lost picture’s caption says what stands in its frame already. */
const lostCaption = /(<span class="lost-image">[^<]*<\/span>)<figcaption>[\s\S]*?<\/figcaption>/g

type Read = { readonly data: string } | { readonly why: string }

async function readImage(source: string, root: string): Promise<Read> {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(source))
    return { why: 'lies on the network, and a deck asks for nothing' }
  const kind = kinds[path.extname(source).toLowerCase()]
  if (kind === undefined) return { why: `is no picture we know (${Object.keys(kinds).join(' ')})` }
  let name: string
  try {
    name = decodeURIComponent(source)
  } catch {
    name = source
  }
  const file = await resolveInside(root, name)
  if (file === undefined) return { why: 'is not there, or not in the notes’ own folder' }
  await using handle = await open(file, 'r')
  const facts = await handle.stat()
  if (!facts.isFile()) return { why: 'is no file' }
  if (facts.size > maxImageBytes) return { why: `has ${facts.size} bytes; the limit is ${maxImageBytes}` }
  return { data: `data:${kind};base64,${(await handle.readFile()).toString('base64')}` }
}

/** Inlines the pictures of one slide's HTML; `notesFile` is where their paths start. Never fails. */
export async function inlineImages(
  html: string,
  notesFile: string,
  at: At,
): Promise<{ readonly html: string; readonly problems: readonly Problem[] }> {
  const tags = html.match(/<img\b[^>]*>/g)
  if (!tags) return { html, problems: [] }
  const root = await realpath(path.dirname(path.resolve(notesFile))).catch(() => path.dirname(notesFile))
  const problems: Problem[] = []
  let inlined = html
  for (const tag of new Set(tags)) {
    const source = attribute(tag, 'src')
    if (source.startsWith('data:image/')) continue
    const read = await readImage(source.replaceAll('&amp;', '&'), root).catch(
      (): Read => ({ why: 'could not be read' }),
    )
    if ('data' in read)
      inlined = inlined.replaceAll(tag, () => tag.replace(/\bsrc="[^"]*"/, () => `src="${read.data}"`))
    else {
      const words = attribute(tag, 'alt') || escapeHtml(path.basename(source))
      inlined = inlined
        .replaceAll(tag, () => `<span class="lost-image">${words}</span>`)
        .replace(lostCaption, '$1')
      const message = `The picture “${source}” ${read.why}.`
      const hint = 'Put the file beside the notes and give its path from there. Its words stand in its place.'
      problems.push({ code: 'deck/no-image', severity: 'warning', message, hint, at })
    }
  }
  return { html: inlined, problems }
}

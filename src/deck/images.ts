// Pictures in slides → pictures in the page: a file beside the notes is inlined, anything else becomes its own words.
import { open, realpath } from 'node:fs/promises'
import path from 'node:path'
import { dataUrl, pictureKind } from '../shared/data-url.js'
import { resolveInside } from '../shared/files.js'
import type { At, Problem } from '../shared/problem.js'
import { escapeHtml } from '../shared/text.js'

const endings = ['.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif', '.svg']
/** Larger pictures make a file nobody can send. */
const maxImageBytes = 20_000_000

const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''

/** A lost picture’s caption says what stands in its frame already. */
const lostCaption = /(<span class="lost-image">[^<]*<\/span>)<figcaption>[\s\S]*?<\/figcaption>/g

type Read = { readonly data: string } | { readonly why: string; readonly hint?: string }
const placeHint = 'Put the file beside the notes and give its path from there.'
const saveHint = 'Save or export it again.'

async function readImage(source: string, root: string): Promise<Read> {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(source))
    return { why: 'lies on the network, and a deck asks for nothing' }
  if (!endings.includes(path.extname(source).toLowerCase()))
    return { why: `is no picture we know (${endings.join(' ')})` }
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
  if (facts.size === 0) return { why: 'is an empty file', hint: saveHint }
  const bytes = await handle.readFile()
  const kind = pictureKind(bytes)
  if (kind === undefined) return { why: 'is damaged, or holds no picture', hint: saveHint }
  return { data: dataUrl(kind, bytes) }
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
      const hint = `${read.hint ?? placeHint} Its words stand in its place.`
      problems.push({ code: 'deck/no-image', severity: 'warning', message, hint, at })
    }
  }
  return { html: inlined, problems }
}

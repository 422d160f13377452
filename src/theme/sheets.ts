// A theme's CSS as its author wrote it → CSS that stands alone in a layer: imports taken in, files inlined, the network left out.
import path from 'node:path'
import { readText } from '../shared/files.js'
import { type At, DeckError } from '../shared/problem.js'
import { findAsset, inlineAsset } from './assets.js'

// Comments and strings are matched so that nothing inside them is taken for one of the others.
const parts =
  /\/\*[\s\S]*?(?:\*\/|$)|@charset[^;]*;?|@import\s+(?:url\(\s*)?(?:"([^"\n]*)"|'([^'\n]*)'|([^"'\s;)]+))\s*\)?([^;]*)(?:;|$)|\burl\(\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^"')]*?))\s*\)|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|[{}]/gi

const isRemote = (address: string) => /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(address)
const isKept = (address: string) => address === '' || /^(?:#|data:)/i.test(address)

/** Something on the network that a sheet asked for and does not get. */
export type Remote = { readonly address: string; readonly at: At }
export type ReadSheet = { readonly css: string; readonly remotes: readonly Remote[] }

const placeIn = (file: string, css: string, offset: number) => {
  const before = css.slice(0, offset).split('\n')
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

function refuseEnds(css: string, file: string): void {
  const found = css.search(/<\/style|<!--/i)
  if (found < 0) return
  throw new DeckError({
    code: 'theme/style-end',
    message: 'A style sheet cannot hold “</style” or “<!--”.',
    hint: 'Take it out, or write the “<” as \\3c .',
    at: placeIn(file, css, found),
  })
}

/** A brace too many or too few would take in the sheets after this one, or leave its layer. */
function refuseBraces(css: string, file: string): void {
  const open: number[] = []
  const fail = (offset: number, message: string) => {
    const hint = 'Each rule opens with one “{” and closes with one “}”.'
    throw new DeckError({ code: 'theme/braces', message, hint, at: placeIn(file, css, offset) })
  }
  for (const { 0: part, index } of css.matchAll(parts)) {
    if (part === '{') open.push(index)
    else if (part === '}' && open.pop() === undefined) fail(index, 'This “}” closes nothing.')
  }
  const last = open.at(-1)
  if (last !== undefined) fail(last, 'This “{” is never closed.')
}

/**
 * Reads a sheet of the theme in the folder `root`. What it imports from there comes before it; what it would have from the
 * network is left out and told. Throws DeckError with file and line for a file that cannot be had, or CSS that is no whole.
 */
export async function readSheet(
  file: string,
  root: string,
  from: readonly string[] = [],
): Promise<ReadSheet> {
  const source = (await readText(file)).replace(/^\uFEFF/, '')
  refuseEnds(source, file)
  refuseBraces(source, file)
  const remotes: Remote[] = []
  const nameOf = (address: string) =>
    path.relative(root, path.resolve(path.dirname(file), address.replace(/[?#].*$/, '')))

  async function rewrite(found: RegExpExecArray): Promise<string> {
    const [part, ...inner] = found
    const at = placeIn(file, source, found.index)
    if (/^@charset/i.test(part)) return ''
    const imported = /^@import/i.test(part)
    const address = (imported ? inner.slice(0, 3) : inner.slice(4, 7)).find((one) => one !== undefined)
    if (address === undefined || (!imported && isKept(address))) return part
    if (isRemote(address)) {
      remotes.push({ address, at })
      return imported ? '' : 'none'
    }
    if (!imported) return `url("${await inlineAsset(nameOf(address), root, at)}")`
    const child = await findAsset(nameOf(address), root, at)
    if ([...from, file].includes(child)) {
      const message = `“${address}” imports this file again.`
      throw new DeckError({ code: 'theme/cycle', message, hint: 'Take one of the imports out.', at })
    }
    const read = await readSheet(child, root, [...from, file])
    remotes.push(...read.remotes)
    const media = (inner[3] ?? '').replace(/\b(?:layer|supports)(?:\([^)]*\))?/gi, '').trim()
    return media === '' ? read.css : `@media ${media}{${read.css}}`
  }

  let css = ''
  let end = 0
  for (const found of source.matchAll(parts)) {
    css += source.slice(end, found.index) + (await rewrite(found))
    end = found.index + found[0].length
  }
  return { css: css + source.slice(end), remotes }
}

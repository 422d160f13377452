// A PDF's bytes → what a reader of it sees: text, bookmarks, tags, links, facts. Read with pdf.js.
import { inflateSync } from 'node:zlib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type ReadPdf = {
  readonly pages: readonly string[]
  /** Width and height of each page, points. */
  readonly sizesPt: readonly (readonly [number, number])[]
  readonly outline: readonly string[]
  /** How deep each bookmark stands under others. */
  readonly levels: readonly number[]
  /** Roles of all structure elements, in order of the pages. */
  readonly roles: readonly string[]
  /** Links inside the document, and addresses outside it. */
  readonly inner: number
  /** The pages the links inside lead to, counted from 1. */
  readonly leadTo: readonly number[]
  readonly outer: readonly string[]
  readonly title: unknown
  readonly lang: unknown
}

type Entry = { readonly title: string; readonly items: readonly Entry[] }

const flatten = (entries: readonly Entry[]): readonly string[] =>
  entries.flatMap((entry) => [entry.title, ...flatten(entry.items)])
const levelsOf = (entries: readonly Entry[], level = 1): readonly number[] =>
  entries.flatMap((entry) => [level, ...levelsOf(entry.items, level + 1)])
/** pdf.js gives nodes with a role and children, and leaves with neither. */
const rolesOf = (node: object | null): readonly string[] => {
  if (node === null || !('role' in node)) return []
  const children: readonly object[] = 'children' in node && Array.isArray(node.children) ? node.children : []
  return [String(node.role), ...children.flatMap(rolesOf)]
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 })
  const document = await task.promise
  const pages: string[] = []
  const sizesPt: [number, number][] = []
  const roles: string[] = []
  const outer: string[] = []
  let inner = 0
  const leadTo: number[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    sizesPt.push([width, height])
    const content = await page.getTextContent()
    pages.push(content.items.map((item) => ('str' in item ? item.str : '')).join(''))
    roles.push(...rolesOf(await page.getStructTree()))
    for (const annotation of await page.getAnnotations()) {
      if (annotation.subtype !== 'Link') continue
      if (annotation.dest) {
        inner += 1
        const [page] = annotation.dest
        if (typeof page === 'object') leadTo.push(1 + (await document.getPageIndex(page)))
      } else if (annotation.url) outer.push(annotation.url)
    }
  }
  const { info } = await document.getMetadata()
  const facts = new Map<string, unknown>(Object.entries(info))
  const bookmarks = (await document.getOutline()) ?? []
  await task.destroy()
  return {
    pages,
    sizesPt,
    outline: flatten(bookmarks),
    levels: levelsOf(bookmarks),
    roles,
    inner,
    leadTo,
    outer,
    title: facts.get('Title'),
    lang: facts.get('Language'),
  }
}

/** Fonts as the file itself lists them: how many are Type 3, and how many are not embedded as TrueType. */
export function countFonts(bytes: Uint8Array): {
  readonly type3: number
  readonly notEmbedded: number
  readonly embedded: number
} {
  const file = Buffer.from(bytes)
  const raw = file.toString('latin1')
  // Objects that are squeezed together are read as well.
  const packed = [...raw.matchAll(/\/Type\/ObjStm[^>]*\/Length (\d+)>>stream\n/g)].map(
    ({ index, 0: head, 1: length }) => {
      const from = index + head.length
      return inflateSync(file.subarray(from, from + Number(length))).toString('latin1')
    },
  )
  const text = [raw, ...packed].join('\n')
  const descriptors = [
    ...text.matchAll(/<<(?:(?!>>)[\s\S])*\/Type \/FontDescriptor(?:(?!endobj|>>)[\s\S])*/g),
  ].map((found) => found[0])
  return {
    type3: text.match(/\/Subtype \/Type3/g)?.length ?? 0,
    notEmbedded: descriptors.filter((descriptor) => !descriptor.includes('/FontFile2')).length,
    embedded: descriptors.length,
  }
}

// Several PDFs that Chrome printed of one deck → one, with all pages, tags, bookmarks and links. Knows only what Chrome
// writes: one document element, a parent tree and bookmarks in plain lists.
import { type PdfObject, type PdfObjects, readPdfObjects, writePdfObjects } from './pdf-objects.js'

const refIn = (body: string, key: string): number =>
  Number(new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1] ?? 0)
const countIn = (body: string): number => Number(/\/Count (\d+)/.exec(body)?.[1] ?? 0)
const listIn = (body: string, key: string): string =>
  new RegExp(`/${key} \\[?([^\\]/>]*)`).exec(body)?.[1]?.trim() ?? ''

/**
 * What an element holds, in order: other elements, as references, and marked content. That may be a bare number, of the
 * element's own page, and then says its page itself, as in another element it must.
 */
function kidsIn(body: string): readonly string[] {
  const [, many, one] = /\/K (?:\[([^\]]*)\]|(\d+ 0 R))/.exec(body) ?? []
  const page = refIn(body, 'Pg')
  const kids = (many ?? one ?? '').match(/\d+ 0 R|<<[^>]*>>|\d+/g) ?? []
  return kids.map((kid) => (/^\d+$/.test(kid) ? `<</Type /MCR\n/Pg ${page} 0 R\n/MCID ${kid}>>` : kid))
}

/** Chrome gives pages the keys from 0 of the parent tree, and links those from here. */
const firstLinkKey = 100_000
// Strings first, so that nothing in them is taken for a reference.
const token = /\((?:\\.|[^\\()])*\)|(?<!<)<(?!<)[^<>]*>|(\d+) 0 R|\/(StructParents?) (\d+)/g

/** The element that stands for the whole document. */
function documentOf({ objects, root }: PdfObjects): number {
  const read = (number: number) => objects.get(number)?.text ?? ''
  return refIn(read(refIn(read(root), 'StructTreeRoot')), 'K')
}

/**
 * `base`: added to all numbers and references. `pages`, `links`: keys of the parent tree that are taken. `ids`: added to what
 * heads of tables are known by, which Chrome numbers in each page by itself. `document`: stands in for the file's own.
 */
function shiftNumbers(
  pdf: PdfObjects,
  { base, pages, links, ids, document }: Record<'base' | 'pages' | 'links' | 'ids' | 'document', number>,
): PdfObjects {
  if (base === 0) return pdf
  const own = documentOf(pdf)
  const shift = (found: string, ref?: string, key?: string, value?: string) => {
    const id = /^\(node(\d+)\)$/.exec(found)?.[1]
    if (id !== undefined) return `(node${String(Number(id) + ids).padStart(8, '0')})`
    if (key !== undefined) {
      const taken = Number(value) < firstLinkKey ? pages : links
      return `/${key} ${Number(value) + taken}`
    }
    if (ref === undefined) return found
    return `${Number(ref) === own ? document : Number(ref) + base} 0 R`
  }
  const shifted = [...pdf.objects.values()].map(
    (object): PdfObject => ({
      ...object,
      number: object.number + base,
      text: object.text.replace(token, shift),
    }),
  )
  const objects = new Map(shifted.map((object) => [object.number, object]))
  return { objects, size: pdf.size, root: pdf.root + base, info: pdf.info + base }
}

/** More than a page of Chrome's gives to heads of tables. */
const idsOfOne = 1_000_000

/** Objects that are looked at and changed by their text. */
function openTexts(objects: Map<number, PdfObject>) {
  const read = (number: number) => objects.get(number)?.text ?? ''
  const write = (number: number, text: string) =>
    objects.set(number, { ...objects.get(number), number, text })
  const edit = (number: number, pattern: RegExp | string, text: string) =>
    write(number, read(number).replace(pattern, text))
  return { read, write, edit }
}
type Texts = ReturnType<typeof openTexts>

/** Puts the bookmarks at the top of `part` after the last one of the first file, under its title. */
function joinBookmarks({ read, edit }: Texts, top: number, partTop: number): void {
  const title = refIn(read(top), 'First')
  const parent = title === refIn(read(top), 'Last') && read(title).includes('/Last ') ? title : top
  const [last, first, end] = [
    refIn(read(parent), 'Last'),
    refIn(read(partTop), 'First'),
    refIn(read(partTop), 'Last'),
  ]
  const more = countIn(read(partTop))
  for (let at = first; at > 0; at = refIn(read(at), 'Next'))
    edit(at, /\/Parent \d+ 0 R/, `/Parent ${parent} 0 R`)
  edit(last, />>\s*$/, `\n/Next ${first} 0 R>>`)
  edit(first, />>\s*$/, `\n/Prev ${last} 0 R>>`)
  edit(parent, /\/Last \d+ 0 R/, `/Last ${end} 0 R`)
  for (const number of new Set([top, parent]))
    edit(number, /\/Count \d+/, `/Count ${countIn(read(number)) + more}`)
}

/** The files in order, as one. Each but the first must begin with a bookmark of the second level. */
export function joinPdfs(pdfs: readonly Uint8Array[]): Uint8Array {
  const [only] = pdfs
  if (only && pdfs.length === 1) return only
  const objects = new Map<number, PdfObject>()
  const texts = openTexts(objects)
  const { read, write, edit } = texts
  const [trees, kids]: [number[], string[]] = [[], []]
  const [pageKeys, linkKeys]: [string[], string[]] = [[], []]
  let [size, root, info, document] = [1, 0, 0, 0]
  const heads: string[] = []
  for (const [index, pdf] of pdfs.entries()) {
    const whole = readPdfObjects(pdf)
    document ||= documentOf(whole)
    const base = size - 1
    const part = shiftNumbers(whole, {
      base,
      pages: pageKeys.length,
      links: linkKeys.length,
      ids: index * idsOfOne,
      document,
    })
    for (const [number, object] of part.objects) objects.set(number, object)
    kids.push(...kidsIn(read(documentOf(whole) + base)))
    size += part.size - 1
    const catalog = read(part.root)
    const tags = read(refIn(catalog, 'StructTreeRoot'))
    trees.push(refIn(catalog, 'Pages'))
    const ids = refIn(tags, 'IDTree')
    if (ids > 0) heads.push(listIn(read(ids), 'Kids'))
    for (const [, key, ref] of listIn(read(refIn(tags, 'ParentTree')), 'Nums').matchAll(/(\d+) (\d+ 0 R)/g))
      (Number(key) < firstLinkKey ? pageKeys : linkKeys).push(ref ?? '')
    if (root > 0) joinBookmarks(texts, refIn(read(root), 'Outlines'), refIn(catalog, 'Outlines'))
    root ||= part.root
    info ||= part.info
  }
  edit(document, /\/K (?:\[[^\]]*\]|\d+ 0 R)/, `/K [${kids.join(' ')}]`)
  const tags = refIn(read(root), 'StructTreeRoot')
  const keys = [
    ...pageKeys.map((ref, key) => `${key} ${ref}`),
    ...linkKeys.map((ref, key) => `${firstLinkKey + key} ${ref}`),
  ]
  write(refIn(read(tags), 'ParentTree'), `<</Type /ParentTree\n/Nums [${keys.join(' ')}]>>`)
  edit(tags, /\/ParentTreeNextKey \d+/, `/ParentTreeNextKey ${firstLinkKey + linkKeys.length}`)
  // One tree of heads of tables, by their ids, and one of pages, over those of the files.
  if (heads.length > 0) {
    const tree = size++
    write(tree, `<</Kids [${heads.join(' ')}]>>`)
    edit(tags, /\s*\/IDTree \d+ 0 R/, '')
    edit(tags, />>\s*$/, `\n/IDTree ${tree} 0 R>>`)
  }
  const pages = size++
  const total = trees.reduce((sum, tree) => sum + countIn(read(tree)), 0)
  for (const tree of trees) edit(tree, '/Type /Pages', `/Type /Pages\n/Parent ${pages} 0 R`)
  const list = trees.map((tree) => `${tree} 0 R`).join(' ')
  write(pages, `<</Type /Pages\n/Count ${total}\n/Kids [${list}]>>`)
  edit(root, /\/Pages \d+ 0 R/, `/Pages ${pages} 0 R`)
  edit(root, /\/Dests \d+ 0 R\n/, '')
  return writePdfObjects({ objects, size, root, info })
}

// Several PDFs that Chrome printed of one deck → one, with all pages, tags, bookmarks and links. Knows only what Chrome
// writes: objects uncompressed, one table of them, one document element, a parent tree and bookmarks in plain lists.

type Part = {
  /** Bodies of the objects by number; numbers and references are already those of the joined file. */
  readonly objects: Map<number, string>
  readonly root: number
  readonly size: number
}

const refIn = (body: string, key: string): number =>
  Number(new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1] ?? 0)
const countIn = (body: string): number => Number(/\/Count (\d+)/.exec(body)?.[1] ?? 0)
const listIn = (body: string, key: string): string =>
  new RegExp(`/${key} \\[?([^\\]/>]*)`).exec(body)?.[1]?.trim() ?? ''

/** Chrome gives pages the keys from 0 of the parent tree, and links those from here. */
const firstLinkKey = 100_000
// Strings first, so that nothing in them is taken for a reference.
const token = /\((?:\\.|[^\\()])*\)|(?<!<)<(?!<)[^<>]*>|(\d+) 0 R|\/(StructParents?) (\d+)/g

/** `base`: added to all numbers. `pages`, `links`: keys of the parent tree that are taken. */
function readPart(pdf: Uint8Array, base: number, pages: number, links: number): Part {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const table = Number(/startxref\n(\d+)\n%%EOF\s*$/.exec(text.slice(-64))?.[1])
  const starts = [...text.slice(table).matchAll(/^(\d{10}) \d{5} n/gm)]
    .map((found) => Number(found[1]))
    .toSorted((one, other) => one - other)
  const shift = (found: string, ref?: string, key?: string, value?: string) => {
    if (key !== undefined) {
      const taken = Number(value) < firstLinkKey ? pages : links
      return `/${key} ${Number(value) + taken}`
    }
    return ref === undefined ? found : `${Number(ref) + base} 0 R`
  }
  const objects = new Map<number, string>()
  starts.forEach((start, index) => {
    const whole = text.slice(start, starts[index + 1] ?? table)
    const open = whole.indexOf(' 0 obj\n')
    const body = whole.slice(open + ' 0 obj\n'.length)
    const stream = body.indexOf('>> stream\n')
    const head = stream < 0 ? body : body.slice(0, stream)
    const shifted = base === 0 ? body : head.replace(token, shift) + body.slice(head.length)
    objects.set(base + Number(whole.slice(0, open)), shifted)
  })
  const trailer = text.slice(text.lastIndexOf('trailer'))
  const size = Number(/\/Size (\d+)/.exec(trailer)?.[1])
  return { objects, root: base + refIn(trailer, 'Root'), size }
}

/** Puts the bookmarks at the top of `part` after the last one of the first file, under its title. */
function joinBookmarks(objects: Map<number, string>, top: number, partTop: number): void {
  const read = (number: number) => objects.get(number) ?? ''
  const edit = (number: number, pattern: RegExp, text: string) =>
    objects.set(number, read(number).replace(pattern, text))
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
  edit(last, />>\s*endobj\s*$/, `\n/Next ${first} 0 R>>\nendobj\n`)
  edit(first, />>\s*endobj\s*$/, `\n/Prev ${last} 0 R>>\nendobj\n`)
  edit(parent, /\/Last \d+ 0 R/, `/Last ${end} 0 R`)
  for (const number of new Set([top, parent]))
    edit(number, /\/Count \d+/, `/Count ${countIn(read(number)) + more}`)
}

/** The files in order, as one. Each but the first must begin with a bookmark of the second level. */
export function joinPdfs(pdfs: readonly Uint8Array[]): Uint8Array {
  const [only] = pdfs
  if (only && pdfs.length === 1) return only
  const objects = new Map<number, string>()
  const read = (number: number) => objects.get(number) ?? ''
  const [trees, documents]: [number[], number[]] = [[], []]
  const [pageKeys, linkKeys]: [string[], string[]] = [[], []]
  let [size, root] = [1, 0]
  for (const pdf of pdfs) {
    const part = readPart(pdf, size - 1, pageKeys.length, linkKeys.length)
    for (const [number, body] of part.objects) objects.set(number, body)
    size += part.size - 1
    const catalog = read(part.root)
    const tags = read(refIn(catalog, 'StructTreeRoot'))
    trees.push(refIn(catalog, 'Pages'))
    documents.push(refIn(tags, 'K'))
    for (const [, key, ref] of listIn(read(refIn(tags, 'ParentTree')), 'Nums').matchAll(/(\d+) (\d+ 0 R)/g))
      (Number(key) < firstLinkKey ? pageKeys : linkKeys).push(ref ?? '')
    if (root > 0) joinBookmarks(objects, refIn(read(root), 'Outlines'), refIn(catalog, 'Outlines'))
    root ||= part.root
  }
  const [document = 0, ...others] = documents
  const kids = documents.map((number) => listIn(read(number), 'K'))
  for (const [index, other] of others.entries())
    for (const [, kid] of (kids[index + 1] ?? '').matchAll(/(\d+) 0 R/g))
      objects.set(Number(kid), read(Number(kid)).replace(`/P ${other} 0 R`, `/P ${document} 0 R`))
  objects.set(document, read(document).replace(/\/K (?:\[[^\]]*\]|\d+ 0 R)/, `/K [${kids.join(' ')}]`))
  const tags = refIn(read(root), 'StructTreeRoot')
  const keys = [
    ...pageKeys.map((ref, key) => `${key} ${ref}`),
    ...linkKeys.map((ref, key) => `${firstLinkKey + key} ${ref}`),
  ]
  objects.set(refIn(read(tags), 'ParentTree'), `<</Type /ParentTree\n/Nums [${keys.join(' ')}]>>\nendobj\n`)
  objects.set(
    tags,
    read(tags).replace(/\/ParentTreeNextKey \d+/, `/ParentTreeNextKey ${firstLinkKey + linkKeys.length}`),
  )
  // One tree of pages over those of the files.
  const pages = size++
  const total = trees.reduce((sum, tree) => sum + countIn(read(tree)), 0)
  for (const tree of trees)
    objects.set(tree, read(tree).replace('/Type /Pages', `/Type /Pages\n/Parent ${pages} 0 R`))
  const list = trees.map((tree) => `${tree} 0 R`).join(' ')
  objects.set(pages, `<</Type /Pages\n/Count ${total}\n/Kids [${list}]>>\nendobj\n`)
  objects.set(
    root,
    read(root)
      .replace(/\/Pages \d+ 0 R/, `/Pages ${pages} 0 R`)
      .replace(/\/Dests \d+ 0 R\n/, ''),
  )
  return writePdf(objects, size, root)
}

function writePdf(objects: ReadonlyMap<number, string>, size: number, root: number): Uint8Array {
  const pieces = ['%PDF-1.4\n%\xd3\xeb\xe9\xe1\n']
  let at = pieces[0]?.length ?? 0
  const table = Array.from({ length: size }, () => '0000000000 65535 f \n')
  for (const [number, body] of objects) {
    const piece = `${number} 0 obj\n${body}`
    table[number] = `${String(at).padStart(10, '0')} 00000 n \n`
    pieces.push(piece)
    at += piece.length
  }
  const trailer = `trailer\n<</Size ${size}\n/Root ${root} 0 R\n/Info 1 0 R>>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.from([...pieces, `xref\n0 ${size}\n`, ...table, trailer].join(''), 'latin1')
}

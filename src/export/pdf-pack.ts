// A PDF as Chrome writes it → the same objects in fewer bytes: the small ones squeezed together (PDF 1.5's object streams,
// ISO 32000-1, 7.5.7 and 7.5.8). No number changes; the same bytes in give the same bytes out.
import { createHash } from 'node:crypto'
import { deflateSync, inflateSync } from 'node:zlib'
import type { PdfObject, PdfObjects } from './pdf-objects.js'
import { contentOf, shareContents } from './share-contents.js'

/** At once: a thread for each of many small streams took three to seven times as long as they do themselves. */
const squeeze = (data: Uint8Array) => deflateSync(data, { level: 6 })

/** Objects squeezed together: the more the smaller, but a reader of one opens all. */
const together = 400

/** What is written where an object is looked for: in the file at an offset, or as the `index`th in another object. */
type Place = { readonly offset: number } | { readonly within: number; readonly index: number }

/** The PDF packed. */
export function packPdf(read: PdfObjects): Uint8Array {
  const all = [...read.objects.values()]
  const contents = new Set(all.map(contentOf))
  const opened = all.map((object) => (contents.has(object.number) ? openStream(object) : object))
  const { objects, size } = shareContents({
    ...read,
    objects: new Map(opened.map((one) => [one.number, one])),
  })
  const untouched = new Set(opened)
  // What stayed as it was is not squeezed again: harder it would be 3 % smaller, and take a third of a print's time.
  const streams = [...objects.values()]
    .filter(({ data }) => data !== undefined)
    .map((object) => {
      if (!untouched.has(object)) return closeStream(object)
      return read.objects.get(object.number) ?? object
    })
  const plain = [...objects.values()]
    .filter(({ data }) => data === undefined)
    .toSorted((one, other) => one.number - other.number)
  const groups = Array.from({ length: Math.ceil(plain.length / together) }, (_, index) =>
    plain.slice(index * together, (index + 1) * together),
  )
  const packed = groups.map((group, index) => packGroup(group, size + index))
  return writeFile({ ...read, size: size + packed.length + 1 }, [...streams, ...packed], groups)
}

/** Streams that Chrome squeezed are opened; others, such as JPEG pictures, stay as they are. */
function openStream(object: PdfObject): PdfObject {
  if (object.data === undefined || !object.text.startsWith('<</Filter /FlateDecode\n/Length')) return object
  const text = object.text.replace('/Filter /FlateDecode\n', '')
  return { ...object, text, data: inflateSync(object.data) }
}

function closeStream(object: PdfObject): PdfObject {
  const { number, text, data = new Uint8Array() } = object
  const bare = text.replace(/\s*\/Length \d+\s*/, '\n')
  if (bare.includes('/Filter')) return { number, text: `${bare}/Length ${data.length}`, data }
  const small = squeeze(data)
  if (small.length + 20 >= data.length) return { number, text: `${bare}/Length ${data.length}`, data }
  return { number, text: `${bare}/Filter /FlateDecode\n/Length ${small.length}`, data: small }
}

function packGroup(group: readonly PdfObject[], number: number): PdfObject {
  let at = 0
  const places: string[] = []
  for (const { number: inner, text } of group) {
    places.push(`${inner} ${at}`)
    at += text.length + 1
  }
  const head = `${places.join(' ')}\n`
  const body = Buffer.from(head + group.map(({ text }) => `${text}\n`).join(''), 'latin1')
  const data = squeeze(body)
  const counts = `/N ${group.length}/First ${head.length}/Filter/FlateDecode/Length ${data.length}`
  return { number, text: `<</Type/ObjStm${counts}`, data }
}

function writeFile(
  { size, root, info }: PdfObjects,
  streams: readonly PdfObject[],
  groups: readonly (readonly PdfObject[])[],
): Uint8Array {
  const opening = Buffer.from('%PDF-1.5\n%\xd3\xeb\xe9\xe1\n', 'latin1')
  const pieces: Uint8Array[] = [opening]
  const places = new Map<number, Place>()
  let at = opening.length
  for (const { number, text, data = new Uint8Array() } of streams) {
    const piece = [
      Buffer.from(`${number} 0 obj\n${text}>>stream\n`, 'latin1'),
      data,
      Buffer.from('\nendstream\nendobj\n'),
    ]
    places.set(number, { offset: at })
    pieces.push(...piece)
    at += piece.reduce((sum, { length }) => sum + length, 0)
  }
  const firstGroup = size - 1 - groups.length
  groups.forEach((group, within) => {
    group.forEach(({ number }, index) => {
      places.set(number, { within: firstGroup + within, index })
    })
  })
  places.set(size - 1, { offset: at })
  const table = squeeze(writeTable(places, size))
  // What the file is known by (14.4): the same for the same contents.
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  const id = hash.digest('hex').slice(0, 32)
  const dictionary =
    `<</Type/XRef/Size ${size}/W[1 4 2]/Root ${root} 0 R/Info ${info} 0 R/ID[<${id}><${id}>]` +
    `/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 7>>/Length ${table.length}`
  pieces.push(Buffer.from(`${size - 1} 0 obj\n${dictionary}>>stream\n`), table)
  pieces.push(Buffer.from(`\nendstream\nendobj\nstartxref\n${at}\n%%EOF\n`))
  return Buffer.concat(pieces)
}

/** A row of seven bytes for each number, each less the one above it (PNG's predictor “up”), which squeezes well. */
function writeTable(places: ReadonlyMap<number, Place>, size: number): Uint8Array {
  const rows = Buffer.alloc(size * 7)
  for (const [number, place] of places) {
    const inFile = 'offset' in place
    rows.writeUInt8(inFile ? 1 : 2, number * 7)
    rows.writeUInt32BE(inFile ? place.offset : place.within, number * 7 + 1)
    rows.writeUInt16BE(inFile ? 0 : place.index, number * 7 + 5)
  }
  const table = Buffer.alloc(size * 8)
  for (let row = 0; row < size; row++) {
    table.writeUInt8(2, row * 8)
    for (let byte = 0; byte < 7; byte++) {
      const above = row === 0 ? 0 : rows.readUInt8((row - 1) * 7 + byte)
      table.writeUInt8((rows.readUInt8(row * 7 + byte) - above) & 0xff, row * 8 + 1 + byte)
    }
  }
  return table
}

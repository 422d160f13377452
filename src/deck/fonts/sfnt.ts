// Bytes of a TrueType font ⇄ its tables by tag. Writing sorts the tables and fills in every checksum, so that equal
// tables always give equal bytes.
import { makeSink, viewOf } from './bytes.js'

export type Tables = ReadonlyMap<string, Uint8Array>

const trueTypeFlavour = 0x00010000
const directoryEntrySize = 16
const headerSize = 12

/** The table of that tag. Throws Error when the font has none. */
export function tableOf(tables: Tables, tag: string): Uint8Array {
  const table = tables.get(tag)
  if (table === undefined) throw new Error(`The font has no table “${tag}”.`)
  return table
}

/** Reads the table directory. Throws Error when the bytes are not a TrueType (glyf) font or stop short. */
export function readTables(sfnt: Uint8Array): Tables {
  const view = viewOf(sfnt)
  if (view.byteLength < headerSize || view.getUint32(0) !== trueTypeFlavour)
    throw new Error('These bytes are not a TrueType font.')
  const tables = new Map<string, Uint8Array>()
  for (let index = 0; index < view.getUint16(4); index++) {
    const entry = headerSize + directoryEntrySize * index
    const tag = String.fromCharCode(...sfnt.subarray(entry, entry + 4))
    const start = view.getUint32(entry + 8)
    const end = start + view.getUint32(entry + 12)
    if (end > sfnt.length) throw new Error(`The font's table “${tag}” stops short.`)
    tables.set(tag, sfnt.subarray(start, end))
  }
  return tables
}

/** The sum of the bytes as 32-bit words, filled with zeros at the end, as the OpenType specification defines it. */
function sumWords(bytes: Uint8Array): number {
  const view = viewOf(bytes)
  const whole = bytes.length - (bytes.length % 4)
  let sum = 0
  for (let at = 0; at < whole; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  for (let at = whole; at < bytes.length; at++)
    sum = (sum + view.getUint8(at) * 2 ** (24 - 8 * (at % 4))) >>> 0
  return sum
}

/** Puts the tables together into one TrueType font, with checksums and `head.checkSumAdjustment` filled in. */
export function writeSfnt(tables: Tables): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const log = Math.floor(Math.log2(sorted.length))
  const header = makeSink()
  header.u32(trueTypeFlavour)
  header.u16(sorted.length)
  header.u16(directoryEntrySize * 2 ** log)
  header.u16(log)
  header.u16(directoryEntrySize * (sorted.length - 2 ** log))
  const body = makeSink(1 << 18)
  const bodyStart = headerSize + directoryEntrySize * sorted.length
  let adjustmentAt = 0
  for (const [tag, original] of sorted) {
    const table = Uint8Array.from(original)
    if (tag === 'head') {
      viewOf(table).setUint32(8, 0)
      adjustmentAt = bodyStart + body.size() + 8
    }
    for (const letter of tag) header.u8(letter.charCodeAt(0))
    header.u32(sumWords(table))
    header.u32(bodyStart + body.size())
    header.u32(table.length)
    body.add(table)
    body.pad4()
  }
  header.add(body.bytes())
  const font = header.bytes()
  // 0xB1B0AFBA: the sum every font file must come to (OpenType specification, `head`).
  viewOf(font).setUint32(adjustmentAt, (0xb1b0afba - sumWords(font)) >>> 0)
  return font
}

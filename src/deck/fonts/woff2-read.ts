// A WOFF2 file → those of its tables that lie in it as they are (names, weights, letters), with Node's own Brotli.
// Outlines are stored another way and are left to HarfBuzz. After https://www.w3.org/TR/WOFF2/
import { brotliDecompressSync } from 'node:zlib'
import { viewOf } from './bytes.js'
import type { Tables } from './sfnt.js'

const headerSize = 48
/** The specification's numbers of the tables that are read here, and of the two that are stored another way. */
const known: Readonly<Record<number, string>> = {
  0: 'cmap',
  5: 'name',
  6: 'OS/2',
  10: 'glyf',
  11: 'loca',
  13: 'CFF ',
  47: 'fvar',
}
const ownTag = 63

/** Reads the tables. Throws an Error or RangeError when the bytes are no WOFF2 file or stop short. */
export function readWoff2(file: Uint8Array): Tables {
  const view = viewOf(file)
  let at = headerSize
  const readBase128 = () => {
    let value = 0
    for (let byte = 0x80; byte & 0x80; ) {
      byte = view.getUint8(at++)
      value = value * 128 + (byte & 0x7f)
    }
    return value
  }
  const entries: { readonly tag: string; readonly length: number }[] = []
  for (let index = 0; index < view.getUint16(12); index++) {
    const flags = view.getUint8(at++)
    const number = flags & 0x3f
    const tag =
      number === ownTag ? String.fromCharCode(...file.subarray(at, at + 4)) : (known[number] ?? `${number}`)
    if (number === ownTag) at += 4
    const outlines = tag === 'glyf' || tag === 'loca'
    const length = readBase128()
    const transformed = outlines ? flags >> 6 !== 3 : flags >> 6 !== 0
    entries.push({ tag, length: transformed ? readBase128() : length })
  }
  const bytes = brotliDecompressSync(file.subarray(at, at + view.getUint32(20)))
  let start = 0
  const tables = new Map<string, Uint8Array>()
  for (const { tag, length } of entries) {
    if (start + length > bytes.length) throw new Error(`The table “${tag}” stops short.`)
    tables.set(tag, bytes.subarray(start, start + length))
    start += length
  }
  return tables
}

// A source's `name` table → the one a cut font carries: notices and licence word for word, and a name of ours, because
// the Open Font License keeps reserved names (“Source”) from changed fonts. https://openfontlicense.org/ofl-reserved-font-names/
import { makeSink, viewOf } from './bytes.js'

type NameRecord = { readonly id: number; readonly text: Uint8Array }

const windows = { platform: 3, encoding: 1, language: 0x409 }
// Version and what follows family names: trademark, makers, description, licence and their addresses.
const keptIds = new Set([0, 5, 7, 8, 9, 10, 11, 12, 13, 14])
/** Family, style, unique name, full name, PostScript name. */
const ownIds = [1, 2, 3, 4, 6]

// Google's web fonts leave the licence out, LXGW's its address as well; it asks to be in each copy.
const openLicence: ReadonlyMap<number, string> = new Map([
  [13, 'This Font Software is licensed under the SIL Open Font License, Version 1.1.'],
  [14, 'https://openfontlicense.org'],
])

/** Writes the table; `family` must be plain ASCII without spaces, such as `DeckSerif`. `open`: under the OFL. */
export function writeNames(source: Uint8Array, family: string, open = false): Uint8Array {
  const found = readNames(source).filter(({ id }) => keptIds.has(id))
  const told = open ? [...openLicence].filter(([id]) => !found.some((record) => record.id === id)) : []
  const kept = [...found, ...told.map(([id, text]) => ({ id, text: encodeUtf16(text) }))]
  const own = ownIds.map((id) => ({ id, text: encodeUtf16(id === 2 ? 'Regular' : family) }))
  const records = [...kept, ...own].sort((a, b) => a.id - b.id)
  const header = makeSink()
  const texts = makeSink()
  header.u16(0)
  header.u16(records.length)
  header.u16(6 + 12 * records.length)
  for (const { id, text } of records) {
    for (const field of [windows.platform, windows.encoding, windows.language, id]) header.u16(field)
    header.u16(text.length)
    header.u16(texts.size())
    texts.add(text)
  }
  header.add(texts.bytes())
  return header.bytes()
}

/** The English records for Windows, which every source has. */
export function readNames(table: Uint8Array): readonly NameRecord[] {
  const view = viewOf(table)
  const textsAt = view.getUint16(4)
  const records: NameRecord[] = []
  for (let index = 0; index < view.getUint16(2); index++) {
    const at = 6 + 12 * index
    if (view.getUint16(at) !== windows.platform || view.getUint16(at + 4) !== windows.language) continue
    const start = textsAt + view.getUint16(at + 10)
    records.push({ id: view.getUint16(at + 6), text: table.subarray(start, start + view.getUint16(at + 8)) })
  }
  return records
}

function encodeUtf16(ascii: string): Uint8Array {
  const sink = makeSink()
  for (const letter of ascii) sink.u16(letter.charCodeAt(0))
  return sink.bytes()
}

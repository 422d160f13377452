// A static TrueType font opened for picking: its outlines, widths and letters, read where they lie.
import { viewOf } from './bytes.js'
import { type CodePoints, readCmap } from './cmap.js'
import { readTables, type Tables, tableOf } from './sfnt.js'

/** One glyph: `outline` is its `glyf` record (empty for a space), widths in font units. */
export type Glyph = { readonly outline: Uint8Array; readonly advance: number; readonly bearing: number }

/** No ink, and no width. */
export const blank: Glyph = { outline: new Uint8Array(), advance: 0, bearing: 0 }

export type Face = {
  readonly tables: Tables
  readonly unitsPerEm: number
  readonly glyphCount: number
  readonly codePoints: CodePoints
  /** Throws RangeError for a glyph the font has not. */
  readonly glyph: (index: number) => Glyph
}

/** Opens an uncompressed static TrueType font. Throws Error when the bytes are no such font. */
export function openFace(sfnt: Uint8Array): Face {
  const tables = readTables(sfnt)
  const head = viewOf(tableOf(tables, 'head'))
  const outlines = tableOf(tables, 'glyf')
  const loca = viewOf(tableOf(tables, 'loca'))
  const hmtx = viewOf(tableOf(tables, 'hmtx'))
  const widths = viewOf(tableOf(tables, 'hhea')).getUint16(34)
  const longOffsets = head.getInt16(50) === 1
  const startOf = (index: number): number =>
    longOffsets ? loca.getUint32(4 * index) : 2 * loca.getUint16(2 * index)
  return {
    tables,
    unitsPerEm: head.getUint16(18),
    glyphCount: viewOf(tableOf(tables, 'maxp')).getUint16(4),
    codePoints: readCmap(tableOf(tables, 'cmap')),
    glyph: (index) => ({
      outline: outlines.subarray(startOf(index), startOf(index + 1)),
      // Glyphs beyond the last width share it and store their bearing alone.
      advance: hmtx.getUint16(4 * Math.min(index, widths - 1)),
      bearing: hmtx.getInt16(index < widths ? 4 * index + 2 : 4 * widths + 2 * (index - widths)),
    }),
  }
}

// The `cmap` table ⇄ a map from code point to glyph. Written as formats 4 and 12, which Chromium and PDF readers expect.
import { joinBytes, makeSink, viewOf } from './bytes.js'

export type CodePoints = ReadonlyMap<number, number>
/** Code points from `first` to `last`, whose glyphs follow one another from `glyph`. */
type Run = { readonly first: number; last: number; readonly glyph: number }

/** Reads the widest Unicode subtable (format 12, else 4). No such subtable gives an empty map. */
export function readCmap(table: Uint8Array): CodePoints {
  const view = viewOf(table)
  let narrow: number | undefined
  for (let index = 0; index < view.getUint16(2); index++) {
    const at = view.getUint32(8 + 8 * index)
    if (view.getUint16(at) === 12) return readFormat12(view, at)
    if (view.getUint16(at) === 4) narrow = at
  }
  return narrow === undefined ? new Map() : readFormat4(view, narrow)
}

function readFormat12(view: DataView, at: number): CodePoints {
  const found = new Map<number, number>()
  for (let index = 0; index < view.getUint32(at + 12); index++) {
    const group = at + 16 + 12 * index
    const first = view.getUint32(group)
    const last = view.getUint32(group + 4)
    const glyph = view.getUint32(group + 8)
    for (let point = first; point <= last; point++) found.set(point, glyph + point - first)
  }
  return found
}

function readFormat4(view: DataView, at: number): CodePoints {
  const found = new Map<number, number>()
  const segments = view.getUint16(at + 6) / 2
  for (let index = 0; index < segments; index++) {
    const last = view.getUint16(at + 14 + 2 * index)
    const first = view.getUint16(at + 16 + 2 * segments + 2 * index)
    const delta = view.getUint16(at + 16 + 4 * segments + 2 * index)
    const offsetAt = at + 16 + 6 * segments + 2 * index
    const offset = view.getUint16(offsetAt)
    if (first === 0xffff) break
    for (let point = first; point <= last; point++) {
      const raw = offset === 0 ? point : view.getUint16(offsetAt + offset + 2 * (point - first))
      const glyph = offset !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff
      if (glyph !== 0) found.set(point, glyph)
    }
  }
  return found
}

function gatherRuns(points: CodePoints): readonly Run[] {
  const runs: Run[] = []
  for (const [point, glyph] of [...points].sort(([a], [b]) => a - b)) {
    const open = runs.at(-1)
    if (open !== undefined && point === open.last + 1 && glyph === open.glyph + point - open.first)
      open.last = point
    else runs.push({ first: point, last: point, glyph })
  }
  return runs
}

function writeFormat4(runs: readonly Run[]): Uint8Array {
  const segments: readonly Run[] = [
    ...runs.filter((run) => run.last < 0xffff),
    { first: 0xffff, last: 0xffff, glyph: 0 },
  ]
  const log = Math.floor(Math.log2(segments.length))
  const sink = makeSink()
  sink.u16(4)
  sink.u16(16 + 8 * segments.length)
  sink.u16(0)
  sink.u16(2 * segments.length)
  sink.u16(2 * 2 ** log)
  sink.u16(log)
  sink.u16(2 * segments.length - 2 * 2 ** log)
  for (const run of segments) sink.u16(run.last)
  sink.u16(0)
  for (const run of segments) sink.u16(run.first)
  for (const run of segments) sink.u16((run.first === 0xffff ? 1 : run.glyph - run.first) & 0xffff)
  for (const _ of segments) sink.u16(0)
  return sink.bytes()
}

function writeFormat12(runs: readonly Run[]): Uint8Array {
  const sink = makeSink()
  sink.u16(12)
  sink.u16(0)
  sink.u32(16 + 12 * runs.length)
  sink.u32(0)
  sink.u32(runs.length)
  for (const run of runs) {
    sink.u32(run.first)
    sink.u32(run.last)
    sink.u32(run.glyph)
  }
  return sink.bytes()
}

/** Writes a `cmap` with the two Windows subtables: format 4 for the basic plane, format 12 for everything. */
export function writeCmap(points: CodePoints): Uint8Array {
  const runs = gatherRuns(points)
  const narrow = writeFormat4(runs)
  const header = makeSink()
  header.u16(0)
  header.u16(2)
  const subtables = new Map([
    [1, 20],
    [10, 20 + narrow.length],
  ])
  for (const [encoding, at] of subtables) {
    header.u16(3)
    header.u16(encoding)
    header.u32(at)
  }
  return joinBytes([header.bytes(), narrow, writeFormat12(runs)])
}

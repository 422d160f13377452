// Looks into one `glyf` record: its box, the glyphs it is composed of, and the em-long bar drawn in place of a dash.
import { makeSink, viewOf } from './bytes.js'

/** The box around an outline, in font units. */
export type Box = {
  readonly xMin: number
  readonly yMin: number
  readonly xMax: number
  readonly yMax: number
}

const headerSize = 10
// The flags of a component record (OpenType specification, `glyf`).
const argumentsAreWords = 0x0001
const hasScale = 0x0008
const moreComponents = 0x0020
const hasTwoScales = 0x0040
const hasMatrix = 0x0080
export const hasInstructions = 0x0100

/** The stored box, or `undefined` for an outline without ink. */
export function boxOf(outline: Uint8Array): Box | undefined {
  if (outline.length < headerSize) return undefined
  const view = viewOf(outline)
  return { xMin: view.getInt16(2), yMin: view.getInt16(4), xMax: view.getInt16(6), yMax: view.getInt16(8) }
}

/** Whether the outline is put together from other glyphs. */
export function isComposite(outline: Uint8Array): boolean {
  return outline.length >= headerSize && viewOf(outline).getInt16(0) < 0
}

/** The component records of a composite: where each lies, where it ends, its flags and its glyph. */
export function listComponents(outline: Uint8Array): readonly {
  readonly at: number
  readonly end: number
  readonly flags: number
  readonly glyph: number
}[] {
  const view = viewOf(outline)
  const records = []
  for (let at = headerSize, flags = moreComponents; (flags & moreComponents) !== 0; ) {
    flags = view.getUint16(at)
    const scale = flags & hasScale ? 2 : flags & hasTwoScales ? 4 : flags & hasMatrix ? 8 : 0
    const end = at + 4 + (flags & argumentsAreWords ? 4 : 2) + scale
    records.push({ at, end, flags, glyph: view.getUint16(at + 2) })
    at = end
  }
  return records
}

/** A copy of a composite whose components are the glyphs that `place` answers for them. */
export function renumberComponents(outline: Uint8Array, place: (glyph: number) => number): Uint8Array {
  const copy = Uint8Array.from(outline)
  for (const { at, glyph } of listComponents(outline)) viewOf(copy).setUint16(at + 2, place(glyph))
  return copy
}

/** How many points and contours a simple outline has; none for a composite, which counts by its parts. */
export function sizeOf(outline: Uint8Array): { readonly points: number; readonly contours: number } {
  if (outline.length < headerSize || isComposite(outline)) return { points: 0, contours: 0 }
  const view = viewOf(outline)
  const contours = view.getInt16(0)
  return { contours, points: contours === 0 ? 0 : view.getUint16(headerSize + 2 * (contours - 1)) + 1 }
}

/** Filled rectangles, in font units. One that is a hole is drawn the other way around. */
export function drawRectangles(rectangles: readonly (Box & { readonly hole?: boolean })[]): Uint8Array {
  const sink = makeSink(40)
  sink.i16(rectangles.length)
  sink.i16(Math.min(...rectangles.map((box) => box.xMin)))
  sink.i16(Math.min(...rectangles.map((box) => box.yMin)))
  sink.i16(Math.max(...rectangles.map((box) => box.xMax)))
  sink.i16(Math.max(...rectangles.map((box) => box.yMax)))
  rectangles.forEach((_, index) => {
    sink.u16(4 * index + 3)
  })
  sink.u16(0)
  for (let corner = 0; corner < 4 * rectangles.length; corner++) sink.u8(1)
  const corners = rectangles.flatMap(({ xMin, yMin, xMax, yMax, hole }) =>
    hole
      ? [
          [xMin, yMin],
          [xMax, yMin],
          [xMax, yMax],
          [xMin, yMax],
        ]
      : [
          [xMin, yMin],
          [xMin, yMax],
          [xMax, yMax],
          [xMax, yMin],
        ],
  )
  for (const axis of [0, 1]) {
    let last = 0
    for (const corner of corners) {
      const at = corner[axis] ?? 0
      sink.i16(at - last)
      last = at
    }
  }
  return sink.bytes()
}

/** A filled bar from 0 to `width` between two heights (font units): two dashes set side by side then join. */
export function drawBar(width: number, yMin: number, yMax: number): Uint8Array {
  return drawRectangles([{ xMin: 0, yMin, xMax: width, yMax }])
}

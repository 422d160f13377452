// Outlines → WOFF2's “transformed glyf”: the same points sorted into seven streams, which compress a fifth better.
// After https://www.w3.org/TR/WOFF2/#glyf_table_format
import { type ByteSink, joinBytes, makeSink, viewOf } from './bytes.js'
import { hasInstructions, isComposite, listComponents } from './outline.js'

type Streams = Readonly<
  Record<'contours' | 'points' | 'flags' | 'glyphs' | 'composites' | 'boxes' | 'instructions', ByteSink>
>
const headerSize = 10
// The flags of a simple outline's point (OpenType specification, `glyf`).
const onCurve = 0x01
const xShort = 0x02
const yShort = 0x04
const repeats = 0x08
const xSame = 0x10
const ySame = 0x20

/** The transformed table for these `glyf` records, in order; `loca` then needs no bytes of its own. */
export function transformOutlines(outlines: readonly Uint8Array[]): Uint8Array {
  const streams: Streams = {
    contours: makeSink(),
    points: makeSink(),
    flags: makeSink(1 << 16),
    glyphs: makeSink(1 << 17),
    composites: makeSink(),
    boxes: makeSink(),
    instructions: makeSink(),
  }
  const storedBoxes = new Uint8Array(4 * Math.ceil(outlines.length / 32))
  outlines.forEach((outline, index) => {
    if (!addOutline(streams, outline)) return
    const byte = viewOf(storedBoxes).getUint8(index >> 3)
    storedBoxes[index >> 3] = byte | (0x80 >> (index & 7))
    streams.boxes.add(outline.subarray(2, headerSize))
  })
  const { contours, points, flags, glyphs, composites, boxes, instructions } = streams
  const header = makeSink()
  header.u32(0)
  header.u16(outlines.length)
  header.u16(1)
  const ordered = [contours, points, flags, glyphs, composites].map((stream) => stream.bytes())
  ordered.push(joinBytes([storedBoxes, boxes.bytes()]), instructions.bytes())
  for (const stream of ordered) header.u32(stream.length)
  return joinBytes([header.bytes(), ...ordered])
}

/** Adds one record; answers whether its box must be stored, because the points do not tell it. */
function addOutline(streams: Streams, outline: Uint8Array): boolean {
  if (outline.length < headerSize || viewOf(outline).getInt16(0) === 0) {
    streams.contours.u16(0)
    return false
  }
  streams.contours.i16(viewOf(outline).getInt16(0))
  if (!isComposite(outline)) return addSimple(streams, outline)
  const components = listComponents(outline)
  const last = components.at(-1)
  streams.composites.add(outline.subarray(headerSize, last?.end ?? headerSize))
  if (last !== undefined && components.some((component) => component.flags & hasInstructions))
    addInstructions(streams, outline, last.end)
  return true
}

/** Adds the instructions whose length stands at `at`; answers where they end. */
function addInstructions(streams: Streams, outline: Uint8Array, at: number): number {
  const length = viewOf(outline).getUint16(at)
  addShort(streams.glyphs, length)
  streams.instructions.add(outline.subarray(at + 2, at + 2 + length))
  return at + 2 + length
}

function addSimple(streams: Streams, outline: Uint8Array): boolean {
  const view = viewOf(outline)
  const contours = view.getInt16(0)
  let pointCount = 0
  for (let contour = 0; contour < contours; contour++) {
    const end = view.getUint16(headerSize + 2 * contour) + 1
    addShort(streams.points, end - pointCount)
    pointCount = end
  }
  const instructionsAt = headerSize + 2 * contours
  const flagsAt = instructionsAt + 2 + view.getUint16(instructionsAt)
  const { flags, end } = readFlags(view, flagsAt, pointCount)
  const xs = readSteps(view, end, flags, xShort, xSame)
  const ys = readSteps(view, xs.end, flags, yShort, ySame)
  let x = 0
  let y = 0
  let [xMin, yMin, xMax, yMax] = [Infinity, Infinity, -Infinity, -Infinity]
  flags.forEach((flag, index) => {
    const dx = xs.steps[index] ?? 0
    const dy = ys.steps[index] ?? 0
    addTriplet(streams, (flag & onCurve) === 0 ? 0x80 : 0, dx, dy)
    x += dx
    y += dy
    xMin = Math.min(xMin, x)
    xMax = Math.max(xMax, x)
    yMin = Math.min(yMin, y)
    yMax = Math.max(yMax, y)
  })
  addInstructions(streams, outline, instructionsAt)
  return [xMin, yMin, xMax, yMax].some((edge, index) => edge !== view.getInt16(2 + 2 * index))
}

function readFlags(view: DataView, start: number, count: number): { flags: readonly number[]; end: number } {
  const flags: number[] = []
  let at = start
  while (flags.length < count) {
    const flag = view.getUint8(at++)
    const times = flag & repeats ? 1 + view.getUint8(at++) : 1
    for (let time = 0; time < times; time++) flags.push(flag)
  }
  return { flags, end: at }
}

function readSteps(view: DataView, start: number, flags: readonly number[], short: number, same: number) {
  let at = start
  const steps: number[] = []
  for (const flag of flags) {
    if (flag & short) steps.push(flag & same ? view.getUint8(at++) : -view.getUint8(at++))
    else if (flag & same) steps.push(0)
    else {
      steps.push(view.getInt16(at))
      at += 2
    }
  }
  return { steps, end: at }
}

/** WOFF2's 255UInt16. */
function addShort(sink: ByteSink, value: number): void {
  if (value < 253) sink.u8(value)
  else if (value < 506) {
    sink.u8(255)
    sink.u8(value - 253)
  } else if (value < 762) {
    sink.u8(254)
    sink.u8(value - 506)
  } else {
    sink.u8(253)
    sink.u16(value)
  }
}

/** One step from point to point, by the specification's table of triplets; `off` is 0x80 for a point off the curve. */
function addTriplet({ flags, glyphs }: Streams, off: number, dx: number, dy: number): void {
  const width = Math.abs(dx)
  const height = Math.abs(dy)
  const right = dx < 0 ? 0 : 1
  const up = dy < 0 ? 0 : 1
  const signs = right + 2 * up
  if (dx === 0 && height < 1280) {
    flags.u8(off + ((height & 0xf00) >> 7) + up)
    glyphs.u8(height & 0xff)
  } else if (dy === 0 && width < 1280) {
    flags.u8(off + 10 + ((width & 0xf00) >> 7) + right)
    glyphs.u8(width & 0xff)
  } else if (width < 65 && height < 65) {
    flags.u8(off + 20 + ((width - 1) & 0x30) + (((height - 1) & 0x30) >> 2) + signs)
    glyphs.u8((((width - 1) & 0xf) << 4) | ((height - 1) & 0xf))
  } else if (width < 769 && height < 769) {
    flags.u8(off + 84 + 12 * (((width - 1) & 0x300) >> 8) + (((height - 1) & 0x300) >> 6) + signs)
    glyphs.u8((width - 1) & 0xff)
    glyphs.u8((height - 1) & 0xff)
  } else if (width < 4096 && height < 4096) {
    flags.u8(off + 120 + signs)
    glyphs.u8(width >> 4)
    glyphs.u8(((width & 0xf) << 4) | (height >> 8))
    glyphs.u8(height & 0xff)
  } else {
    flags.u8(off + 124 + signs)
    glyphs.u16(width)
    glyphs.u16(height)
  }
}

// A letter that no font has → a box with its number in it (U+4E00 as 4E over 00), so that a reader sees that something
// stands there, and can look up what.
import type { Glyph } from './face.js'
import { type Box, drawRectangles } from './outline.js'

// Five rows of three dots for each hexadecimal digit, a row an octal digit.
const digits =
  '75557 26227 71747 71317 55711 74717 74757 71222 75757 75717 25755 65656 74447 65556 74647 74644'
const dotsOf = digits.split(' ').map((rows) => [...rows].map(Number))
const [digitWidth, digitHeight] = [3, 5]
/** Frame and the room within it, in dots. */
const margin = 2
const rowsHigh = 2 * margin + 2 * digitHeight + 1
/** Of an em; the box stands a little under the line, as Han do. */
const [boxHeight, boxDepth, sideRoom] = [0.9, 0.1, 0.04]

/** Where one digit's dots are, in dots from its upper left corner: a rectangle for each run of dots in a row. */
function listRuns(
  digit: number,
): readonly { readonly x: number; readonly y: number; readonly width: number }[] {
  const rows = dotsOf[digit] ?? []
  return rows.flatMap((row, y) => {
    const dots = row.toString(2).padStart(digitWidth, '0')
    return [...dots.matchAll(/1+/g)].map((run) => ({ x: run.index, y, width: run[0].length }))
  })
}

/** Draws the box for one code point. */
export function drawBox(point: number, unitsPerEm: number): Glyph {
  const hex = point.toString(16).padStart(4, '0')
  const columns = Math.ceil(hex.length / 2)
  const number = hex.padStart(2 * columns, '0')
  const dot = (boxHeight * unitsPerEm) / rowsHigh
  const dotsWide = 2 * margin + columns * (digitWidth + 1) - 1
  const left = Math.round(sideRoom * unitsPerEm)
  const top = (boxHeight - boxDepth) * unitsPerEm
  const place = (x: number, y: number, width: number, height: number): Box => ({
    xMin: Math.round(left + x * dot),
    yMin: Math.round(top - (y + height) * dot),
    xMax: Math.round(left + (x + width) * dot),
    yMax: Math.round(top - y * dot),
  })
  const ink = [...number].flatMap((digit, index) => {
    const x = margin + (index % columns) * (digitWidth + 1)
    const y = margin + Math.floor(index / columns) * (digitHeight + 1)
    return listRuns(Number.parseInt(digit, 16)).map((run) => place(x + run.x, y + run.y, run.width, 1))
  })
  const half = 0.6
  const frame = [
    place(0, 0, dotsWide, rowsHigh),
    { ...place(half, half, dotsWide - 2 * half, rowsHigh - 2 * half), hole: true },
  ]
  const advance = Math.round(2 * left + dotsWide * dot)
  return { outline: drawRectangles([...frame, ...ink]), advance, bearing: left }
}

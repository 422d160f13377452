// A row of a table that would fill a slide by itself, thousands of letters in a cell → rows of a few lines each, cut at the ends
// of sentences, which go over to the next slide like others; those that stand on one slide are one row again.
import { placeAt, readText } from '../texts/reading.js'
import { seamBefore } from '../texts/seams.js'
import { heightOf } from '../texts.js'

/** Of the room: a row taller than this is cut, in pieces of about so much. */
const tallShare = 0.6
const pieceShare = 0.16
/** Letters: a shorter cell is whole in the first piece, and said again over the others if it names the row. */
const shortCell = 60

export type TallRow = { readonly row: HTMLTableRowElement; readonly count: number }

export const findTallRows = (unit: HTMLElement, roomPx: number): readonly TallRow[] =>
  [...(unit.querySelector('tbody')?.rows ?? [])].flatMap((row) => {
    const heightPx = heightOf(row)
    const whole = [...row.cells].some(({ rowSpan }) => rowSpan > 1)
    return whole || heightPx <= roomPx * tallShare
      ? []
      : [{ row, count: Math.ceil(heightPx / (roomPx * pieceShare)) }]
  })

/** Where a text is cut into about `count` even pieces, as offsets. */
export function cutEvenly(text: string, count: number): readonly number[] {
  const even = text.length / count
  const cuts: number[] = []
  for (let piece = 1; piece < count; piece++) {
    const at = Math.round(even * piece)
    const last = cuts.at(-1) ?? 0
    const cut = seamBefore(text, Math.max(last + 1, Math.round(at - even * 0.8)), at)
    if (cut > last && cut < text.length) cuts.push(cut)
  }
  return cuts
}

function emptyRow(row: HTMLTableRowElement): HTMLTableRowElement {
  const copy = row.cloneNode(false)
  if (!(copy instanceof HTMLTableRowElement)) return row
  copy.append(...[...row.cells].map((cell) => cell.cloneNode(false)))
  copy.classList.add('more')
  return copy
}

/** Takes the end of a cell from an offset on into another; formulas stay whole. */
function moveEnd(cell: Element, node: Text, offset: number, to: Element | undefined): void {
  const range = document.createRange()
  range.selectNodeContents(cell)
  const whole = node.parentElement?.closest('.formula')
  if (whole) range.setStartBefore(whole)
  else range.setStart(node, offset)
  to?.prepend(range.extractContents())
}

export function cutTallRow({ row, count }: TallRow): void {
  const pieces = Array.from({ length: count - 1 }, () => emptyRow(row))
  // Asked before anything is cut: the beginning of a long cell is short too, and no name.
  const [first] = row.cells
  const name = first && first.textContent.length <= shortCell ? first : undefined
  for (const [at, cell] of [...row.cells].entries()) {
    if (cell.textContent.length <= shortCell) continue
    const reading = readText(cell)
    const places = cutEvenly(reading.text, count).flatMap((offset) => placeAt(reading, offset) ?? [])
    // From the end, so that the places found stay where they are.
    for (const [index, { node, offset }] of [...places.entries()].toReversed())
      moveEnd(cell, node, offset, pieces[index]?.cells[at])
  }
  const filled = pieces.filter((piece) => piece.textContent.trim() !== '')
  if (name)
    for (const piece of filled) {
      piece.cells[0]?.append(...name.cloneNode(true).childNodes)
      piece.cells[0]?.classList.add('said')
    }
  row.after(...filled)
}

/** The rows of one slide, those that are pieces of one row joined. */
export function joinRows(rows: readonly HTMLTableRowElement[]): readonly HTMLTableRowElement[] {
  const joined: HTMLTableRowElement[] = []
  for (const row of rows) {
    const whole = joined.at(-1)
    if (!whole || !row.classList.contains('more')) joined.push(row)
    else
      for (const [at, cell] of [...row.cells].entries())
        if (!cell.classList.contains('said')) whole.cells[at]?.append(...cell.childNodes)
  }
  return joined
}

/** Makes the pieces of rows one row again, in tables whose columns have become wide enough for that. */
export function makeRowsWhole(units: readonly HTMLElement[]): void {
  for (const unit of units) {
    const body = unit.querySelector('tbody')
    if (body?.querySelector(':scope > .more')) body.replaceChildren(...joinRows([...body.rows]))
  }
}

// A table too tall for a slide → tables of some of its rows each, the head and the widths of its columns over all of them.

import { topsOf } from '../texts.js'
import type { Cuttable } from './cuttable.js'
import { never } from './rows.js'
import { joinRows } from './tall-rows.js'

/** Rows before which a cell that began above goes on. */
function sharedRows(rows: readonly HTMLTableRowElement[]): ReadonlySet<number> {
  const shared = new Set<number>()
  rows.forEach((row, at) => {
    for (const { rowSpan } of row.cells)
      for (let under = at + 1; under < at + rowSpan && under < rows.length; under++) shared.add(under)
  })
  return shared
}

/** Ends cells at the foot of a piece, and begins them again at the head of the next. */
function cutSpans(rows: readonly HTMLTableRowElement[], from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const row = rows[at]
    for (const cell of [...(row?.cells ?? [])]) {
      const rest = at + cell.rowSpan - to
      if (rest <= 0 || to >= rows.length) continue
      const again = cell.cloneNode(true)
      if (again instanceof HTMLTableCellElement) {
        again.rowSpan = rest
        rows[to]?.insertBefore(again, rows[to]?.cells[cell.cellIndex] ?? null)
      }
      cell.rowSpan -= rest
    }
  }
}

/** What each column takes of the table's width, as the browser shares it out with all of the rows there. */
function columnsOf(table: Element): HTMLElement | undefined {
  const cells = [...(table.querySelector('tr')?.children ?? [])]
  if (cells.length === 0 || cells.some((cell) => cell.hasAttribute('colspan'))) return undefined
  const wholePx = table.getBoundingClientRect().width
  const group = document.createElement('colgroup')
  for (const cell of cells) {
    const column = document.createElement('col')
    column.style.width = `${((cell.getBoundingClientRect().width / wholePx) * 100).toFixed(2)}%`
    group.append(column)
  }
  return group
}

/** Lines of the notes over a table's first row: its head, and the dashes under that. */
const headLines = 2

/** Where each row of the notes begins among `rows`, some of which go on with the one before. */
const startsOf = (rows: readonly HTMLTableRowElement[]): readonly number[] =>
  rows.flatMap((row, at) => (row.classList.contains('more') ? [] : at))

export function rowsOfTable(unit: HTMLElement): Cuttable | undefined {
  const body = unit.querySelector('tbody')
  const table = body?.closest('table')
  const rows = [...(body?.rows ?? [])]
  if (!body || !table || rows.length < 2) return undefined
  const shared = sharedRows(rows)
  const columns = columnsOf(table)
  const cutCost = rows.map((row, at) => (shared.has(at) ? never : row.classList.contains('more') ? 0.2 : 0))
  const starts = startsOf(rows)
  const firstLine = Number(unit.dataset['line']) + headLines
  return {
    rows: { heightPx: topsOf(rows), cutCost },
    rowOf: (line) => (line < firstLine ? 0 : (starts[line - firstLine] ?? rows.length - 1)),
    empty() {
      // Known from here on, so that what is said of a row goes where it goes.
      starts.forEach((at, index) => {
        if (firstLine > 0) rows[at]?.setAttribute('data-line', String(firstLine + index))
      })
      if (columns && !table.querySelector('colgroup')) table.prepend(columns)
      body.replaceChildren()
    },
    fill(piece, from, to) {
      if (shared.has(to)) cutSpans(rows, from, to)
      piece.querySelector('tbody')?.append(...joinRows(rows.slice(from, to)))
    },
  }
}

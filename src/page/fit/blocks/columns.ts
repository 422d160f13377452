// A table of more columns than a slide is wide → tables of some of them each, the first column in every one, which columns of
// how many under it: turning over is better than type nobody reads.
import { cutRows, type Rows } from './rows.js'

/** Why a table is parted: it is too wide for its slide, or its columns are too narrow for the words in them. */
type Reason = 'wide' | 'wordy'

/** Fewer columns than this are not worth parting. */
const fewest: Readonly<Record<Reason, number>> = { wide: 4, wordy: 3 }
/** Em: what a column of words is wide enough with; lines of 18 em take a sentence of a dozen words in about four. */
const easyEm: Readonly<Record<Reason, number>> = { wide: 6, wordy: 18 }
/** Em: two columns of words that have so much each stand side by side, as they are meant to be read, rather than one by one. */
const pairEm = 10

type Wide = {
  readonly unit: HTMLElement
  readonly table: HTMLTableElement
  readonly bounds: readonly number[]
}

const wide = /[\u1100-\u11ff\u2e80-\uffe6]/g
const emOf = (text: string) => (text.length + (text.match(wide)?.length ?? 0)) / 2

/** Columns of one kind of cell only: none that go over several, and as many in each row. */
function isPlain(table: HTMLTableElement, reason: Reason): boolean {
  const count = table.rows[0]?.cells.length ?? 0
  const plain = [...table.rows].every(
    ({ cells }) =>
      cells.length === count && [...cells].every(({ colSpan, rowSpan }) => colSpan * rowSpan === 1),
  )
  return plain && count >= fewest[reason]
}

/** Px that each column is to have: its longest word in a table too wide, and what is easy to read where it has more. */
function widthsOf(table: HTMLTableElement, reason: Reason): readonly number[] {
  const fontPx = Number.parseFloat(getComputedStyle(table).fontSize)
  return [...(table.rows[0]?.cells ?? [])].map((cell, column) => {
    const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(cell)
    const framePx = Number.parseFloat(paddingInlineStart) + Number.parseFloat(paddingInlineEnd)
    let em = 0
    for (const row of table.rows) em = Math.max(em, emOf(row.cells[column]?.textContent ?? ''))
    // In any other table a column may be wider than it needs, and words have room enough.
    const leastPx = reason === 'wide' ? cell.getBoundingClientRect().width : 0
    return Math.max(leastPx, Math.min(em, easyEm[reason]) * fontPx + framePx)
  })
}

/** How a table is parted; reads only. `undefined` when it cannot be. */
export function findWide(unit: HTMLElement, reason: Reason): Wide | undefined {
  const table = unit.querySelector('table')
  if (!table || !isPlain(table, reason)) return undefined
  const [firstPx = 0, ...neededPx] = widthsOf(table, reason)
  const leftPx = unit.clientWidth - firstPx
  const pairPx = Math.max(leftPx / 2, pairEm * Number.parseFloat(getComputedStyle(table).fontSize))
  const othersPx = reason === 'wide' ? neededPx : neededPx.map((px) => Math.min(px, pairPx))
  const rows: Rows = { heightPx: othersPx, cutCost: othersPx.map(() => 0) }
  const bounds = cutRows(rows, leftPx)
  return bounds.length < 3 || firstPx > unit.clientWidth / 2 ? undefined : { unit, table, bounds }
}

/** Puts the parts in the table's place, and tells them; the table itself stays as it was. */
export function partColumns({ unit, table, bounds }: Wide): readonly HTMLElement[] {
  const whole = [...table.rows].map((row) => [...row.cells])
  const cells = whole.map((row) => row.map((cell) => cell.cloneNode(true)))
  for (const row of table.rows) row.replaceChildren()
  const count = cells[0]?.length ?? 0
  const pieces = bounds.slice(1).flatMap((to, index) => {
    const from = bounds[index] ?? 0
    const piece = unit.cloneNode(true)
    if (!(piece instanceof HTMLElement)) return []
    for (const [at, row] of [...piece.querySelectorAll('tr')].entries())
      row.append(cells[at]?.[0]?.cloneNode(true) ?? '', ...(cells[at]?.slice(from + 1, to + 1) ?? []))
    const which = document.createElement('p')
    which.className = 'columns'
    which.textContent = `${to - from === 1 ? '' : `${from + 2}–`}${to + 1} / ${count}`
    piece.querySelector('table')?.after(which)
    if (index > 0) piece.dataset['apart'] = ''
    piece.classList.add('named')
    if (to < count - 1) for (const remark of piece.querySelectorAll('.remark')) remark.remove()
    return [piece]
  })
  for (const [at, row] of [...table.rows].entries()) row.replaceChildren(...(whole[at] ?? []))
  unit.replaceWith(...pieces)
  return pieces
}

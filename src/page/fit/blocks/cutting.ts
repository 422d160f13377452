// A unit too tall for a slide → how it would be cut at the type step it stands in, and then its pieces. Remarks on a row, and
// the room they take, go with the piece that the row is in.

import { heightOf } from '../texts.js'
import type { UnitsSlide } from '../units-slide.js'
import { rowsOfCode } from './cut-code.js'
import { rowsOfFormulas } from './cut-formula.js'
import { rowsOfList } from './cut-list.js'
import { rowsOfTable } from './cut-table.js'
import type { Cuttable } from './cuttable.js'
import { cutRows, heightOfRows, never } from './rows.js'
import type { Pieces } from './sizes.js'

export type Block = { readonly slide: UnitsSlide; readonly unit: HTMLElement }
type Remarked = { readonly remark: HTMLElement; readonly row: number }
export type Cutting = Pieces &
  Pick<Cuttable, 'empty' | 'fill'> & {
    readonly unit: HTMLElement
    readonly remarks: readonly Remarked[]
  }

const kinds: readonly (readonly [string, (unit: HTMLElement) => Cuttable | undefined])[] = [
  ['.table', rowsOfTable],
  ['.code', rowsOfCode],
  ['.math', rowsOfFormulas],
  ['li:has(> .points > li)', rowsOfList],
]

export const canBeCut = (unit: Element): boolean => kinds.some(([kind]) => unit.matches(kind))

/** What the line takes that leads into a unit, which must not be left behind; 0 when it is too long for that. */
function leadOf({ slide: { body, units }, unit }: Block): number {
  const before = units[units.indexOf(unit) - 1]
  if (!before || before.classList.contains('block')) return 0
  const leadPx = heightOf(before) + (Number.parseFloat(getComputedStyle(body).rowGap) || 0)
  return leadPx > body.clientHeight / 3 ? 0 : leadPx
}

/** What one short line after a list takes, the last of its slide, which would stand alone overleaf; else 0. */
function tailOf({ slide: { body, units }, unit }: Block): number {
  const [next, ...others] = units.slice(units.indexOf(unit) + 1)
  if (!next || others.length > 0 || unit.matches('.block') || next.matches('.block')) return 0
  const tailPx = heightOf(next) + (Number.parseFloat(getComputedStyle(body).rowGap) || 0)
  return tailPx > body.clientHeight / 5 ? 0 : tailPx
}

/** Where it is cut; what stands after it is one row more, before which it is not. */
function boundsOf(rows: Cuttable['rows'], roomPx: number, tailPx: number): readonly number[] {
  if (tailPx === 0) return cutRows(rows, roomPx)
  const { length } = rows.heightPx
  const tailed = { heightPx: [...rows.heightPx, tailPx], cutCost: [...rows.cutCost, never] }
  return [...cutRows({ ...rows, ...tailed }, roomPx).filter((bound) => bound < length), length]
}

/** The box a unit may fill. */
export const roomOf = (block: Block): number => block.slide.body.clientHeight - leadOf(block)

/** The remarks on a block, each with its row; one on no row of it, such as one on code, stands under the last. */
function remarksOf(unit: HTMLElement, count: number, rowOf: Cuttable['rowOf']): readonly Remarked[] {
  if (!unit.matches('.block')) return []
  return [...unit.querySelectorAll<HTMLElement>(':scope > .remark')].map((remark) => {
    const { line } = remark.dataset
    return { remark, row: (line === undefined ? undefined : rowOf?.(Number(line))) ?? count - 1 }
  })
}

/** Em: words in a narrower column run down it rather than along their lines, once there are more than so many of these. */
const narrowEm = 7
const manyLines = 5

function wordsIn(cell: Element): Range {
  const range = document.createRange()
  range.selectNodeContents(cell)
  return range
}

/** Whether a column of a table is too narrow for its words. */
const isCramped = (unit: HTMLElement): boolean =>
  [...unit.querySelectorAll('tbody td')].some((cell) => {
    const { fontSize, lineHeight, paddingInlineStart, paddingInlineEnd } = getComputedStyle(cell)
    const framePx = Number.parseFloat(paddingInlineStart) + Number.parseFloat(paddingInlineEnd)
    const isNarrow = cell.clientWidth - framePx < narrowEm * Number.parseFloat(fontSize)
    return isNarrow && heightOf(wordsIn(cell)) > (manyLines + 0.5) * Number.parseFloat(lineHeight)
  })

/** How a block would be cut at the step its slide is in; reads only. */
export function cuttingOf(block: Block): Cutting | undefined {
  const { unit } = block
  const found = kinds.find(([kind]) => unit.matches(kind))?.[1](unit)
  if (!found) return undefined
  const { rows, firstPx = 0, rowOf, empty, fill } = found
  const heightPx = [...rows.heightPx]
  const remarks = remarksOf(unit, heightPx.length, rowOf)
  for (const { remark, row } of remarks) {
    const gapPx = Number.parseFloat(getComputedStyle(remark).marginBlockStart)
    heightPx[row] = (heightPx[row] ?? 0) + heightOf(remark) + gapPx
  }
  const framePx = heightOf(unit) - firstPx - heightOfRows({ ...rows, heightPx }, 0, heightPx.length)
  const againPx = rows.againPx?.slice() ?? []
  againPx[0] = leadOf(block) + firstPx
  const roomPx = block.slide.body.clientHeight - framePx
  const measured = { ...rows, heightPx, againPx }
  const bounds = boundsOf(measured, roomPx, tailOf(block))
  const compared = unit.matches('.table')
  const cramped = compared && isCramped(unit)
  return { unit, bounds, rows: measured, roomPx, compared, cramped, remarks, empty, fill }
}

/** Puts the pieces in the unit's place, unless it is one. */
export function cut({ unit, bounds, remarks, empty, fill }: Cutting): void {
  if (bounds.length < 3) return
  empty()
  for (const { remark } of remarks) remark.remove()
  const pieces = bounds.slice(1).flatMap((to, index) => {
    const from = bounds[index] ?? 0
    const piece = unit.cloneNode(true)
    if (!(piece instanceof HTMLElement)) return []
    fill(piece, from, to)
    piece.append(...remarks.filter(({ row }) => row >= from && row < to).map(({ remark }) => remark))
    if (index > 0) {
      piece.dataset['apart'] = ''
      delete piece.dataset['pause']
    }
    return [piece]
  })
  unit.replaceWith(...pieces)
}

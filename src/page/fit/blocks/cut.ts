// What is too tall for a slide at the smallest type → several units that are not: a table by its rows, a point by the points
// under it, code by its lines, a formula by its own. All slides together: passes that write, passes that read.

import { easyStep, isKept, type Steps, setStep, type UnitsSlide } from '../split/measure.js'
import { keptFromPx } from '../split/split.js'
import { heightOf } from '../texts.js'
import { joinLines, rowsOfCode } from './cut-code.js'
import { rowsOfFormulas } from './cut-formula.js'
import { rowsOfList } from './cut-list.js'
import { rowsOfTable } from './cut-table.js'
import type { Cuttable } from './cuttable.js'
import { cutRows, never } from './rows.js'
import { cutTallRow, findTallRows } from './tall-rows.js'

type Block = { readonly slide: UnitsSlide; readonly unit: HTMLElement }
type Cutting = Cuttable & {
  readonly unit: HTMLElement
  /** What the rows may take: the box without the unit's own frame, its head, and what leads into it. */
  readonly roomPx: number
  /** What stands after its last row, px. */
  readonly tailPx: number
}

const kinds: readonly (readonly [string, (unit: HTMLElement) => Cuttable | undefined])[] = [
  ['.table', rowsOfTable],
  ['.code', rowsOfCode],
  ['.math', rowsOfFormulas],
  ['li:has(> .points > li)', rowsOfList],
]

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

/** The box a unit may fill. */
const roomOf = (block: Block): number => block.slide.body.clientHeight - leadOf(block)

const isTall = (block: Block): boolean => heightOf(block.unit) > roomOf(block)

function cuttingOf(block: Block): Cutting | undefined {
  const { unit } = block
  const found = kinds.find(([kind]) => unit.matches(kind))?.[1](unit)
  if (!found) return undefined
  const { rows, firstPx = 0 } = found
  const framePx = heightOf(unit) - firstPx - rows.heightPx.reduce((sum, height) => sum + height, 0)
  const againPx = rows.againPx?.slice() ?? []
  againPx[0] = leadOf(block) + firstPx
  const roomPx = block.slide.body.clientHeight - framePx
  return { unit, ...found, rows: { ...rows, againPx }, roomPx, tailPx: tailOf(block) }
}

/** Where it is cut; what stands after it is one row more, before which it is not. */
function boundsOf({ rows, roomPx, tailPx }: Cutting): readonly number[] {
  if (tailPx === 0) return cutRows(rows, roomPx)
  const tailed = { heightPx: [...rows.heightPx, tailPx], cutCost: [...rows.cutCost, never] }
  const bounds = cutRows({ ...rows, ...tailed }, roomPx).filter((bound) => bound < rows.heightPx.length)
  return [...bounds, rows.heightPx.length]
}

function cut(cutting: Cutting): void {
  const { unit, rows, empty, fill } = cutting
  const bounds = boundsOf(cutting)
  if (bounds.length < 3) return
  empty()
  const pieces = bounds.slice(1).flatMap((to, index) => {
    const piece = unit.cloneNode(true)
    if (!(piece instanceof HTMLElement)) return []
    fill(piece, bounds[index] ?? 0, to)
    if (index > 0) {
      piece.dataset['apart'] = ''
      delete piece.dataset['pause']
    }
    // What is said of the whole of a table or of code is said under its last piece.
    if (to < rows.heightPx.length && unit.matches('.block'))
      for (const remark of piece.querySelectorAll('.remark')) remark.remove()
    return [piece]
  })
  unit.replaceWith(...pieces)
}

/** Cuts what is too tall, all slides together. Their units are others afterwards: find them anew. */
export function cutBlocks(slides: readonly UnitsSlide[], steps: Steps): void {
  const blocks = slides.flatMap((slide) =>
    slide.units
      .filter((unit) => kinds.some(([kind]) => unit.matches(kind)))
      // What the author keeps on one slide is cut only where no size would show it.
      .filter((unit) => !isKept(slide) || unit.matches('.block'))
      .map((unit): Block => ({ slide, unit })),
  )
  const keptStep = steps.sizesPx.findLastIndex((px) => px >= keptFromPx)
  for (const { slide } of blocks)
    setStep(slide.section, isKept(slide) ? keptStep : steps.floorSteps - 1, steps)
  const tall = blocks.filter(isTall)
  for (const { unit } of tall) unit.classList.add('tight')
  const cuttable = tall.filter(isTall)
  const tallRows = cuttable.flatMap((block) => findTallRows(block.unit, roomOf(block)))
  for (const row of tallRows) cutTallRow(row)
  for (const { slide, unit } of cuttable) {
    if (unit.matches('.code')) unit.classList.replace('tight', 'numbered')
    setStep(slide.section, easyStep(steps), steps)
  }
  const cuttings = cuttable.flatMap((block) => cuttingOf(block) ?? [])
  for (const cutting of cuttings) cut(cutting)
  for (const { section } of slides) joinLines(section)
}

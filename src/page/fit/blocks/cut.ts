// What is too tall for a slide at the smallest type → several units that are not: a table by its rows, a point by the points
// under it, code by its lines, a formula by its own. All slides together: passes that write, passes that read.

import { easyStep, findUnitSlides, isKept, type Steps, setStep } from '../split/measure.js'
import { keptFromPx } from '../split/split.js'
import { heightOf } from '../texts.js'
import type { UnitsSlide } from '../units-slide.js'
import { findWide, partColumns } from './columns.js'
import { joinLines } from './cut-code.js'
import { type Block, type Cutting, canBeCut, cut, cuttingOf, roomOf } from './cutting.js'
import { costOfPieces, isSparse } from './sizes.js'
import { cutTallRow, findTallRows, makeRowsWhole } from './tall-rows.js'

/** The blocks of one slide, cut in type of one size, and what that costs. */
type Way = { readonly cost: number; readonly cuttings: readonly Cutting[] }

const isTall = (block: Block): boolean => heightOf(block.unit) > roomOf(block)

/** Whether smaller type may be better than more pieces: for more rows to compare, or a function that is whole. */
const mayBeSmaller = ({ unit }: Block): boolean => unit.matches('.table, .code')

/** Whether what is not cut stands in the type its slide is set in: in larger type than that the pieces never stand. */
function othersFit(blocks: readonly Block[]): boolean {
  const body = blocks[0]?.slide.body
  const others = blocks[0]?.slide.units.filter((one) => !blocks.some(({ unit }) => unit === one)) ?? []
  return others.every((unit) => heightOf(unit) <= (body?.clientHeight ?? 0))
}

/**
 * The best way to cut the blocks of each slide: for type read at ease or as near to it as what else is on the slide may be,
 * or where that may be better for a smaller one.
 */
function findWays(slides: readonly (readonly Block[])[], steps: Steps): readonly Way[] {
  const floor = steps.floorSteps - 1
  const ways = slides.map((): Way => ({ cost: Number.POSITIVE_INFINITY, cuttings: [] }))
  for (let step = easyStep(steps); step <= floor; step++) {
    const tried = [...slides.entries()].filter(
      ([at, blocks]) => ways[at]?.cuttings.length === 0 || blocks.some(mayBeSmaller),
    )
    for (const [, [first]] of tried) if (first) setStep(first.slide.section, step, steps)
    const ratio = (steps.sizesPx[step] ?? 1) / (steps.sizesPx[floor] ?? 1)
    for (const [at, blocks] of tried) {
      if (step < floor && !othersFit(blocks)) continue
      const cuttings = blocks.flatMap((block) => cuttingOf(block) ?? [])
      const cost = cuttings.reduce((sum, cutting) => sum + costOfPieces(cutting, ratio), 0)
      if (cost < (ways[at]?.cost ?? 0)) ways[at] = { cost, cuttings }
    }
  }
  return ways
}

function cutTallRows(blocks: readonly Block[]): void {
  const rows = blocks.flatMap((block) => findTallRows(block.unit, roomOf(block)))
  for (const row of rows) cutTallRow(row)
}

/** Rows that are read over several slides: as bad as one slide more, for each table. */
const partedCost = 1

type Parting = {
  readonly at: number
  readonly blocks: readonly Block[]
  /** The parts of each table, and the table as it was. */
  readonly parted: readonly { readonly unit: HTMLElement; readonly pieces: readonly HTMLElement[] }[]
}

/** Shows a table's wordy columns some at a time where that is better than a row or two on a slide. Slides are in the floor step. */
function partSparse(
  slides: readonly (readonly Block[])[],
  ways: readonly Way[],
  steps: Steps,
): readonly Way[] {
  const found = ways.map(({ cuttings }) =>
    cuttings.filter(isSparse).flatMap(({ unit }) => findWide(unit, 'wordy') ?? []),
  )
  const partings = found.flatMap((wides, at): readonly Parting[] => {
    if (wides.length === 0) return []
    const parted = wides.map((wide) => ({ unit: wide.unit, pieces: partColumns(wide) }))
    const own = slides[at] ?? []
    const [slide] = findUnitSlides(own.slice(0, 1).map(({ slide }) => slide.section))
    if (!slide) return []
    const piecesOf = (unit: HTMLElement) => parted.find((one) => one.unit === unit)?.pieces ?? [unit]
    const blocks = own.flatMap(({ unit }) => piecesOf(unit).map((piece): Block => ({ slide, unit: piece })))
    return [{ at, blocks, parted }]
  })
  // Rows that were too tall in narrow columns may not be in wider ones.
  const pieces = partings.flatMap(({ parted }) => parted.flatMap((one) => one.pieces))
  makeRowsWhole(pieces)
  cutTallRows(partings.flatMap(({ blocks }) => blocks.filter(({ unit }) => pieces.includes(unit))))
  const others = findWays(
    partings.map(({ blocks }) => blocks),
    steps,
  )
  const best = [...ways]
  partings.forEach(({ at, parted }, index) => {
    const [way, other] = [ways[at], others[index]]
    if (way && other && other.cost + partedCost * parted.length < way.cost) best[at] = other
    else
      for (const { unit, pieces } of parted) {
        pieces[0]?.before(unit)
        for (const piece of pieces) piece.remove()
      }
  })
  return best
}

/** What the author keeps on one slide is cut only where no size would show it. */
const cuttableOf = (slide: UnitsSlide): readonly Block[] =>
  slide.units
    .filter((unit) => canBeCut(unit) && (!isKept(slide) || unit.matches('.block')))
    .map((unit) => ({ slide, unit }))

/** Cuts what is too tall, all slides together. Their units are others afterwards: find them anew. */
export function cutBlocks(slides: readonly UnitsSlide[], steps: Steps): void {
  const blocks = slides.map(cuttableOf)
  const keptStep = steps.sizesPx.findLastIndex((px) => px >= keptFromPx)
  for (const [first] of blocks)
    if (first) setStep(first.slide.section, isKept(first.slide) ? keptStep : steps.floorSteps - 1, steps)
  const tall = blocks.map((own) => own.filter(isTall))
  for (const { unit } of tall.flat()) unit.classList.add('tight')
  const cuttable = tall.map((own) => own.filter(isTall)).filter((own) => own.length > 0)
  cutTallRows(cuttable.flat())
  for (const { unit } of cuttable.flat())
    if (unit.matches('.code')) unit.classList.replace('tight', 'numbered')
  const ways = partSparse(cuttable, findWays(cuttable, steps), steps)
  for (const { cuttings } of ways) for (const cutting of cuttings) cut(cutting)
  for (const { section } of slides) joinLines(section)
}

// What a way to split costs: how full each part is, in what type, what it breaks apart, and how unlike its neighbour it is.
// The weights are judged on decks of real notes, by looking: 100 is about what a slide full to its edges is worth avoiding.
import { type Box, fillOf, type Part, type UnitMeasure } from './part.js'

const weights = {
  underfull: 100,
  overfull: 100,
  /** From `crammedFrom` on, besides: air around the words is what a full slide lacks first. */
  crammed: 100,
  /** More points than the theme wants, by the square of how many more. */
  crowd: 18,
  /** Each part, where there are several. */
  part: 62,
  lonelyUnit: 250,
  /** A part of at most two lines in all. */
  thinPart: 300,
  /** The last part less than `thinFill` full. */
  thinLast: 160,
  afterLabel: 1e4,
  /** Between a label's items, where all of them would stand on one slide: more than all a crammed slide costs. */
  amongItems: 400,
  beforeLeaning: 60,
  /** Between a line and the block it leads to: worth a rather full slide. */
  beforeBlock: 150,
  atPause: -30,
  /** Between neighbours: the square of the difference in units, and in fill. */
  unevenCount: 4,
  unevenFill: 60,
  /** Type of neighbouring slides, by how far its ratio is above `jumpFrom`. */
  jump: 150,
}
const crammedFrom = 0.86
const thinFill = 0.35

/** From this ratio to the floor on, sizes are for slides with little on them. */
const largeRatio = 1.6

/**
 * What a type size costs, by its ratio to the theme's floor: the floor itself is for slides nothing else helps, a size half
 * as large again or more only for those with little on them. Between these points in a straight line.
 */
const sizeCosts: readonly (readonly [ratio: number, cost: number])[] = [
  [1, 140],
  [1.125, 32],
  [1.25, 0],
  [largeRatio, 0],
  [1.8, 2],
]

/** What the type of a step costs at least, on any slide. */
export function sizeCost(step: number, { sizesPx, floorSteps }: Box): number {
  const ratio = (sizesPx[step] ?? 1) / (sizesPx[floorSteps - 1] ?? 1)
  const above = sizeCosts.findIndex(([at]) => at >= ratio)
  const [from, to] = [sizeCosts[Math.max(0, above - 1)], sizeCosts.at(above)]
  if (!from || !to) return 0
  const [width, climb] = [to[0] - from[0], to[1] - from[1]]
  return width === 0 || above < 0 ? to[1] : from[1] + (climb * (ratio - from[0])) / width
}

function linesOf(units: readonly UnitMeasure[], from: number, to: number, step: number): number {
  let lines = 0
  for (let index = from; index < to; index++) lines += units[index]?.lines[step] ?? 1
  return lines
}

/** Lines that are thin on a slide of their own. */
const thinLines = 2

/** Whether a part holds no more than a line or two. */
export const isThin = (units: readonly UnitMeasure[], { from, to, step }: Part): boolean =>
  linesOf(units, from, to, step) <= thinLines

/** Whether two pieces of what was cut to stand apart are among the units. */
function standTogether(units: readonly UnitMeasure[], from: number, to: number): boolean {
  for (let index = from + 1; index < to; index++) if (units[index]?.apart) return true
  return false
}

/** Whether a label and all its items, of which the unit `at` is one, would stand on one slide. */
function couldStayWhole(units: readonly UnitMeasure[], at: number, step: number, box: Box): boolean {
  let [from, to] = [at, at + 1]
  while (from > 0 && units[from]?.bound) from--
  while (units[to]?.bound) to++
  return fillOf(units, from, to, step, box) <= 1
}

/** The step most slides are set in: the largest that costs nothing. */
export function usualStep({ sizesPx, floorSteps }: Pick<Box, 'sizesPx' | 'floorSteps'>): number {
  const floorPx = sizesPx[floorSteps - 1] ?? 1
  return Math.max(
    0,
    sizesPx.findIndex((px) => px / floorPx <= largeRatio),
  )
}

/** Costs of how full a slide is, by itself. */
function fillCost(fill: number, { fill: good }: Box): number {
  const under = weights.underfull * Math.max(0, (good - fill) / good) ** 3
  const over = weights.overfull * Math.max(0, (fill - good) / (1 - good)) ** 3
  return under + over + weights.crammed * (Math.max(0, fill - crammedFrom) / (1 - crammedFrom)) ** 2
}

/** Cost of units `from` to `to` on one slide; infinite when they are too tall for it. */
export function partCost(
  units: readonly UnitMeasure[],
  from: number,
  to: number,
  step: number,
  box: Box,
  alone: boolean,
): number {
  const fill = fillOf(units, from, to, step, box)
  const count = to - from
  if (fill > 1 || standTogether(units, from, to)) return Number.POSITIVE_INFINITY
  let cost = sizeCost(step, box) + fillCost(fill, box)
  if (count > box.maxPoints) cost += weights.crowd * (count - box.maxPoints) ** 2
  if (!alone) {
    const lines = linesOf(units, from, to, step)
    cost += weights.part
    if (count === 1 && lines <= thinLines) cost += weights.lonelyUnit
    if (lines <= thinLines) cost += weights.thinPart
    if (to === units.length && fill < thinFill) cost += weights.thinLast
  }
  if (to < units.length) {
    if (units[to - 1]?.leads) cost += weights.afterLabel
    if (units[to]?.bound && couldStayWhole(units, to, step, box)) cost += weights.amongItems
    if (units[to]?.leans) cost += weights.beforeLeaning
    if (units[to - 1]?.opens) cost += weights.beforeBlock
    else if (units[to]?.paused) cost += weights.atPause
  }
  return cost
}

/** Cost of two neighbouring parts, as [units, fill] of each: a pair looks best when they are alike. */
export function pairCost(one: readonly [number, number], other: readonly [number, number]): number {
  return weights.unevenCount * (one[0] - other[0]) ** 2 + weights.unevenFill * (one[1] - other[1]) ** 2
}

/** From this ratio of two type sizes on the eye sees a jump where it expects the same talk to go on. */
const jumpFrom = 1.2

/** Cost of two slides of one talk, one after the other, set in these sizes. */
export function sizesCost(onePx: number, otherPx: number): number {
  const ratio = Math.max(onePx, otherPx) / Math.min(onePx, otherPx)
  return weights.jump * Math.max(0, ratio - jumpFrom)
}

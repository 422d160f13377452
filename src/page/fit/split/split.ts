// Heights of units at each type step → the parts a slide is split into. Pure arithmetic: no DOM, same result everywhere.
// Each way to split has a cost (cost.ts); the least sum wins. What is too tall at all of the theme's sizes is taken out first
// (giants.ts), so that the rest keeps them.
import { pairCost, partCost, sizesCost } from './cost.js'
import { findRuns, joinRuns, type Run, standGiants } from './giants.js'
import { type Box, fillOf, type Part, type UnitMeasure, type Way } from './part.js'

type Ending = {
  readonly cost: number
  readonly from: number
  /** Units of the part before. */
  readonly size: number
  /** Of the part that ends here. */
  readonly fill: number
}

/** The cheapest breaks at one step: for each end and each size of the part that ends there, the best way to come there. */
function splitAtStep(
  units: readonly UnitMeasure[],
  step: number,
  box: Box,
  alone: boolean,
): { cost: number; breaks: number[] } {
  const whole = partCost(units, 0, units.length, step, box, alone)
  const ends: Map<number, Ending>[] = [new Map([[0, { cost: 0, from: 0, size: 0, fill: 0 }]])]
  for (let to = 1; to <= units.length; to++) {
    const bySize = new Map<number, Ending>()
    for (let from = to - 1; from >= 0; from--) {
      if (from === 0 && to === units.length) break
      const own = partCost(units, from, to, step, box, false)
      if (own === Number.POSITIVE_INFINITY) break
      const size = to - from
      const fill = fillOf(units, from, to, step, box)
      for (const [before, best] of ends[from] ?? []) {
        const pair = from === 0 ? 0 : pairCost([before, best.fill], [size, fill])
        const cost = best.cost + own + pair
        const known = bySize.get(size)
        if (!known || cost < known.cost) bySize.set(size, { cost, from, size: before, fill })
      }
    }
    ends.push(bySize)
  }
  let last: { size: number; best: Ending } | undefined
  for (const [size, best] of ends[units.length] ?? [])
    if (!last || best.cost < last.best.cost) last = { size, best }
  if (!last || whole <= last.best.cost) return { cost: whole, breaks: [0, units.length] }
  const breaks = [units.length]
  let at: { to: number; best: Ending | undefined } = { to: units.length, best: last.best }
  while (at.best && at.to > 0) {
    breaks.unshift(at.best.from)
    const { from, size } = at.best
    at = { to: from, best: from > 0 ? ends[from]?.get(size) : undefined }
  }
  return { cost: last.best.cost, breaks }
}

/** Px: in smaller type than this nothing is kept on one slide, whatever the author asks for. */
export const keptFromPx = 16

/** All units on one slide, in the largest type that allows it; no way when none does that can be read. */
export function keepWays(units: readonly UnitMeasure[], box: Box): readonly Way[] {
  for (const [step, sizePx] of box.sizesPx.entries()) {
    if (sizePx < keptFromPx) break
    const fill = fillOf(units, 0, units.length, step, box)
    if (fill <= 1)
      return [{ parts: [{ from: 0, to: units.length, step, fill }], fits: true, cost: 0, step, sizePx }]
  }
  return []
}

/** All runs in one type step, each broken where that is cheapest. */
function splitRuns(
  units: readonly UnitMeasure[],
  runs: readonly Run[],
  step: number,
  box: Box,
  alone: boolean,
): { cost: number; parts: readonly Part[] } {
  let cost = 0
  const parts = runs.flatMap((run) => {
    const found = splitAtStep(units.slice(run.from, run.to), step, box, alone)
    cost += found.cost
    return found.breaks.slice(1).map((end, index): Part => {
      const [from, to] = [run.from + (found.breaks[index] ?? 0), run.from + end]
      return { from, to, step, fill: fillOf(units, from, to, step, box) }
    })
  })
  return { cost, parts }
}

/**
 * The best split at each of the theme's type steps that was measured, largest first: one step for all parts but those that hold a unit too tall
 * for any of them.
 */
export function findWays(units: readonly UnitMeasure[], box: Box): readonly Way[] {
  if (units.length === 0) return keepWays(units, box)
  const runs = joinRuns(units, findRuns(units, box), box)
  const giants = standGiants(units, runs, box)
  const others = runs.filter(({ giant }) => !giant)
  return box.sizesPx.slice(0, box.floorSteps).flatMap((sizePx, step): readonly Way[] => {
    if (box.gapPx[step] === undefined) return []
    const split = splitRuns(units, others, step, box, runs.length === 1)
    const parts = [...split.parts, ...giants].toSorted((one, other) => one.from - other.from)
    return [{ ...split, parts, step, sizePx, fits: parts.every(({ fill }) => fill <= 1.0005) }]
  })
}

/** A way for a slide, the ways chosen for those before it, and what they cost together. */
type Chosen = { readonly cost: number; readonly way: Way; readonly before?: Chosen | undefined }

/** The cheapest way for each slide of a talk, where neighbours in very unlike type cost something too. In slides' order. */
export function chooseWays(slides: readonly (readonly Way[])[]): readonly Way[] {
  let bests: readonly Chosen[] = []
  for (const ways of slides)
    bests = ways.map((way) => {
      let least: Chosen = { cost: Number.POSITIVE_INFINITY, way, before: bests[0] }
      for (const before of bests) {
        const cost = before.cost + way.cost + sizesCost(before.way.sizePx, way.sizePx)
        if (cost < least.cost) least = { cost, way, before }
      }
      return bests.length > 0 ? least : { cost: way.cost, way }
    })
  let last = bests[0]
  for (const best of bests) if (last && best.cost < last.cost) last = best
  const chosen: Way[] = []
  for (; last; last = last.before) chosen.push(last.way)
  return chosen.toReversed()
}

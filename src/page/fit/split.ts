// Heights of units at each type step → the parts a slide is split into. Pure arithmetic: no DOM, same result everywhere.
// Each way to split has a cost (cost.ts); the least sum wins. What is too tall at all of the theme's sizes is taken out first
// (giants.ts), so that the rest keeps them.
import { pairCost, partCost } from './cost.js'
import { findRuns, joinRuns, type Run, standGiants } from './giants.js'
import { type Box, fillOf, type Part, type Split, type UnitMeasure } from './part.js'

type Best = {
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
  const ends: Map<number, Best>[] = [new Map([[0, { cost: 0, from: 0, size: 0, fill: 0 }]])]
  for (let to = 1; to <= units.length; to++) {
    const bySize = new Map<number, Best>()
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
  let last: { size: number; best: Best } | undefined
  for (const [size, best] of ends[units.length] ?? [])
    if (!last || best.cost < last.best.cost) last = { size, best }
  if (!last || whole <= last.best.cost) return { cost: whole, breaks: [0, units.length] }
  const breaks = [units.length]
  let at: { to: number; best: Best | undefined } = { to: units.length, best: last.best }
  while (at.best && at.to > 0) {
    breaks.unshift(at.best.from)
    const { from, size } = at.best
    at = { to: from, best: from > 0 ? ends[from]?.get(size) : undefined }
  }
  return { cost: last.best.cost, breaks }
}

/** The largest type in which all units stand on one slide; `undefined` when none does. */
export function keepUnits(units: readonly UnitMeasure[], stepCount: number, box: Box): Split | undefined {
  for (let step = 0; step < stepCount; step++) {
    const fill = fillOf(units, 0, units.length, step, box)
    if (fill <= 1) return { parts: [{ from: 0, to: units.length, step, fill }], fits: true }
  }
  return undefined
}

/** One type step for all the runs together, the cheapest, and where each of them breaks. */
function splitRuns(units: readonly UnitMeasure[], runs: readonly Run[], box: Box, alone: boolean): Part[] {
  let best: { cost: number; parts: Part[] } | undefined
  for (let step = 0; step < box.floorSteps; step++) {
    let cost = 0
    const parts = runs.flatMap((run) => {
      const found = splitAtStep(units.slice(run.from, run.to), step, box, alone)
      cost += found.cost
      return found.breaks.slice(1).map((end, index): Part => {
        const [from, to] = [run.from + (found.breaks[index] ?? 0), run.from + end]
        return { from, to, step, fill: fillOf(units, from, to, step, box) }
      })
    })
    if (!best || cost < best.cost) best = { cost, parts }
  }
  return best?.parts ?? []
}

/** Chooses where to break, and the type step: one for all parts but those that hold a unit too tall for any of the theme's. */
export function splitUnits(units: readonly UnitMeasure[], stepCount: number, box: Box): Split {
  if (units.length === 0) return { parts: [{ from: 0, to: 0, step: 0, fill: 0 }], fits: true }
  const runs = joinRuns(units, findRuns(units, stepCount, box), stepCount, box)
  const giants = standGiants(units, runs, stepCount, box)
  const others = runs.filter(({ giant }) => !giant)
  const parts = [...splitRuns(units, others, box, runs.length === 1), ...giants].toSorted(
    (one, other) => one.from - other.from,
  )
  return { parts, fits: parts.every((part) => part.fill <= 1.0005) }
}

// Heights of units at each type step → the parts a slide is split into. Pure arithmetic: no DOM, same result everywhere.
// Each way to split has a cost (`weights`, judged on decks of real notes); the least sum wins.

export type UnitMeasure = {
  /** Height in px and number of text lines at each step. */
  readonly heightPx: readonly number[]
  readonly lines: readonly number[]
  /** “label：” before its items: nothing may come between them. */
  readonly leads: boolean
  /** Starts with but, so, for example …: it leans on the unit before it. */
  readonly leans: boolean
}

export type Box = {
  readonly heightPx: number
  /** Space between units, px, at each step. */
  readonly gapPx: readonly number[]
  /** How full a good slide is, 0 to 1. */
  readonly fill: number
  readonly maxPoints: number
  /** Steps from this one on are below the theme's floor. */
  readonly floorSteps: number
}

export type Part = { readonly from: number; readonly to: number; readonly fill: number }
export type Split = {
  readonly step: number
  readonly parts: readonly Part[]
  readonly cost: number
  readonly fits: boolean
}

const weights = {
  underfull: 100,
  overfull: 100,
  /** Smaller type, by how far below the largest it is: the third size costs 25, the floor 80. */
  steps: [0, 0, 25, 80],
  belowFloor: 600,
  crowd: 18,
  part: 90,
  lonelyUnit: 250,
  thinPart: 300,
  thinLast: 160,
  afterLabel: 1e4,
  beforeLeaning: 60,
  uneven: 4,
  tooTall: 1e6,
}

function stepCost(step: number, floorSteps: number): number {
  if (step >= floorSteps) return weights.belowFloor * (step - floorSteps + 1)
  return weights.steps[step] ?? weights.steps.at(-1) ?? 0
}

function fillOf(units: readonly UnitMeasure[], from: number, to: number, step: number, box: Box): number {
  let height = (box.gapPx[step] ?? 0) * (to - from - 1)
  for (let index = from; index < to; index++) height += units[index]?.heightPx[step] ?? 0
  return height / box.heightPx
}

function linesOf(units: readonly UnitMeasure[], from: number, to: number, step: number): number {
  let lines = 0
  for (let index = from; index < to; index++) lines += units[index]?.lines[step] ?? 1
  return lines
}

/** Cost of units `from` to `to` on one slide; infinite when several units are too tall together. */
function partCost(
  units: readonly UnitMeasure[],
  from: number,
  to: number,
  step: number,
  box: Box,
  alone: boolean,
): number {
  const fill = fillOf(units, from, to, step, box)
  const count = to - from
  if (fill > 1) return count === 1 ? weights.tooTall * fill : Number.POSITIVE_INFINITY
  const { fill: good } = box
  let cost = stepCost(step, box.floorSteps)
  cost += weights.underfull * Math.max(0, (good - fill) / good) ** 3
  cost += weights.overfull * Math.max(0, (fill - good) / (1 - good)) ** 3
  if (count > box.maxPoints) cost += weights.crowd * (count - box.maxPoints) ** 2
  if (!alone) {
    const lines = linesOf(units, from, to, step)
    cost += weights.part
    if (count === 1 && lines <= 2) cost += weights.lonelyUnit
    if (lines <= 2) cost += weights.thinPart
    if (to === units.length && fill < 0.35) cost += weights.thinLast
  }
  if (to < units.length) {
    if (units[to - 1]?.leads) cost += weights.afterLabel
    if (units[to]?.leans) cost += weights.beforeLeaning
  }
  return cost
}

type Best = { readonly cost: number; readonly from: number; readonly size: number }

/** The cheapest breaks at one step: for each end and each size of the part that ends there, the best way to come there. */
function splitAtStep(
  units: readonly UnitMeasure[],
  step: number,
  box: Box,
): { cost: number; breaks: number[] } {
  const whole = partCost(units, 0, units.length, step, box, true)
  const ends: Map<number, Best>[] = [new Map([[0, { cost: 0, from: 0, size: 0 }]])]
  for (let to = 1; to <= units.length; to++) {
    const bySize = new Map<number, Best>()
    for (let from = to - 1; from >= 0; from--) {
      if (from === 0 && to === units.length) break
      const own = partCost(units, from, to, step, box, false)
      if (own === Number.POSITIVE_INFINITY) break
      const size = to - from
      for (const [before, best] of ends[from] ?? []) {
        const uneven = before === 0 ? 0 : weights.uneven * (before - size) ** 2
        const cost = best.cost + own + uneven
        const known = bySize.get(size)
        if (!known || cost < known.cost) bySize.set(size, { cost, from, size: before })
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
    if (fill <= 1) return { step, parts: [{ from: 0, to: units.length, fill }], cost: 0, fits: true }
  }
  return undefined
}

/** Chooses one type step for all parts and where to break. `fits` is false when a single unit is too tall at every step. */
export function splitUnits(units: readonly UnitMeasure[], stepCount: number, box: Box): Split {
  let best: { cost: number; breaks: number[]; step: number } = {
    cost: Number.POSITIVE_INFINITY,
    breaks: [0, units.length],
    step: stepCount - 1,
  }
  for (let step = 0; step < stepCount; step++) {
    const found = splitAtStep(units, step, box)
    if (found.cost < best.cost) best = { ...found, step }
  }
  const parts = best.breaks.slice(1).map((to, index): Part => {
    const from = best.breaks[index] ?? 0
    return { from, to, fill: fillOf(units, from, to, best.step, box) }
  })
  return { step: best.step, parts, cost: best.cost, fits: parts.every((part) => part.fill <= 1.0005) }
}

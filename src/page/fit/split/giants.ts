// Units → runs of them: those that stand in the theme's sizes together, and between them each one that is too tall for a slide
// even at the smallest. Such a giant gets a slide and a size of its own, and its neighbours keep theirs. Pure arithmetic.
import { type Box, fillOf, type Part, type UnitMeasure } from './part.js'

export type Run = { readonly from: number; readonly to: number; readonly giant: boolean }

const isGiant = (unit: UnitMeasure | undefined, box: Box): boolean =>
  (unit?.heightPx[box.floorSteps - 1] ?? 0) > (box.heightPx[box.floorSteps - 1] ?? 0)

/** In order, every unit in one of them; “label：”, or the line before a block, stands with the giant it leads into. */
export function findRuns(units: readonly UnitMeasure[], box: Box): readonly Run[] {
  const runs: Run[] = []
  let from = 0
  const end = (to: number, giant: boolean) => {
    if (to > from) runs.push({ from, to, giant })
    from = to
  }
  units.forEach((unit, index) => {
    if (!isGiant(unit, box)) return
    const before = units[index - 1]
    const led =
      index > from &&
      (before?.leads === true || before?.opens === true) &&
      fillOf(units, index - 1, index + 1, box.gapPx.length - 1, box) <= 1
    end(led ? index - 1 : index, false)
    end(index + 1, true)
  })
  end(units.length, false)
  return runs
}

/** The largest type in which the run stands on one slide, or the smallest there is. */
function stepOf(units: readonly UnitMeasure[], { from, to }: Run, box: Box): number {
  const stepCount = box.gapPx.length
  for (let step = 0; step < stepCount; step++) if (fillOf(units, from, to, step, box) <= 1) return step
  return stepCount - 1
}

const isThin = (units: readonly UnitMeasure[], run: Run, box: Box): boolean =>
  !run.giant && run.to - run.from === 1 && (units[run.from]?.lines[box.floorSteps - 1] ?? 1) <= 2

/** A line or two left beside a giant stand with it where they fit, rather than alone. */
export function joinRuns(units: readonly UnitMeasure[], runs: readonly Run[], box: Box): readonly Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    const pair = last && { from: last.from, to: run.to, giant: true }
    const may =
      last && pair && last.giant !== run.giant && isThin(units, last.giant ? run : last, box)
        ? fillOf(units, pair.from, pair.to, stepOf(units, last.giant ? last : run, box), box) <= 1
        : false
    if (pair && may) joined[joined.length - 1] = pair
    else joined.push(run)
  }
  return joined
}

/** A part for each giant; those that follow one another, such as pieces of one table, are of one size. */
export function standGiants(units: readonly UnitMeasure[], runs: readonly Run[], box: Box): readonly Part[] {
  const steps = runs.map((run) => (run.giant ? stepOf(units, run, box) : 0))
  for (let index = 1; index < runs.length; index++)
    if (runs[index]?.giant && runs[index - 1]?.giant)
      steps[index] = Math.max(steps[index] ?? 0, steps[index - 1] ?? 0)
  for (let index = runs.length - 2; index >= 0; index--)
    if (runs[index]?.giant && runs[index + 1]?.giant)
      steps[index] = Math.max(steps[index] ?? 0, steps[index + 1] ?? 0)
  return runs.flatMap((run, index) => {
    const step = steps[index] ?? 0
    return run.giant
      ? [{ from: run.from, to: run.to, step, fill: fillOf(units, run.from, run.to, step, box) }]
      : []
  })
}

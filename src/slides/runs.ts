// A section's units → runs: what may share slides, cut at headings and where the author begins a new slide.
import type { GroupHeading, Unit, Wish } from '../notes/notes.js'
import type { Shown } from './layout.js'

export type Run = {
  /** Headings the run stands under; those with nothing between them stand together. */
  readonly headings: readonly GroupHeading[]
  readonly units: readonly Shown[]
  readonly wish: Wish | undefined
}

type Growing = { headings: readonly GroupHeading[]; units: Shown[]; wish: Wish | undefined }

/** A heading that nothing follows is a thought by itself: a slide with nothing under its name says less. */
const pointOf = ({ html, text, at }: GroupHeading): Shown => ({
  kind: 'point',
  html,
  text,
  at,
  remarks: [],
  children: [],
})

/** Every unit is in exactly one run, in order; no run is empty. */
export function cutRuns(units: readonly Unit[]): readonly Run[] {
  const runs: Growing[] = []
  for (const unit of units) {
    const last = runs.at(-1)
    if (unit.kind === 'group') {
      if (last && last.units.length === 0) last.headings = [...last.headings, unit]
      else runs.push({ headings: [unit], units: [], wish: undefined })
    } else if (!last || (unit.begins && last.units.length > 0)) {
      runs.push({ headings: last?.headings ?? [], units: [unit], wish: unit.wish })
    } else {
      if (last.units.length === 0) last.wish = unit.wish
      last.units.push(unit)
    }
  }
  const last = runs.at(-1)
  if (last?.units.length === 0) {
    last.units = last.headings.map(pointOf)
    last.headings = []
  }
  return runs
}

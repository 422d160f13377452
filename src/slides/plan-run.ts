// One run of units → its choices of layout, by the author's directive or by what suits the units.
import type { Section, Wish } from '../notes/notes.js'
import type { Problem } from '../shared/problem.js'
import { suggestName } from '../shared/text.js'
import { type Budget, type Choice, chooseAsked, chooseSlides } from './choose.js'
import type { Stretch, StretchLayout } from './layout.js'
import { layouts } from './layouts/index.js'
import { points } from './layouts/points.js'
import type { Run } from './runs.js'

const stretchLayouts = layouts.filter((layout): layout is StretchLayout => layout.stands === 'stretch')

/** Whether a unit asks for its section to be opened. */
export const asksForOpener = (section: Section): boolean =>
  section.units.some((unit) => unit.kind !== 'group' && unit.wish?.layout === 'section')

/** The layout a directive names, when it is one that takes units; otherwise the author hears why not. */
function findAsked(wish: Wish | undefined, problems: Problem[]): StretchLayout | undefined {
  const name = wish?.layout
  if (!wish || name === undefined) return undefined
  const found = layouts.find((layout) => layout.name === name)
  if (found?.stands === 'stretch') return found
  if (found?.stands === 'opener') return undefined
  problems.push({
    code: 'slides/unknown-layout',
    severity: 'warning',
    message: found
      ? `The deck makes its own “${name}”; notes cannot ask for one.`
      : `There is no layout “${name}”.`,
    hint: suggestName(
      name,
      layouts
        .filter(({ stands }) => stands === 'stretch' || stands === 'opener')
        .map((layout) => layout.name),
    ),
    at: wish.at,
  })
  return undefined
}

/** Chooses by what suits the units. What the author keeps together is one slide: nothing is lifted out of it. */
function chooseFree(run: Run, stretch: Omit<Stretch, 'asked'>, budget: Budget): readonly Choice[] {
  const own = { ...budget }
  const choices = chooseSlides(run.units, stretchLayouts, { ...stretch, asked: false }, own)
  if (run.wish?.keep && choices.length > 1) return [{ layout: points, units: [...run.units] }]
  budget.rare = own.rare
  return choices
}

/** Chooses for one run. What the author asks for and cannot be had is added to `problems`. */
export function chooseRun(
  run: Run,
  stretch: Omit<Stretch, 'asked'>,
  budget: Budget,
  problems: Problem[],
): readonly Choice[] {
  const asked = findAsked(run.wish, problems)
  if (!asked) return chooseFree(run, stretch, budget)
  const choices = chooseAsked(run.units, asked, { ...stretch, asked: true })
  if (run.wish && choices.some(({ layout }) => !layout)) {
    problems.push({
      code: 'slides/layout-unfit',
      severity: 'warning',
      message: `Some of what follows cannot be “${asked.name}”; it became points.`,
      hint: `${asked.name}: ${asked.purpose}`,
      at: run.wish.at,
    })
  }
  return choices
}

// One section → its slides: the opener if it earns one, then each run of units through the layouts.
import type { Inline, RemarkPolicy, Unit } from '../notes/notes.js'
import type { Problem } from '../shared/problem.js'
import { remember } from '../shared/remember.js'
import { slugOf } from '../shared/text.js'
import type { Choice } from './choose.js'
import type { Draft, Layout, Material, SectionMaterial } from './layout.js'
import { layouts } from './layouts/index.js'
import { isPanel } from './layouts/panel.js'
import { points } from './layouts/points.js'
import { isThin } from './neighbours.js'
import {
  boldEnough,
  boldShare,
  noteRemarks,
  noteUnits,
  remarksOf,
  sectionNumber,
  viewRemarks,
} from './pieces.js'
import { asksForOpener, chooseRun } from './plan-run.js'
import { cutRuns, type Run } from './runs.js'
import type { Slide } from './slide.js'

export type PlannedSlide = {
  readonly layout: Layout
  readonly draft: Draft
  /** What the author asked of the slide beside its layout. */
  readonly asked: Pick<Slide, 'keep' | 'className' | 'fragments'>
  /** Lines on it that the author marked bold. */
  readonly bold: readonly Inline[]
}

/** At most one rare slide for every five units, and two in a section. */
const unitsForOneRare = 5
const maxRare = 2

/** Up to three units are one slide: nothing is lifted out of them. */
const smallSection = 3

/** Of an id written as an address, less the number of a part: 127 is what a name in a PDF may have. */
const maxIdBytes = 118

type ChosenRun = { readonly run: Run; readonly choices: readonly Choice[] }
type Chosen = {
  readonly opener: readonly PlannedSlide[]
  /** Whether the opener took a line for its lead. */
  readonly led: boolean
  readonly runs: readonly ChosenRun[]
}

const findBold = (units: readonly Unit[]) =>
  units.filter((unit) => unit.kind === 'point' && boldShare(unit) >= boldEnough)

/** Opens the section, with its first line as the lead if it may, and chooses layouts for the rest. */
function chooseSection(
  remarks: RemarkPolicy,
  of: SectionMaterial,
  lead: boolean,
  problems: Problem[],
): Chosen {
  const { section } = of
  const opener: PlannedSlide[] = []
  let rest: readonly Unit[] = section.units
  for (const layout of layouts) {
    if (layout.stands !== 'opener') continue
    const made = layout.plan({ remarks }, of, { asked: asksForOpener(section), lead })
    const taken = rest.slice(0, rest.length - made.rest.length)
    rest = made.rest
    if (made.draft) opener.push({ layout, draft: made.draft, asked: {}, bold: findBold(taken) })
  }
  const count = section.units.length
  // What is said in a panel belongs to its question: no line is lifted out of it.
  const rare = isPanel(section) ? 0 : Math.min(maxRare, Math.ceil(count / unitsForOneRare))
  const budget = { rare, whole: count <= smallSection }
  const stretch = { section, remarks }
  const runs = cutRuns(rest).map((run) => ({ run, choices: chooseRun(run, stretch, budget, problems) }))
  return { opener, led: rest.length < count, runs }
}

/** How well a section came out: slides that are more than points count, a lone short thought counts against. */
function judge({ opener, runs }: Chosen): number {
  const choices = runs.flatMap((run) => run.choices)
  const first = choices[0]
  const lone = opener.length > 0 && !first?.layout && first?.units.length === 1 && isThin(first.units[0])
  return choices.filter(({ layout }) => layout && layout !== points).length - (lone ? 2 : 0)
}

/** A presented deck is planned again at each save, and most of its sections say what they said. */
const planOnce = remember((_facts: string, material: Material, of: SectionMaterial) => {
  const problems: Problem[] = []
  return { planned: planAnew(material, of, problems), problems }
}, 512)

/** Plans one section; what cannot be had as asked is added to `problems`. */
export function planSection(
  material: Material,
  of: SectionMaterial,
  problems: Problem[],
): readonly PlannedSlide[] {
  const once = planOnce(JSON.stringify([material.remarks, of]), material, of)
  problems.push(...once.problems)
  return once.planned
}

/** From nothing but the section, and what is to become of remarks. */
function planAnew(
  { remarks }: Pick<Material, 'remarks'>,
  of: SectionMaterial,
  problems: Problem[],
): readonly PlannedSlide[] {
  const { section, number, id } = of
  const led: Problem[] = []
  const plain: Problem[] = []
  const withLead = chooseSection(remarks, of, true, led)
  const without = withLead.led ? chooseSection(remarks, of, false, plain) : withLead
  const best = judge(without) > judge(withLead) ? without : withLead
  problems.push(...(best === withLead ? led : plain))

  const planned: PlannedSlide[] = [...best.opener]
  for (const { run, choices } of best.runs) {
    const heading = run.headings.map(({ html }) => html).join(' · ')
    const { wish } = run
    choices.forEach(({ layout = points, units }, index) => {
      const own = units.flatMap(remarksOf)
      const first = planned.length === 0
      // Under a heading of its own a slide is called what the heading says, so that its link outlives edits.
      const name = (index === 0 ? run.headings[0]?.text : undefined) ?? units[0]?.text ?? ''
      planned.push({
        layout,
        draft: {
          id: first ? id : `${id}-${slugOf(name, Math.max(27, maxIdBytes - encodeURIComponent(id).length))}`,
          view: {
            number: sectionNumber(number),
            titleLine: (run.headings[0] ?? section).at.line,
            title: heading || section.title.html,
            ...(heading ? { meta: section.title.html } : {}),
            line: units[0]?.at.line,
            remarks: viewRemarks(own, remarks),
            ...layout.view(units, { section, remarks, asked: wish?.layout === layout.name }),
          },
          speakerNotes: [...noteRemarks(first ? section.remarks : [], remarks), ...noteUnits(units, remarks)],
          at: run.headings[0]?.at ?? units[0]?.at ?? section.at,
        },
        asked: {
          ...(wish?.keep ? { keep: true } : {}),
          ...(wish?.className === undefined ? {} : { className: wish.className }),
          ...(wish?.fragments === undefined ? {} : { fragments: wish.fragments }),
        },
        bold: findBold(units),
      })
    })
  }
  return planned
}

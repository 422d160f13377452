// What no other layout took → points, a slide for each heading inside the section; the page splits what is too tall.
import type { GroupHeading, Unit } from '../../notes/notes.js'
import type { Draft, Layout } from '../layout.js'
import { noteRemarks, remarksOf, sectionNumber, viewUnit } from '../pieces.js'

type Group = { readonly heading: GroupHeading | undefined; readonly units: Unit[] }

function groupUnits(units: readonly Unit[]): readonly Group[] {
  const groups: Group[] = []
  for (const unit of units) {
    if (unit.kind === 'group') groups.push({ heading: unit, units: [] })
    else {
      const last = groups.at(-1)
      if (last) last.units.push(unit)
      else groups.push({ heading: undefined, units: [unit] })
    }
  }
  return groups
}

export const points: Layout = {
  name: 'points',
  purpose: 'The default: one thought a line, the author’s order kept.',
  stands: 'section',
  plan({ remarks }, { section, number, id, units, opened }) {
    const own = opened ? [] : section.remarks
    const drafts = groupUnits(units).map(({ heading, units: grouped }, index): Draft => {
      const first = index === 0
      const suffix = heading ? `${id} ${heading.text}` : `${id} points`
      const spoken = [...(first ? own : []), ...grouped.flatMap(remarksOf)]
      return {
        id: first && !opened ? id : suffix,
        view: {
          number: sectionNumber(number),
          title: heading ? heading.html : section.title.html,
          meta: heading ? section.title.html : undefined,
          units: grouped.map((unit) => viewUnit(unit, remarks)),
        },
        speakerNotes: noteRemarks(spoken, remarks),
        at: heading?.at ?? grouped[0]?.at ?? section.at,
      }
    })
    return { drafts, rest: [] }
  },
}

// What no other layout took → points, a slide for each heading inside the section; the page splits what is too tall.
import type { Block, GroupHeading, Point, Unit } from '../../notes/notes.js'
import { slugOf } from '../../shared/text.js'
import type { Draft, Layout } from '../layout.js'
import { noteRemarks, remarksOf, sectionNumber, viewUnit } from '../pieces.js'

type Group = { readonly headings: readonly GroupHeading[]; readonly units: (Point | Block)[] }

/** Units under their headings. Headings with nothing between them stand together over what follows. */
function groupUnits(units: readonly Unit[]): readonly Group[] {
  const groups: Group[] = []
  for (const unit of units) {
    const last = groups.at(-1)
    if (unit.kind !== 'group') {
      if (last) last.units.push(unit)
      else groups.push({ headings: [], units: [unit] })
    } else if (last && last.units.length === 0)
      groups[groups.length - 1] = { headings: [...last.headings, unit], units: [] }
    else groups.push({ headings: [unit], units: [] })
  }
  return groups
}

export const points: Layout = {
  name: 'points',
  purpose: 'The default: one thought a line, the author’s order kept.',
  stands: 'section',
  plan({ remarks }, { section, number, id, units, opened }) {
    const own = opened ? [] : section.remarks
    const drafts = groupUnits(units).map(({ headings, units: grouped }, index): Draft => {
      const first = index === 0
      const heading = headings.map(({ html }) => html).join(' · ')
      const suffix = headings[0] ? `${id}-${slugOf(headings[0].text)}` : `${id}-points`
      const spoken = [...(first ? own : []), ...grouped.flatMap(remarksOf)]
      return {
        id: first && !opened ? id : suffix,
        view: {
          number: sectionNumber(number),
          title: heading || section.title.html,
          meta: heading ? section.title.html : undefined,
          units: grouped.map((unit) => viewUnit(unit, remarks)),
        },
        speakerNotes: noteRemarks(spoken, remarks),
        at: headings[0]?.at ?? grouped[0]?.at ?? section.at,
      }
    })
    return { drafts, rest: [] }
  },
}

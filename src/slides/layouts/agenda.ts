// Three sections or more → the agenda: every section with its number, linked to where it begins.
import type { Layout } from '../layout.js'
import { countPoints, sectionNumber, toneOf } from '../pieces.js'

export const agenda: Layout = {
  name: 'agenda',
  purpose:
    'After the title when there are three sections or more; two columns over six, three and names only over fourteen.',
  stands: 'opening',
  plan({ notes, words, sections, agenda }) {
    if (!agenda || sections.length < 3) return []
    const columns = sections.length > 14 ? 3 : sections.length > 6 ? 2 : 1
    return [
      {
        id: 'agenda',
        view: {
          title: words.agenda,
          meta: words.talks(sections.length),
          columns,
          rows: Math.ceil(sections.length / columns),
          counted: columns < 3,
          items: sections.map(({ id, section, number }) => ({
            id,
            number: sectionNumber(number),
            tone: toneOf(number),
            line: section.at.line,
            // The row is itself a link, and links do not stand in links.
            name: section.title.html.replace(/<\/?a\b[^>]*>/g, ''),
            count: countPoints(section.units) || undefined,
          })),
        },
        speakerNotes: [],
        at: { file: notes.file, line: 1 },
      },
    ]
  },
}

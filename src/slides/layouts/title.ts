// The notes' head → the first slide: what it was, where, and how much there is to read.
import type { Layout } from '../layout.js'
import { allRemarks, countPoints } from '../pieces.js'

export const title: Layout = {
  name: 'title',
  purpose:
    'The first slide: the deck’s title, from front matter, a lone heading, the first words or the file’s name.',
  stands: 'opening',
  plan({ notes, words, remarks, reflection }) {
    const { head } = notes
    const points = countPoints(notes.sections.flatMap((section) => section.units))
    const where = [head.event, head.date, head.place].filter((part) => part !== undefined)
    const thoughts = allRemarks(notes.sections).length + (reflection ? 1 : 0)
    const facts = [
      ...(notes.sections.length > 1 ? [words.talks(notes.sections.length)] : []),
      ...(points > 0 ? [words.points(points)] : []),
      // How much was muttered is itself private unless remarks are shown.
      ...(remarks === 'show' && thoughts > 0 ? [words.remarks(thoughts)] : []),
    ]
    return [
      {
        id: 'title',
        view: {
          kicker: where.length > 0 ? where : [words.kicker],
          title: notes.title.html,
          subtitle: head.subtitle,
          author: head.author,
          facts,
          seal: words.seal,
        },
        speakerNotes: [],
        at: { file: notes.file, line: 1 },
      },
    ]
  },
}

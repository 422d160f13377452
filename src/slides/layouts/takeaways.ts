// The lines the author marked bold → one slide that lists them once more, each a link to where it was said.
import type { Layout } from '../layout.js'
import { sectionNumber } from '../pieces.js'

export const takeaways: Layout = {
  name: 'takeaways',
  purpose:
    'Two to five lines in different places of the notes that the author marked bold; like the agenda, it links.',
  stands: 'ending',
  plan({ notes, words, sections }, bold) {
    if (bold.length < 2 || bold.length > 5 || sections.length < 2) return []
    return [
      {
        id: 'takeaways',
        view: {
          title: words.takeaways,
          items: bold.map(({ line, id, number }) => ({
            // The item is itself a link, and links do not stand in links.
            html: line.html.replace(/<\/?(?:a|strong|b)\b[^>]*>/g, ''),
            id,
            number: sectionNumber(number),
          })),
        },
        speakerNotes: [],
        at: { file: notes.file },
      },
    ]
  },
}

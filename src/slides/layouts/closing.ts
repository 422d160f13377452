// The end of the notes → the last slide, in the author's words or the deck's own.
import { escapeHtml } from '../../shared/text.js'
import type { Layout } from '../layout.js'

export const closing: Layout = {
  name: 'closing',
  purpose:
    'The last slide; `closing: …` in the front matter gives its words, `closing: false` leaves it out.',
  stands: 'ending',
  plan({ notes, words }) {
    const chosen = notes.head.closing
    if (chosen === false) return []
    const own = typeof chosen === 'string'
    return [
      {
        id: 'closing',
        view: { title: own ? escapeHtml(chosen) : words.end, subtitle: own ? undefined : words.thanks, own },
        speakerNotes: [],
        at: { file: notes.file },
      },
    ]
  },
}

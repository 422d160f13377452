// The note-taker’s own last word → a slide of its own, when remarks are shown.

import { sliceInline } from '../../notes/inline.js'
import type { Layout } from '../layout.js'

export const reflection: Layout = {
  name: 'reflection',
  purpose:
    'With remarks shown: the paragraph at the end of the notes in which the note-taker speaks for himself.',
  stands: 'ending',
  plan({ reflection: last, words }) {
    if (!last) return []
    // The last of several sentences stands smaller, as an afterthought.
    const cut = last.text.length > 30 ? last.text.slice(0, -1).search(/[。！？!?.][^。！？!?.]*$/) : -1
    const whole = cut < 0
    return [
      {
        id: 'reflection',
        view: {
          title: words.reflection,
          line: last.at.line,
          say: whole ? last.html : sliceInline(last, 0, cut + 1).html,
          rest: whole ? undefined : sliceInline(last, cut + 1).html,
        },
        speakerNotes: [],
        at: last.at,
      },
    ]
  },
}

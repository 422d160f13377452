// Private remarks that are found in the text of the deck everybody gets.
import { textOfHtml } from '../../notes/sanitize.js'
import { allRemarks } from '../../slides/pieces.js'
import type { Rule } from '../rule.js'

/** Shorter ones (“really?”) may well have been said somewhere else too. */
const minLetters = 8

const letters = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()

export const remarkLeak: Rule = {
  code: 'check/remark-leak',
  purpose: 'No private remark is in a file that is shared.',
  check({ notes, remarks, deck }) {
    if (remarks === 'show') return []
    const shared = letters(deck.slides.map(({ html }) => textOfHtml(html)).join('\n'))
    return allRemarks(notes.sections).flatMap((remark) => {
      const looked = letters(remark.text)
      if (looked.length < minLetters || !shared.includes(looked)) return []
      return [
        {
          code: 'check/remark-leak',
          severity: 'error' as const,
          message: `The private remark “${remark.text}” also stands in the shared deck.`,
          hint: 'The same words are elsewhere in the notes: put those in brackets too, or mark them // private.',
          at: remark.at,
        },
      ]
    })
  },
}

// Slides whose content had to go below the theme's smallest size, or did not fit even so.
import type { Rule } from '../rule.js'

const messages = {
  overflow: 'holds something too large for it, even at the smallest size.',
  shrunk: 'is set smaller than the theme wants: there is much on it that cannot be split.',
  'not-kept': 'was to be kept whole, but does not fit on one slide at any size.',
}

export const overflow: Rule = {
  code: 'check/overflow',
  purpose: 'No slide is fuller than it can show.',
  check({ deck, report }) {
    return (report?.slides ?? []).flatMap((slide) => {
      if (!slide.trouble) return []
      const at = deck.slides.find(({ id }) => id === slide.id)?.at
      const message = `Slide “${slide.id}” ${messages[slide.trouble]}`
      const hint = 'Break the long line or table into several.'
      return [{ code: 'check/overflow', severity: 'warning' as const, message, hint, ...(at ? { at } : {}) }]
    })
  },
}

// Slides whose content had to go below the theme's smallest size, or did not fit even so.
import type { Rule } from '../rule.js'

export const overflow: Rule = {
  code: 'check/overflow',
  purpose: 'No slide is fuller than it can show.',
  check({ deck, report }) {
    return (report?.slides ?? []).flatMap((slide) => {
      if (!slide.trouble) return []
      const at = deck.slides.find(({ id }) => id === slide.id)?.at
      const message =
        slide.trouble === 'overflow'
          ? `Slide “${slide.id}” holds something too large for it, even at the smallest size.`
          : `Slide “${slide.id}” is set smaller than the theme wants: one thought on it is very long.`
      const hint = 'Break the long line or table into several.'
      return [{ code: 'check/overflow', severity: 'warning' as const, message, hint, ...(at ? { at } : {}) }]
    })
  },
}

// Slides whose content had to go below the theme's smallest size, or did not fit even so, with what would help each.
import type { SlideReport } from '../../page/contract.js'
import type { Rule } from '../rule.js'

const messages = {
  overflow: 'holds something too large for it, even at the smallest size.',
  shrunk: 'is set smaller than the theme wants: there is much on it that cannot be split.',
  'not-kept': 'was to be kept whole, but does not fit on one slide at any size.',
}

const cutAgenda = 'has names too long for their rows; they end in “…” there.'

/** Letters from which a heading is what crowds its slide. */
const longHeading = 160
/** Px; what is drawn smaller was made so by the page, since no theme's steps begin there. */
const smallPx = 21

const headingOf = (html: string) =>
  (/<h[23]\b[^>]*>([\s\S]*?)<\/h[23]>/.exec(html)?.[1] ?? '').replace(/<[^>]*>/g, '')

function findHint(slide: SlideReport, html: string): string {
  if (slide.trouble === 'not-kept') return 'Take “keep” away, or put a heading in the middle of it.'
  if (slide.layout === 'agenda')
    return 'Shorten the longest headings, or leave the agenda out with “agenda: false” in the front matter.'
  const unitsSmall = slide.parts.some(({ fontPx, fill }) => (fontPx > 0 && fontPx < smallPx) || fill > 1)
  if (headingOf(html).length > longHeading && !unitsSmall)
    return 'Shorten its heading, or write it as a paragraph under a short one.'
  if (html.includes('<table'))
    return 'Leave out columns, shorten what its cells say, or make two tables of it.'
  if (html.includes('<pre')) return 'Break its longest lines, or leave some out.'
  if (/<li class="unit[^"]*">(?:(?!<\/li>)[\s\S])*<ul class="points">/.test(html))
    return 'Give a point fewer points under it: make it a heading of its own.'
  return unitsSmall
    ? 'Break its longest point into several.'
    : 'Shorten its text, or break it into several points.'
}

export const overflow: Rule = {
  code: 'check/overflow',
  purpose: 'No slide is fuller than it can show.',
  check({ deck, report }) {
    return (report?.slides ?? []).flatMap((slide) => {
      if (!slide.trouble) return []
      const planned = deck.slides.find(({ id }) => id === slide.id)
      const at = planned?.at
      const what = slide.layout === 'agenda' ? cutAgenda : messages[slide.trouble]
      const message = `Slide “${slide.id}” ${what}`
      const hint = findHint(slide, planned?.html ?? '')
      return [{ code: 'check/overflow', severity: 'warning' as const, message, hint, ...(at ? { at } : {}) }]
    })
  },
}

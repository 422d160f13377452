// A deck of too much in a theme → what does not fit in it even so: as the page says, and as its boxes say.
import type { Problem } from '../../shared/problem.js'
import type { Aspect } from '../../theme/aspect.js'
import type { Theme } from '../../theme/theme.js'
import type { DrawnDeck } from './draw-in.js'

// In the page: texts drawn beyond their slide.
const beyondScript = `[...document.querySelectorAll('section[data-layout]')].flatMap((section) => {
  const slide = section.getBoundingClientRect()
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  const found = []
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (!node.textContent.trim() || node.parentElement.closest('[aria-hidden="true"], aside.notes, .katex-mathml')) continue
    range.selectNodeContents(node)
    const out = [...range.getClientRects()].some(
      ({ left, top, right, bottom, width }) =>
        width > 0 && (left < slide.left - 1 || top < slide.top - 1 || right > slide.right + 1 || bottom > slide.bottom + 1),
    )
    if (out) found.push(section.dataset.layout + ' ' + node.textContent.trim().slice(0, 30))
  }
  return found
})`

/** What runs out of its slide, one problem for each text or slide. */
export async function findOverflow(
  { open, report }: DrawnDeck,
  theme: Theme,
  aspect: Aspect,
): Promise<readonly Problem[]> {
  const beyond: unknown = await open.page.evaluate(beyondScript)
  const texts = Array.isArray(beyond) ? beyond.map(String) : []
  const told = report.slides.flatMap(({ layout, trouble = [] }) =>
    trouble.filter(({ kind }) => kind === 'overflow').map(({ what }) => `${layout} ${what}`),
  )
  return [...new Set([...texts, ...told])].map((what) => ({
    code: 'theme/overflow',
    severity: 'warning',
    message: `In ${aspect} this runs out of its slide or box: ${what}.`,
    hint: `Leave it more room in the theme ${theme.name}, or write its size with var(--fit): templates/README.md says how.`,
  }))
}

// Slides whose points come one at a time (data-fragments), fitted → which of what stands on them comes when: marked for
// reveal.js, whose keys, speaker’s view and address then know of it. What is marked stands where it stood; nothing else knows.
import type { RevealApi } from 'reveal.js'

/** Layouts that stand at once, whatever their list holds. */
const whole = new Set(['table', 'code'])

const listsOf = (section: HTMLElement) =>
  section.querySelectorAll<HTMLElement>('[data-units], .cards, .takeaways')

const childrenOf = (list: Element | null | undefined): readonly HTMLElement[] =>
  [...(list?.children ?? [])].filter((child) => child instanceof HTMLElement)

/**
 * What comes on the slide, in order: points with all that stands under them, answers, cards, lines to keep. A slide that goes on
 * from the one before begins with its first. Of a lone point the points under it come; a lone one without, and what stands in no
 * list, is there at once. Empty where nothing comes.
 */
export function findSteps(section: HTMLElement): readonly HTMLElement[] {
  const { fragments, layout = '', continued } = section.dataset
  if (fragments === undefined || whole.has(layout)) return []
  const all = [...listsOf(section)].flatMap(childrenOf)
  const [first] = all
  if (all.length > 1) return continued !== undefined || first?.matches('.more') ? all.slice(1) : all
  const under = childrenOf(first?.querySelector(':scope > .points'))
  return under.length > 1 ? under : []
}

/** Whether reveal.js shows slides one at a time: a phone has them one under another, to be read. */
const isStaged = (reveal: RevealApi) => innerWidth > (reveal.getConfig().scrollActivationWidth ?? 0)

/** Marks what comes on the slides under `root`, for reveal.js to find when it is told of them. */
export function markSteps(root: ParentNode, reveal: RevealApi): void {
  if (!isStaged(reveal)) return
  for (const section of root.querySelectorAll<HTMLElement>('section[data-fragments]'))
    for (const unit of findSteps(section)) unit.classList.add('fragment')
}

/** Marking as a plugin of reveal.js, for after the slides are fitted. */
export const Fragments = () => ({
  id: 'recap-fragments',
  init(reveal: RevealApi): void {
    const root = reveal.getRevealElement()
    if (root) markSteps(root, reveal)
  },
})

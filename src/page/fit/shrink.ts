// Titles and lists that are not split → made smaller, by a few fixed factors, until they stand inside their slide.

// About 15 % a time: steps the eye reads as intended sizes; the last is for names of hundreds of letters.
const factors = [1, 0.86, 0.74, 0.63, 0.54, 0.46, 0.39, 0.33, 0.27, 0.22]
/** Of the slide's height: more than this and the head crowds out what it heads. */
const maxHeadShare = 0.3

function linesOf(element: HTMLElement): number {
  return Math.round(
    element.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(element).lineHeight),
  )
}

/** Two lines, the most a title is read at a glance; a long one that has been shrunk much may take more. */
function maxTitleLines(section: HTMLElement): number {
  const factor = Number.parseFloat(section.style.getPropertyValue('--fit')) || 1
  return factor > 0.6 ? 2 : factor > 0.4 ? 4 : Number.POSITIVE_INFINITY
}

type Shrinking = { readonly element: HTMLElement; readonly property: string; readonly fits: () => boolean }

const slackPx = 1

function standsInside(frame: HTMLElement, children: Iterable<Element>): boolean {
  const outer = frame.getBoundingClientRect()
  for (const child of children) {
    const inner = child.getBoundingClientRect()
    if (inner.top < outer.top - slackPx || inner.bottom > outer.bottom + slackPx) return false
    if (inner.left < outer.left - slackPx || inner.right > outer.right + slackPx) return false
    if (child.scrollWidth > child.clientWidth + slackPx && child.clientWidth > 0) return false
  }
  return true
}

function shrinkingOf(section: HTMLElement): readonly Shrinking[] {
  const found: Shrinking[] = []
  const head = section.querySelector<HTMLElement>('.head')
  if (head) {
    found.push({
      element: section,
      property: '--fit-head',
      fits: () => head.getBoundingClientRect().height <= section.clientHeight * maxHeadShare,
    })
  }
  const hero = section.querySelector<HTMLElement>('.hero')
  if (hero) {
    const title = hero.querySelector<HTMLElement>('.title')
    const fits = () =>
      standsInside(hero, hero.children) && (!title || linesOf(title) <= maxTitleLines(section))
    found.push({ element: section, property: '--fit', fits })
  }
  const agenda = section.querySelector<HTMLElement>('.agenda')
  if (agenda) {
    const rows = [...agenda.children].filter((row) => row instanceof HTMLElement)
    const rowFits = (row: HTMLElement) => standsInside(row, row.querySelectorAll('.name'))
    found.push({
      element: section,
      property: '--fit',
      fits: () => standsInside(agenda, rows) && rows.every(rowFits),
    })
  }
  return found
}

/** Shrinks what needs it, all slides together. Gives the sections that do not fit even at the smallest factor. */
export function shrinkHeads(sections: readonly HTMLElement[]): ReadonlySet<HTMLElement> {
  let pending = sections.flatMap(shrinkingOf)
  for (const factor of factors) {
    if (factor < 1)
      for (const { element, property } of pending) element.style.setProperty(property, String(factor))
    pending = pending.filter(({ fits }) => !fits())
    if (pending.length === 0) break
  }
  return new Set(pending.map(({ element }) => element))
}

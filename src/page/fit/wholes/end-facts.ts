// The facts under a title, and what stands over it, with marks between them → the same lines, none of which ends in a mark: it
// parts what stands beside each other, and says nothing at a line's end.
import { isVertical } from '../inside.js'

const hasMark = (fact: Element): boolean =>
  !['none', 'normal'].includes(getComputedStyle(fact, '::after').content)

/** Whether the next one stands on a line of its own. */
function endsLine(fact: Element, next: Element, vertical: boolean): boolean {
  const [own, other] = [fact.getBoundingClientRect(), next.getBoundingClientRect()]
  return vertical ? other.right <= own.left + 1 : other.top >= own.bottom - 1
}

/** Ends each of their lines for good where the browser has ended it; title.css takes the mark before that away. */
export function endFacts(root: ParentNode): void {
  const ends = [...root.querySelectorAll('[data-layout="title"] .hero > :is(.kicker, .facts)')].flatMap(
    (box) => {
      const facts = [...box.children]
      const vertical = isVertical(box)
      return facts.filter((fact, at) => {
        const next = facts[at + 1]
        return next !== undefined && hasMark(fact) && endsLine(fact, next, vertical)
      })
    },
  )
  for (const fact of ends) fact.after(document.createElement('br'))
}

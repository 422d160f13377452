// A title slide and what had no room on it → a slide of points right after it, under the title's own words.
import { copySlides } from '../apply.js'

/** Where a heading ends in “…”, its size beside that of others: 40 px by this is 30 px. */
export const cutHeadFactor = 0.74

/** Gives the new slide, still without points. */
export function continueTitle(section: HTMLElement): HTMLElement {
  const [, next = section] = copySlides(section, '.none', 2)
  const title = next.querySelector('.hero .title')
  const head = document.createElement('header')
  head.className = 'head'
  const heading = document.createElement('h3')
  heading.className = 'title'
  heading.append(...(title?.childNodes ?? []))
  const meta = document.createElement('p')
  meta.className = 'meta'
  head.append(heading, meta)
  const list = document.createElement('ul')
  list.className = 'points body'
  list.dataset['units'] = ''
  next.querySelector('.hero')?.replaceWith(head, list)
  next.querySelector('.seal')?.remove()
  next.dataset['layout'] = 'points'
  next.style.removeProperty('--fit')
  next.style.setProperty('--fit-head', String(cutHeadFactor))
  section.after(next)
  return next
}

// Plain pages whose points come one at a time → a page for each step, for as long as they are printed.
import { findSteps } from './fragments.js'

export type Spread = {
  /** For each slide its pages, in order: nothing has come on the first one, all on the last. */
  readonly pages: readonly (readonly Element[])[]
  /** Takes away all but the slides, and shows them as they were. */
  readonly end: () => void
}

/** What comes later is there, but not seen: a browser neither prints nor tags it, and nothing moves. */
function hideFrom(section: HTMLElement, step: number): void {
  findSteps(section).forEach((unit, index) => {
    if (index >= step) unit.style.visibility = 'hidden'
    else unit.style.removeProperty('visibility')
  })
}

/** A slide has one bookmark, on its first page; on the others its heading looks the same, and is none. */
function quietHeadings(copy: HTMLElement): void {
  for (const heading of copy.querySelectorAll('h1, h2, h3, h4, h5, h6')) heading.role = 'paragraph'
}

function spread(section: HTMLElement): readonly HTMLElement[] {
  const count = findSteps(section).length
  const copies = Array.from({ length: count }, () => section.cloneNode(true)).filter(
    (copy) => copy instanceof HTMLElement,
  )
  section.after(...copies)
  for (const copy of copies) quietHeadings(copy)
  const pages = [section, ...copies]
  for (const [step, page] of pages.entries()) hideFrom(page, step)
  return pages
}

export function spreadSteps(sections: readonly Element[]): Spread {
  const slides = sections.filter((section) => section instanceof HTMLElement)
  const pages = slides.map(spread)
  return {
    pages,
    end() {
      for (const [slide, ...copies] of pages) {
        if (slide) hideFrom(slide, Number.POSITIVE_INFINITY)
        for (const copy of copies) copy.remove()
      }
    },
  }
}

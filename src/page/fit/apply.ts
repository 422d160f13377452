// A split → sibling sections: each part gets the slide's head, its own units, an id and “2 / 3” in the corner.
import type { PartReport, SlideReport } from '../contract.js'
import { moveSpeakerNotes } from './speaker-notes.js'
import { type Measured, type Steps, setStep } from './split/measure.js'
import type { Split } from './split/part.js'

/** Letters from which a slide may become a hundred, or a thousand, even in very large type. */
const manyLetters = 2500
const mostLetters = 50_000

/** Tells the style sheet how much room “2 / 3” may take in the heads, before anything is measured. */
export function reserveMarks(sections: readonly HTMLElement[]): void {
  const lengths = sections.map((section) => section.textContent.length)
  sections.forEach((section, index) => {
    const letters = lengths[index] ?? 0
    if (letters > manyLetters) section.dataset['parts'] = letters > mostLetters ? 'thousands' : 'hundreds'
  })
}

/** Writes “2 / 3” into the corner of a part. */
export function markPart(section: HTMLElement, index: number, count: number): void {
  const meta = section.querySelector<HTMLElement>('.head .meta')
  if (!meta) return
  const part = document.createElement('span')
  part.className = 'part'
  part.textContent = `${index + 1} / ${count}`
  // “1 / 40” is as wide as “40 / 40”, so that the title beside it breaks alike on all parts.
  const shorter = String(count).length - String(index + 1).length
  if (shorter > 0) part.style.paddingInlineStart = `${shorter}ch`
  if (meta.textContent.trim() !== '') meta.append(' · ')
  meta.append(part)
}

/** An id no slide of the same deck has: one fitted beside the shown deck comes out with the ids it has there. */
function freeId(section: HTMLElement, part: number): string {
  const deck = section.closest('.slides') ?? document
  let free = `${section.id}-${part}`
  while (deck.querySelector(`#${CSS.escape(free)}`)) free += '-'
  return free
}

/** A picture that stands beside every part is described and captioned once; so are remarks on all of the slide. */
function quietPicture(copy: HTMLElement): void {
  for (const image of copy.querySelectorAll<HTMLImageElement>('.picture img')) image.alt = ''
  for (const once of copy.querySelectorAll('.picture figcaption, .body > .remark')) once.remove()
}

/** What a slide begins its copies go on with: their bookmarks stand under its own. */
function lowerHeading(copy: HTMLElement): void {
  const heading = copy.querySelector('.head > h2')
  if (!heading) return
  const lower = document.createElement('h3')
  for (const { name, value } of heading.attributes) lower.setAttribute(name, value)
  lower.append(...heading.childNodes)
  heading.replaceWith(lower)
}

/** The slide and as many copies of it as make `count`, each without what stands in `list`: that is put into them later. */
export function copySlides(section: HTMLElement, list: string, count: number): readonly HTMLElement[] {
  // Taken out before, not out of the copies: copying all of a long list for each part takes time as its square.
  const box = section.querySelector(list)
  const held = [...(box?.childNodes ?? [])]
  box?.replaceChildren()
  const copies = Array.from({ length: count - 1 }, (_, index) => {
    const copy = section.cloneNode(true)
    if (!(copy instanceof HTMLElement)) return section
    copy.querySelector(':scope > .notes')?.remove()
    quietPicture(copy)
    lowerHeading(copy)
    copy.id = freeId(section, index + 2)
    copy.dataset['continued'] = ''
    return copy
  })
  box?.append(...held)
  return [section, ...copies]
}

/** The lines of the notes that what a slide shows came from; its head is another matter, and an agenda shows what stands elsewhere. */
export function linesIn(section: HTMLElement): Pick<PartReport, 'lines'> {
  const sources = section.querySelectorAll<HTMLElement>(
    '.slide > :not(.head, .agenda), .slide > :not(.head, .agenda) [data-line]',
  )
  const lines = [...sources].flatMap(({ dataset }) =>
    dataset['line'] === undefined ? [] : Number(dataset['line']),
  )
  return lines.length === 0 ? {} : { lines: [Math.min(...lines), Math.max(...lines)] }
}

/** Writes the parts into the page, the first one into the slide itself. */
export function applySplit({ slide }: Measured, split: Split, steps: Steps): SlideReport {
  const { section, body } = slide
  const sections = copySlides(section, '[data-units]', split.parts.length)
  split.parts.forEach((part, index) => {
    const own = sections[index] ?? section
    setStep(own, part.step, steps)
    if (index > 0) {
      sections[index - 1]?.after(own)
      const list = own.querySelector('[data-units]') ?? body
      list.append(...slide.units.slice(part.from, part.to))
    }
    if (split.parts.length > 1) markPart(own, index, split.parts.length)
  })
  moveSpeakerNotes(sections)
  const parts = split.parts.map((part, index): PartReport => {
    const own = sections[index] ?? section
    return {
      id: own.id,
      step: part.step,
      fontPx: steps.sizesPx[part.step] ?? 0,
      units: part.to - part.from,
      fill: Math.round(part.fill * 1000) / 1000,
      ...linesIn(own),
    }
  })
  return { id: section.id, layout: section.dataset['layout'] ?? '', parts }
}

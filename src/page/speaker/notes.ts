// The speaker notes of a slide → large text, and beneath it, apart, what was only thought.

const paragraphs = (slide: HTMLElement, kind: string): readonly HTMLElement[] =>
  [...slide.querySelectorAll<HTMLElement>(`:scope > .notes > [data-kind="${kind}"]`)].map((note) => {
    const copy = document.importNode(note, true)
    copy.removeAttribute('data-line')
    return copy
  })

/** Writes them; from the top where the slide is another one. */
export function showNotes(place: HTMLElement, slide: HTMLElement, isNew: boolean): void {
  const notes = paragraphs(slide, 'note')
  const remarks = paragraphs(slide, 'remark')
  const none = document.createElement('p')
  none.className = 'none'
  none.textContent = place.dataset['none'] ?? ''
  const aside = document.createElement('aside')
  const heading = document.createElement('h2')
  heading.textContent = place.dataset['remarks'] ?? ''
  aside.append(heading, ...remarks)
  const all = [...notes, ...(remarks.length > 0 ? [aside] : [])]
  place.replaceChildren(...(all.length > 0 ? all : [none]))
  if (isNew && place.parentElement) place.parentElement.scrollTop = 0
}

// The slide after the current one, or the current one with what comes on it next → a copy of it in a frame of its own, fitted
// as the deck's page fitted it.

/** Sets what a page hands down to its slides by custom properties. */
function copyProperties(from: Element | null, to: HTMLElement): void {
  if (!from || !('style' in from)) return
  const style = getComputedStyle(from)
  const own = from.getAttribute('style') ?? ''
  for (const [, name = ''] of own.matchAll(/(--[\w-]+)\s*:/g))
    to.style.setProperty(name, style.getPropertyValue(name))
}

/** Of what comes one at a time: on the slide that is shown what has come and the next, on another all of it. */
function showSteps(copy: HTMLElement, isShown: boolean): void {
  const steps = [...copy.querySelectorAll('.fragment')]
  const next = steps.findIndex((step) => !step.classList.contains('visible'))
  const count = isShown ? next + 1 : steps.length
  for (const step of steps.slice(0, count)) step.classList.remove('fragment')
}

/** A copy without what reveal.js wrote on it to show it or hide it. */
function copySlide(slide: HTMLElement, document: Document): HTMLElement {
  const copy = document.importNode(slide, true)
  showSteps(copy, slide.matches('.present'))
  copy.classList.remove('past', 'present', 'future', 'stack')
  for (const name of ['hidden', 'aria-hidden']) copy.removeAttribute(name)
  for (const name of ['display', 'top', 'transform', 'opacity', 'visibility']) copy.style.removeProperty(name)
  copy.querySelector(':scope > .notes')?.remove()
  return copy
}

/** Shows slides in the frame, one at a time. */
export function showIn(frame: HTMLIFrameElement): (slide: HTMLElement | undefined) => void {
  let sheets = ''
  return (slide) => {
    const document = frame.contentDocument
    if (!document) return
    frame.hidden = slide === undefined
    if (!slide) return
    const { ownerDocument: source } = slide
    const root = document.documentElement
    for (const { name, value } of source.documentElement.attributes)
      if (name !== 'class' && name !== 'style') root.setAttribute(name, value)
    root.className = 'pages print-pdf'
    copyProperties(source.documentElement, root)
    const styles = [...source.querySelectorAll('style')]
    const css = styles.map(({ textContent }) => textContent).join('\n')
    if (css !== sheets) document.head.replaceChildren(...styles.map((one) => document.importNode(one, true)))
    sheets = css
    const reveal = document.createElement('div')
    reveal.className = 'reveal'
    const slides = document.createElement('div')
    slides.className = 'slides'
    copyProperties(source.querySelector('.reveal'), reveal)
    copyProperties(source.querySelector('.slides'), slides)
    slides.append(copySlide(slide, document))
    reveal.append(slides)
    document.body.replaceChildren(reveal)
  }
}

// A body that stands whole, such as a statement, cards or a quotation → the same words as points, which can go on overleaf.
// For what is too long for its layout in any decent size.

type Making = {
  readonly list: HTMLElement
  /** Where in the notes what is read stands. */
  line: string | undefined
  /** The name before what is said, and the sign before it, until there is something to stand before. */
  term: Element | undefined
  sign: string | undefined
}

/** The line of the notes that the element came from. */
export const lineOf = (from: Element): string | undefined =>
  from.closest<HTMLElement>('[data-line]')?.dataset['line']

function makeUnit(kind: string, line: string | undefined, ...held: readonly Node[]): HTMLElement {
  const unit = document.createElement('li')
  unit.className = `unit${kind}`
  if (line !== undefined) unit.dataset['line'] = line
  unit.append(...held)
  return unit
}

/** A paragraph with what stands in the element; a link around it goes with it. */
function takeWords(from: Element): HTMLElement {
  const text = document.createElement('p')
  const link = from.closest('a')?.cloneNode(false)
  if (link) text.append(link)
  if (link instanceof Element) link.append(...from.childNodes)
  else text.append(...from.childNodes)
  return text
}

/** “name” and “text” → “name：text”. */
function putLabel(term: Element, words: Element, place: Element): void {
  const label = document.createElement('b')
  label.className = 'label'
  label.append(...term.childNodes)
  const inChinese = place.closest('[lang^="zh"], [lang^="ja"]') !== null
  if (!/[：:]\s*$/.test(label.textContent)) label.append(inChinese ? '：' : ':')
  const gap = document.createElement('span')
  gap.className = 'gap'
  gap.append(' ')
  words.prepend(label, ...(words.textContent.trim() === '' ? [] : [gap]))
}

function addPoint(words: HTMLElement, making: Making): void {
  if (making.term) putLabel(making.term, words, making.list)
  const unit = makeUnit(making.sign ? ' marked' : '', making.line, words)
  if (making.sign) {
    const marker = document.createElement('span')
    marker.className = 'marker'
    marker.append(making.sign)
    words.prepend(marker, ' ')
  }
  making.term = undefined
  making.sign = undefined
  making.list.append(unit)
}

/** A name that stands beside what its unit says → one before it, in the same line. */
export function joinTerm(term: Element): void {
  const words = term.nextElementSibling
  if (words) putLabel(term, words, term)
  term.parentElement?.classList.add('plain')
  term.remove()
}

/** A remark as a unit of its own, in a box so that no theme takes it for one that stands beside its point. */
function standRemark(remark: Element, kind = ''): HTMLElement {
  const line = lineOf(remark)
  const box = document.createElement('div')
  box.append(remark)
  return makeUnit(` plain${kind}`, line, box)
}

function addRemark(remark: Element, { list }: Making): void {
  for (const text of remark.querySelectorAll('p')) text.removeAttribute('class')
  const last = list.lastElementChild
  if (last) last.append(remark)
  else list.append(standRemark(remark, ' thought'))
}

function addQuote(words: Element, making: Making): void {
  const quote = document.createElement('blockquote')
  quote.append(...words.childNodes)
  making.list.append(makeUnit(' block quote', making.line, quote))
}

/** By whom a quotation is, or what a picture shows. */
function addCaption(caption: Element, making: Making): void {
  const quote = making.list.querySelector('.unit.quote')
  if (!quote) {
    addPoint(takeWords(caption), making)
    return
  }
  const who = takeWords(caption)
  who.className = 'who'
  who.prepend('— ')
  quote.append(who)
}

function readBox(box: Element, making: Making): void {
  for (const child of [...box.children]) {
    making.line = lineOf(child)
    if (child.matches('.arrow')) making.sign = '→'
    else if (child.matches('[aria-hidden]')) continue
    // What had no room in the heading comes before all else.
    else if (child.matches('.unit.more')) making.list.prepend(child)
    else if (child.matches('.unit')) making.list.append(child)
    else if (child.matches('.remark')) addRemark(child, making)
    else if (child.matches('blockquote')) addQuote(child, making)
    else if (child.matches('figcaption')) addCaption(child, making)
    else if (child.matches('.term')) {
      if (making.term) addPoint(document.createElement('p'), making)
      making.term = child
    } else if (child.matches('p, .items > li')) addPoint(takeWords(child), making)
    else if (child.matches('img, .lost-image'))
      making.list.append(makeUnit(' block figure', making.line, child))
    else readBox(child, making)
  }
}

/** Puts a text before all units of the slide, without a bullet. */
export function prependUnit(section: HTMLElement, words: Node, line: string | undefined): void {
  const text = document.createElement('p')
  text.append(words)
  section.querySelector('[data-units]')?.prepend(makeUnit(' more plain', line, text))
}

/** Turns what stands whole on the slide into points, a picture and what stands beside it too. */
export function makeUnits(section: HTMLElement): void {
  const body = section.querySelector('.picture') ?? section.querySelector('[data-fit]')
  if (!body) return
  body.querySelector(':scope > figure')?.after(...body.querySelectorAll(':scope > .remark'))
  const list = document.createElement('ul')
  list.className = 'points body'
  list.dataset['units'] = ''
  const making: Making = { list, line: undefined, term: undefined, sign: undefined }
  body.before(list)
  readBox(body, making)
  if (making.term) addPoint(document.createElement('p'), making)
  body.remove()
  section.dataset['layout'] = 'points'
}

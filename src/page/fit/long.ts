// Points of thousands of letters → several points of about a slide each, cut where a sentence ends. Before anything is
// measured: laying out such a line again and again takes a browser seconds, and no size would show it whole.
import { textsIn } from './texts.js'

/** A point wider than this on one line, in em, stands on no slide in type that can be read. */
const longEm = 1600
/** What a slide carries at the smallest of the theme's sizes, with room to spare. */
const pieceEm = 420
/** How far back from there, in letters, a place to cut is looked for. */
const reach = 200

const wide = /[\u1100-\u11ff\u2e80-\uffe6]/
const emOf = (letter: string) => (wide.test(letter) ? 1 : 0.5)

// The best places first: after a sentence, after a clause, at a space.
const seams = [/[。！？；…]["”’」』）)]*|[.!?;]["”’)]*(?=\s)/g, /[，、：]|[,:](?=\s)/g, /\s/g]
/** Belongs to the letter before it: low surrogates, joiners, marks. */
const bound = /[\udc00-\udfff]|\u200d|\p{M}/u

export function seamBefore(text: string, from: number, to: number): number {
  const stretch = text.slice(from, to)
  for (const seam of seams) {
    const last = [...stretch.matchAll(seam)].at(-1)
    if (last) return from + last.index + last[0].length
  }
  let end = to
  while (end < text.length && bound.test(text[end] ?? '')) end++
  return end
}

/** Where a text is cut into pieces of about one slide, as offsets; none when it is not too long. In one pass. */
export function cutText(text: string): readonly number[] {
  let wholeEm = 0
  for (let at = 0; at < text.length; at++) wholeEm += emOf(text[at] ?? '')
  if (wholeEm <= longEm) return []
  const evenEm = wholeEm / Math.ceil(wholeEm / pieceEm)
  const cuts: number[] = []
  let em = 0
  let from = 0
  for (let at = 0; at < text.length; at++) {
    em += emOf(text[at] ?? '')
    if (em < evenEm || text.length - at < reach) continue
    from = seamBefore(text, Math.max(from + 1, at + 1 - reach), at + 1)
    cuts.push(from)
    at = from - 1
    em = 0
  }
  return cuts
}

/** Letters without a space from which a browser, laying them out line by line, looks at all the rest again for each line. */
const longRun = /[^\s]{600,}/
const runLetters = 200

/** Gives endless runs of letters in any text places to break, so that each line is laid out once. */
export function breakRuns(root: ParentNode): void {
  for (const text of root.querySelectorAll(
    'section[data-layout] :is(p, h1, h2, h3, th, td, code, a, span)',
  )) {
    for (const node of text.childNodes) {
      if (!(node instanceof Text) || node.length < runLetters || !longRun.test(node.data)) continue
      const pieces = node.data.match(new RegExp(`[\\s\\S]{1,${runLetters}}`, 'gu')) ?? []
      node.replaceWith(...pieces.flatMap((piece) => [piece, document.createElement('wbr')]).slice(0, -1))
    }
  }
}

type Place = { readonly node: Text; readonly offset: number }

/** The texts of an element in which the offsets of its whole text fall. */
export function placesIn(element: Element, offsets: readonly number[]): readonly Place[] {
  const places: Place[] = []
  let before = 0
  for (const node of textsIn(element)) {
    for (let next = offsets[places.length]; next !== undefined && next <= before + node.length; ) {
      places.push({ node, offset: next - before })
      next = offsets[places.length]
    }
    before += node.length
  }
  return places
}

function cutPoint(point: HTMLElement, text: HTMLElement): void {
  let first = true
  // From the end, so that the places found stay where they are: what is before them is not touched.
  for (const { node, offset } of placesIn(text, cutText(text.textContent)).toReversed()) {
    const whole = node.parentElement?.closest('.formula')
    const range = document.createRange()
    range.selectNodeContents(text)
    if (whole) range.setStartBefore(whole)
    else range.setStart(node, offset)
    const rest = text.cloneNode(false)
    rest.appendChild(range.extractContents())
    const piece = point.cloneNode(false)
    if (!(piece instanceof HTMLElement)) return
    piece.classList.add('more')
    delete piece.dataset['pause']
    piece.append(rest)
    // What else belongs to the point follows its last words.
    if (first) for (const other of [...point.children]) if (other !== text) piece.append(other)
    first = false
    point.after(piece)
  }
}

/** Cuts every point that is far too long, wherever it stands in its list. */
export function cutLongPoints(root: ParentNode): void {
  for (const point of root.querySelectorAll<HTMLElement>('[data-units] li.unit')) {
    const text = point.firstElementChild
    if (text instanceof HTMLParagraphElement && text.textContent.length > longEm) cutPoint(point, text)
  }
}

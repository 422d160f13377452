// A heading far too long for its place → its first lines, ending in “…”; whoever asks puts the whole of it elsewhere.
import { isVertical } from '../inside.js'
import type { Place } from '../texts/carve.js'
import { placeAt, readText } from '../texts/reading.js'

export type Shortening = { readonly box: HTMLElement; readonly place: Place }

/** Of words that are not broken at will, as Chinese is. */
const letter = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u
const lastWord = new RegExp(`${letter.source}+$`, 'u')
/** “…” is at most so wide. */
const dotsEm = 1.1
/** “…” and the word it would break take about so many letters of the last line. */
const spare = { han: 2, latin: 5 }

/** Of the letters there is room for. An endless word is cut anywhere. */
const leastLeft = 0.6

/** Where the text is cut so that it has so many lines; `undefined` when it has no more. Only reads the page. */
export function findShortening(box: HTMLElement, lines: number): Shortening | undefined {
  const reading = readText(box)
  const { text } = reading
  const range = document.createRange()
  const rectAt = (at: number) => {
    const place = placeAt(reading, Math.max(0, at))
    if (!place) return undefined
    range.setStart(place.node, place.offset)
    range.setEnd(place.node, place.offset + 1)
    return range.getBoundingClientRect()
  }
  // Lines that run from top to bottom follow each other to the left.
  const vertical = isVertical(box)
  /** How far down its lines, px. */
  const topAt = (at: number) => {
    const { top, right, bottom, left } = rectAt(at) ?? new DOMRect()
    return vertical ? -(left + right) / 2 : (top + bottom) / 2
  }
  const endOf = (rect: DOMRect | undefined) => (vertical ? rect?.bottom : rect?.right) ?? 0
  const { lineHeight, fontSize } = getComputedStyle(box)
  const lineHeightPx = Number.parseFloat(lineHeight)
  const lastPx = topAt(0) + (lines - 0.5) * lineHeightPx
  if (topAt(text.trimEnd().length - 1) < lastPx) return undefined
  let [low, high] = [0, text.length - 1]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (topAt(middle) < lastPx) low = middle + 1
    else high = middle
  }
  const lineEnd = endOf(rectAt(text.slice(0, low).trimEnd().length - 1))
  const hasRoom = lineEnd + dotsEm * Number.parseFloat(fontSize) <= endOf(box.getBoundingClientRect())
  const chinese = /\p{Script=Han}/u.test(text.slice(low - 2, low))
  let end = hasRoom ? low : Math.max(1, low - (chinese ? spare.han : spare.latin))
  // Not within a word or a part of a name, unless too little were left.
  const word = hasRoom || !letter.test(text[end] ?? '') ? undefined : lastWord.exec(text.slice(0, end))
  if (word && word.index > end * leastLeft) end = word.index
  while (end > 1 && /[\s\p{P}\ud800-\udfff\p{M}\u200d]/u.test(text[end - 1] ?? '')) end--
  // After the last letter that stays: before the one that follows it may be in another element.
  const last = placeAt(reading, end - 1)
  return last && { box, place: { node: last.node, offset: last.offset + 1 } }
}

/** Shortens the text, and gives back all that stood in it. */
export function applyShortening({ box, place }: Shortening): DocumentFragment {
  const whole = document.createDocumentFragment()
  // The style sheet of a title puts marks between its facts, which other layouts do not.
  const mark = box.matches('.facts, .kicker') ? ' · ' : ''
  for (const node of box.childNodes)
    whole.append(...(node.previousSibling && mark ? [mark] : []), node.cloneNode(true))
  const rest = document.createRange()
  rest.selectNodeContents(box)
  rest.setStart(place.node, place.offset)
  rest.deleteContents()
  // In the last fact there is, which may have a line of its own.
  const fact = place.node.parentElement?.closest('.facts > span, .kicker > span')
  ;(fact ?? box).append('…')
  return whole
}

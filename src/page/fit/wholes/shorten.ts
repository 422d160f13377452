// A heading far too long for its place → its first lines, ending in “…”; whoever asks puts the whole of it elsewhere.
import type { Place } from '../texts/carve.js'
import { placeAt, readText } from '../texts/reading.js'

export type Shortening = { readonly box: HTMLElement; readonly place: Place }

/** “…” and the word it would break take about so many letters of the last line. */
const spare = { han: 2, latin: 5 }

/** Where the text is cut so that it has so many lines; `undefined` when it has no more. Only reads the page. */
export function findShortening(box: HTMLElement, lines: number): Shortening | undefined {
  const reading = readText(box)
  const { text } = reading
  const range = document.createRange()
  const topAt = (at: number) => {
    const place = placeAt(reading, at)
    if (!place) return 0
    range.setStart(place.node, place.offset)
    range.setEnd(place.node, place.offset + 1)
    const rect = range.getBoundingClientRect()
    return (rect.top + rect.bottom) / 2
  }
  const lineHeightPx = Number.parseFloat(getComputedStyle(box).lineHeight)
  const lastPx = topAt(0) + (lines - 0.5) * lineHeightPx
  if (topAt(text.trimEnd().length - 1) < lastPx) return undefined
  let [low, high] = [0, text.length - 1]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (topAt(middle) < lastPx) low = middle + 1
    else high = middle
  }
  const chinese = /\p{Script=Han}/u.test(text.slice(low - 2, low))
  let end = Math.max(1, low - (chinese ? spare.han : spare.latin))
  // At the end of a word, where there is one near.
  const space = text.lastIndexOf(' ', end)
  if (!chinese && space > Math.max(0, end - 16)) end = space
  while (end > 1 && /[\s\p{P}\udc00-\udfff\p{M}\u200d]/u.test(text[end - 1] ?? '')) end--
  const place = placeAt(reading, end)
  return place && { box, place }
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
  box.append('…')
  return whole
}

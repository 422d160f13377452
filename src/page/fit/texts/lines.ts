// An element's text, laid out → where its lines end and begin, at every place where it may be cut. Only reads the page.
import type { Place } from './carve.js'
import type { Seam } from './choose-seams.js'
import {
  blocks,
  findAnySeams,
  findGoodSeams,
  findWordSeams,
  placeAt,
  type Reading,
  readText,
} from './reading.js'
import type { TextSeam } from './seams.js'

type PlacedSeam = Seam & Place & { readonly at: number }
export type TextLines = {
  readonly seams: readonly PlacedSeam[]
  /** From the top of the first line to the foot of the last. */
  readonly heightPx: number
  /** How far the text itself comes: its last line counts by its width. */
  readonly reachPx: number
  readonly linePx: number
}

/** More lines than this without a place to cut, and lesser places are looked for. */
const wideLines = 2.5

/** Asks the browser for the lines letters stand on. */
function makeRuler(root: Element, reading: Reading) {
  const range = document.createRange()
  const frames = new Map<
    Element,
    { readonly linePx: number; readonly left: number; readonly width: number }
  >()
  const frameOf = (place: Place) => {
    const box = place.node.parentElement?.closest(blocks) ?? root
    const known = frames.get(box)
    if (known) return known
    const { left, width } = box.getBoundingClientRect()
    const frame = { left, width, linePx: Number.parseFloat(getComputedStyle(box).lineHeight) }
    frames.set(box, frame)
    return frame
  }
  const lineAt = (at: number) => {
    const place = at < 0 ? undefined : placeAt(reading, at)
    if (!place) return undefined
    range.setStart(place.node, place.offset)
    range.setEnd(place.node, place.offset + 1)
    const rects = range.getClientRects()
    const rect = rects[rects.length - 1]
    if (!rect) return undefined
    const { linePx, left, width } = frameOf(place)
    const topPx = (rect.top + rect.bottom) / 2 - linePx / 2
    const shareOf = (edge: number) => Math.min(1, Math.max(0, (edge - left) / width))
    return {
      linePx,
      topPx,
      footPx: topPx + linePx,
      /** Where on its line the letter begins and ends, as if that much of the line were full. */
      beginPx: topPx + shareOf(rect.left) * linePx,
      reachPx: topPx + shareOf(rect.right) * linePx,
    }
  }
  const { text } = reading
  const isSpace = (at: number) => (text[at] ?? 'x').trim() === ''
  return {
    /** The line of the last letter before a place, and of the first after it. */
    before: (at: number) => {
      let letter = at - 1
      while (letter > 0 && isSpace(letter)) letter--
      return lineAt(letter)
    },
    after: (at: number) => {
      let letter = at
      while (isSpace(letter)) letter++
      return lineAt(letter)
    },
  }
}

/** The lines of the element; what stands in `except` is no part of it. */
export function readLines(root: HTMLElement, except: readonly Element[]): TextLines | undefined {
  const reading = readText(root, except)
  const ruler = makeRuler(root, reading)
  const [first, last] = [ruler.after(0), ruler.before(reading.text.length)]
  if (!first || !last) return undefined
  const { linePx } = first
  const heightPx = last.footPx - first.topPx

  const measure = ({ at, cost }: TextSeam): readonly PlacedSeam[] => {
    const place = placeAt(reading, at)
    const [before, after] = [ruler.before(at), ruler.after(at)]
    if (!place || !before || !after) return []
    return [
      {
        ...place,
        at,
        cost,
        endPx: before.footPx - first.topPx,
        startPx: after.topPx - first.topPx,
        atPx: after.beginPx - first.topPx,
      },
    ]
  }
  /** Puts what `find` gives into stretches of the text that have no place to cut for several lines. */
  const fillGaps = (
    seams: readonly PlacedSeam[],
    find: (reading: Reading, from: number, to: number) => readonly TextSeam[],
  ): readonly PlacedSeam[] => {
    const ends = [
      ...seams.map(({ at, endPx }) => ({ at, endPx })),
      { at: reading.text.length, endPx: heightPx },
    ]
    return ends.flatMap(({ at, endPx }, index) => {
      const seam = seams[index]
      const from = seams[index - 1] ?? { at: 0, startPx: 0 }
      const filled =
        endPx - from.startPx > wideLines * linePx ? find(reading, from.at, at).flatMap(measure) : []
      return seam ? [...filled, seam] : filled
    })
  }
  const good = findGoodSeams(reading).flatMap(measure)
  return {
    seams: fillGaps(fillGaps(good, findWordSeams), findAnySeams),
    heightPx,
    reachPx: last.reachPx - first.topPx,
    linePx,
  }
}

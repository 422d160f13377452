// Texts of tens of thousands of letters → several of some pages each, before anything is measured: laying out such a text
// again and again takes a browser seconds. Where slides end in them is measured later (cut-texts.ts).

import { carve } from './carve.js'
import { cutName } from './cut-name.js'
import { findGoodSeams, findWordSeams, placeAt, readText } from './reading.js'
import { nextLetter, type TextSeam } from './seams.js'

/** What is wider than this on one line, in em, stands on no slide in type that can be read. */
export const longEm = 1600
/** Pieces are cut into slides evenly, so that a few slides each are enough. */
const pieceEm = 2400
/** How far back from there, in letters, a place to cut is looked for. */
const reach = 200

const wide = /[\u1100-\u11ff\u2e80-\uffe6]/
const emOf = (letter: string) => (wide.test(letter) ? 1 : 0.5)

/** The width of a text on one line, em. */
export function measureEm(text: string): number {
  let em = 0
  for (let at = 0; at < text.length; at++) em += emOf(text[at] ?? '')
  return em
}

/** Where a text is cut into pieces of about even width, as offsets; none when it is not too long. In one pass. */
export function cutText(text: string, seams: readonly TextSeam[]): readonly number[] {
  const wholeEm = measureEm(text)
  const count = Math.round(wholeEm / pieceEm)
  if (count < 2) return []
  const cuts: number[] = []
  let em = 0
  let next = 0
  for (let at = 0; at < text.length && cuts.length < count - 1; at++) {
    em += emOf(text[at] ?? '')
    if (em < (wholeEm * (cuts.length + 1)) / count) continue
    let best: TextSeam | undefined
    for (let seam = seams[next]; seam && seam.at <= at + 1; seam = seams[++next])
      if (seam.at > at - reach && (!best || seam.cost <= best.cost)) best = seam
    cuts.push(best?.at ?? nextLetter(text, at + 1))
  }
  return cuts
}

function cutLong(box: HTMLElement): void {
  const list = box.querySelector(':scope > .points')
  for (const line of list?.children ?? []) if (line instanceof HTMLElement) cutLong(line)
  const reading = readText(box, list ? [list] : [])
  if (reading.text.length <= longEm) return
  const seams = [...findGoodSeams(reading), ...findWordSeams(reading, 0, reading.text.length)]
  const cuts = cutText(
    reading.text,
    seams.toSorted((one, other) => one.at - other.at),
  )
  carve(
    box,
    cuts.flatMap((at) => placeAt(reading, at) ?? []),
  )
}

/** Cuts every text of units that is far too long, wherever it stands. */
export function cutLongTexts(root: ParentNode): void {
  for (const unit of root.querySelectorAll<HTMLElement>('[data-units] > .unit'))
    if (unit.textContent.length > longEm && !unit.matches('.table, .code, .figure')) cutLong(unit)
}

/** Letters without a space that may not stand on one line: an address, a hash. They break where their parts meet. */
const longName = /\S{30,}/
/** From here on a browser, laying out a run line by line, looks at all the rest again for each line. */
const runLetters = 200

/** Gives long names and endless runs of letters in any text places to break. */
export function breakRuns(root: ParentNode): void {
  const texts =
    'section[data-layout] :is(p, h1, h2, h3, li, figcaption, th, td, code, a, b, strong, em, span)'
  for (const text of root.querySelectorAll(texts)) {
    // Cells are widened before their names are broken, and code keeps its lines.
    const leastLetters = text.closest('th, td, pre') ? 3 * runLetters : 30
    for (const node of text.childNodes) {
      if (!(node instanceof Text) || node.length < leastLetters || !longName.test(node.data)) continue
      if (text.closest('.formula')) continue
      const parts = node.data.split(/(\s+)/).flatMap((word) => {
        if (word.length < leastLetters) return [word]
        const whole = text.closest('pre') || /\p{Script=Han}/u.test(word)
        const names = whole ? [word] : cutName(word)
        return names
          .flatMap((name) => name.match(new RegExp(`[\\s\\S]{1,${runLetters}}`, 'gu')) ?? [])
          .flatMap((part, index) => (index === 0 ? [part] : [document.createElement('wbr'), part]))
      })
      if (parts.length > 1) node.replaceWith(...parts)
    }
  }
}

// One upright line of Han letters → a text as wide as one of them, which wraps after each. It is the same in every program:
// some turn upright text on its side, LibreOffice 7.4 among them.
import type { Rect, TextBox } from './drawing.js'
import type { Block } from './read-block.js'

const han = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+$/u
/** Of a letter's size: more than one letter, less than two. */
const width = 1.4
/** From a letter's top to the foot of its line of exact height, of its size. */
const footOfLetter = 1.08

type Stack = { readonly rect: Rect; readonly paragraphs: TextBox['paragraphs'] }

/** `undefined` for everything else. */
export function stackColumn(blocks: readonly Block[]): Stack | undefined {
  const [block, another] = blocks
  const [line, second] = block?.lines ?? []
  if (!block || !line || another || second) return undefined
  const letters = line.runs.map(({ text }) => text.trim()).join('')
  const sizes = new Set(line.runs.map(({ sizePx }) => sizePx))
  const [sizePx = 0] = sizes
  if (!han.test(letters) || sizes.size > 1) return undefined
  const { start, end, near, far } = line.extent
  const pitchPx = (end - start) / [...letters].length
  const middle = -(near + far) / 2
  const runs = line.runs.map((run) => ({ ...run, text: run.text.trim(), spacingPx: 0 }))
  return {
    rect: {
      x: middle - (sizePx * width) / 2,
      y: start + sizePx * footOfLetter - pitchPx,
      width: sizePx * width,
      height: end - start,
    },
    paragraphs: [{ lines: [runs], align: 'ctr', rtl: false, linePx: pitchPx, beforePx: 0, indentPx: 0 }],
  }
}

// A block's boxes → its own words, each with the place it stands at. Upright lines are measured along themselves.
import type { Rect } from './drawing.js'
import { type Box, hasClass, opacityOf } from './snapshot.js'

/** Where a line stands: `start` and `end` along it, `near` and `far` across, growing from line to line. */
export type Extent = {
  readonly start: number
  readonly end: number
  readonly near: number
  readonly far: number
}
export type Word = { text: string; readonly extent: Extent; readonly source: Box; readonly broken: boolean }

/** Figures set together across an upright line are read as the line they are. */
export const isUpright = (box: Box): boolean =>
  box.style('writing-mode').startsWith('vertical') && box.style('text-combine-upright') !== 'all'

const extentOf = ({ x, y, width, height }: Rect, upright: boolean): Extent =>
  upright
    ? { start: y, end: y + height, near: -x - width, far: -x }
    : { start: x, end: x + width, near: y, far: y + height }

/** Drawn as a picture, among words or by itself. */
export const isPicture = (box: Box): boolean =>
  ['img', 'svg', 'canvas', 'video'].includes(box.tag) || hasClass(box, 'formula')

export const isInline = (box: Box): boolean =>
  box.tag === '#text' || box.tag === 'br' || /^(inline|ruby|contents)/.test(box.style('display'))

const east = /[\u2e80-\uffef\u{20000}-\u{3ffff}]/u
/** Whether its words lie on their side: an upright line without Han letters. */
export const isTurned = (block: Box, words: readonly { readonly text: string }[]): boolean =>
  isUpright(block) && !words.some(({ text }) => east.test(text))

export const isBlock = (box: Box): boolean => !isInline(box)
const isSeen = (box: Box): boolean => box.style('visibility') !== 'hidden' && opacityOf(box) > 0.02

/** What of the block's children are words of its own. */
export function readWords(block: Box, upright: boolean): readonly Word[] {
  const words: Word[] = []
  let [space, broken] = [false, false]
  const put = (text: string, rect: Rect, source: Box) => {
    const extent = extentOf(rect, upright)
    const last = words.at(-1)
    const next = last !== undefined && isNextLine(last.extent, extent)
    if (last && next && space && !broken && !/\s$/.test(last.text)) last.text += ' '
    words.push({ text, extent, source, broken })
    ;[space, broken] = [false, false]
  }
  const readText = (box: Box) => {
    const kept = box.style('white-space-collapse').startsWith('preserve')
    let at = 0
    const skip = (to: number) => {
      const between = box.text.slice(at, to)
      if (/\s/.test(between)) space = true
      if (kept && between.includes('\n')) broken = true
    }
    for (const { start, length, rect } of box.fragments) {
      skip(start)
      const text = box.text.slice(start, start + length)
      at = start + length
      if (kept && text === '\n') broken = true
      else if (rect.width > 0.2 || rect.height > 1.5) put(text.replace(/\n$/, ''), rect, box)
    }
    skip(box.text.length)
  }
  const walk = (box: Box) => {
    for (const child of box.children) {
      if (child.tag === 'br') broken = true
      else if (isBlock(child) || !isSeen(child)) continue
      else if (isPicture(child)) put('\u00a0', child.rect, child)
      else if (child.tag === '#text') readText(child)
      else walk(child)
    }
  }
  walk(block)
  return words.flatMap((word) => cutWord(word, block)).filter(({ text }) => text !== '')
}

/** What the page cuts at the block's edge ends in “…”, and what follows is not seen. */
function cutWord(word: Word, block: Box): readonly Word[] {
  const edge = block.rect.x + block.rect.width - block.px('padding-right') - block.px('border-right-width')
  const { start, end } = word.extent
  if (block.style('text-overflow') !== 'ellipsis' || isUpright(block) || end <= edge + 1) return [word]
  const letters = [...word.text]
  const room = edge - word.source.px('font-size')
  const fitting = Math.floor((letters.length * (room - start)) / (end - start))
  return fitting < 1
    ? []
    : [{ ...word, text: `${letters.slice(0, fitting).join('')}…`, extent: { ...word.extent, end: edge } }]
}

export function isNextLine(last: Extent, next: Extent): boolean {
  const moved = (next.near + next.far - last.near - last.far) / 2
  const higher = Math.max(last.far - last.near, next.far - next.near)
  return moved > higher * 0.5 || (moved > higher * 0.3 && next.start < last.start)
}

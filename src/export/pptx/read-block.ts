// A box that holds words of its own → a block of lines, and a block → a paragraph.
import type { Bullet, Paragraph } from './drawing.js'
import { readLines, type WordLine } from './read-lines.js'
import type { Box } from './snapshot.js'
import { joinLines, longerPx } from './wrap.js'

/** Lines in one column, at one distance. */
export type Block = { readonly box: Box; readonly lines: readonly WordLine[]; readonly linePx: number }

export function readBlock(box: Box): Block | undefined {
  const lines = readLines(box)
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return undefined
  const pitch = lines.length > 1 ? (last.foot - first.foot) / (lines.length - 1) : 0
  const linePx = pitch || box.px('line-height') || first.extent.far - first.extent.near
  return { box, lines, linePx }
}

export const topOf = ({ lines, linePx }: Block): number => (lines[0]?.foot ?? 0) - linePx
export const footOf = ({ lines }: Block): number => lines.at(-1)?.foot ?? 0
export const startOf = ({ lines }: Block): number => Math.min(...lines.map(({ extent }) => extent.start))
export const endOf = ({ lines }: Block): number => Math.max(...lines.map(({ extent }) => extent.end))

export const alignOf = ({ box }: Block): Paragraph['align'] => {
  const [align, rtl] = [box.style('text-align'), box.style('direction') === 'rtl']
  if (align.endsWith('center')) return 'ctr'
  return align === 'right' || align === (rtl ? 'start' : 'end') ? 'r' : 'l'
}

/** Room at the end of lines, of the size of the type, so that letters cut a little wider do not wrap. */
const slack = 0.4

/** Px the widest line may need beyond what it has in the page. */
export const roomOf = ({ box, lines }: Block): number =>
  slack * box.px('font-size') + Math.max(...lines.map(longerPx))

export function makeParagraph(
  block: Block,
  origin: number,
  widthPx: number,
  beforePx: number,
  bullet?: Bullet,
): Paragraph {
  const indent = alignOf(block) === 'l' ? startOf(block) - origin : 0
  return {
    lines: joinLines(block.lines, widthPx - indent),
    align: alignOf(block),
    rtl: block.box.style('direction') === 'rtl',
    linePx: block.linePx,
    beforePx: Math.max(0, beforePx),
    indentPx: Math.max(0, indent),
    ...(bullet ? { bullet } : {}),
  }
}

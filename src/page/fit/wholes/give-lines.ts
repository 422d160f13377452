// Heads, titles and questions that do not stand whole → as many lines of each of their texts as their slide has room for,
// and where those end.
import { findShortening, type Shortening } from './shorten.js'
import type { Shrinking } from './shrink.js'

export type Long = Shortening & { readonly section: HTMLElement; readonly kind: Shrinking['kind'] }

/** Lines each text is tried with: what is shorter stands whole, and leaves its room to the others. */
const tried = [14, 11, 9, 7, 6, 5, 4, 3, 2] as const
const least = 2

const textsOf: Readonly<Record<Shrinking['kind'], string>> = {
  head: '.head > :is(.title, .meta)',
  hero: '.hero > :not(ul), .hero > ul > li',
  question: '.panel > .q',
  body: '',
}

/** Facts that stand one under another have a line each; one of a list has a line less than a text by itself. */
function linesFor(box: HTMLElement, lines: number): number {
  if (box.matches('.hero li')) return lines - 1
  const isStacked = ({ display }: CSSStyleDeclaration) => display === 'block'
  return Math.max(lines, [...box.children].filter((fact) => isStacked(getComputedStyle(fact))).length)
}

type Texts = {
  readonly stuck: Shrinking
  readonly boxes: readonly HTMLElement[]
  /** How many lines each of the boxes may keep. */
  readonly lines: Map<HTMLElement, number>
  /** Px around those lines. */
  readonly around: ReadonlyMap<HTMLElement, number>
}

/** What a box takes around its lines, along the way they follow each other, px: a theme may set them in a coloured panel. */
function aroundPx(box: HTMLElement): number {
  const style = getComputedStyle(box)
  const { paddingBlockStart, paddingBlockEnd, borderBlockStartWidth, borderBlockEndWidth } = style
  return [paddingBlockStart, paddingBlockEnd, borderBlockStartWidth, borderBlockEndWidth].reduce(
    (sum, width) => sum + Number.parseFloat(width),
    0,
  )
}

function holdLines({ boxes, lines, around }: Texts): void {
  for (const box of boxes) {
    box.style.maxBlockSize = `calc(${linesFor(box, lines.get(box) ?? least)}lh + ${around.get(box) ?? 0}px)`
    box.style.overflow = 'clip'
  }
}

/** Gives the boxes the most lines with which all fits, never fewer than they have; one layout for each number tried. */
function giveMost(all: readonly Texts[], toBox: (box: HTMLElement) => boolean): void {
  let pending = all.map((texts) => ({ texts, before: new Map(texts.lines) }))
  for (const most of tried) {
    for (const { texts, before } of pending) {
      for (const box of texts.boxes.filter(toBox))
        texts.lines.set(box, Math.max(most, before.get(box) ?? least))
      holdLines(texts)
    }
    pending = pending.filter(({ texts: { stuck } }) => !stuck.fits(stuck.cutFactor))
  }
}

/** Finds where every text that is too long ends, all slides together. */
export function findLong(all: readonly Shrinking[]): readonly Long[] {
  const texts = all.flatMap((stuck): readonly Texts[] => {
    if (stuck.kind === 'body') return []
    const boxes = [...stuck.section.querySelectorAll<HTMLElement>(textsOf[stuck.kind])]
    return [{ stuck, boxes, lines: new Map(), around: new Map(boxes.map((box) => [box, aroundPx(box)])) }]
  })
  giveMost(texts, () => true)
  // What is left over is the title's.
  giveMost(texts, (box) => box.matches('.title'))
  for (const box of texts.flatMap(({ boxes }) => boxes)) {
    box.style.removeProperty('max-block-size')
    box.style.removeProperty('overflow')
  }
  return texts.flatMap(({ stuck: { section, kind }, boxes, lines }) =>
    boxes.flatMap((box) => {
      const found = findShortening(box, linesFor(box, lines.get(box) ?? least))
      return found ? [{ ...found, section, kind }] : []
    }),
  )
}

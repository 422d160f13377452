// An element → its text as a reader meets it, paragraph by paragraph, and the places where it may be cut. Lays nothing out.
import type { Place } from './carve.js'
import { findLetterSeams, findSeams, seamCosts, type TextSeam } from './seams.js'

type Piece = { readonly node: Text; readonly at: number; readonly mayBegin: boolean }
type Block = { readonly element: Element; readonly from: number; to: number }
export type Reading = {
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly blocks: readonly Block[]
}

/** What has lines of its own. */
export const blocks = 'p, li, figcaption, blockquote, h1, h2, h3'
/** Cut only when a single one is as long as a slide. */
const atoms = 'a, code, kbd, .nb'
/** Never cut. */
const wholes = '.formula, .label, .marker, sup'

/** The texts under the root in order, but those in `except`. */
export function readText(root: Element, except: readonly Element[] = []): Reading {
  const isLeftOut = (node: Node) => except.some((one) => one.contains(node))
  const pieces: Piece[] = []
  const found: Block[] = []
  const texts: string[] = []
  let length = 0
  let mayBegin = false
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    // The text pass has set one wherever a line may break between words.
    if (node instanceof HTMLElement && node.tagName === 'WBR') mayBegin = true
    if (!(node instanceof Text) || node.length === 0 || isLeftOut(node)) continue
    const element = node.parentElement?.closest(blocks) ?? root
    const last = found.at(-1)
    if (last?.element === element) last.to = length + node.length
    // Space between two paragraphs is in neither.
    else if (node.data.trim() === '') continue
    else found.push({ element, from: length, to: length + node.length })
    pieces.push({ node, at: length, mayBegin })
    texts.push(node.data)
    length += node.length
    mayBegin = false
  }
  return { text: texts.join(''), pieces, blocks: found }
}

const indexAt = ({ pieces }: Reading, at: number): number => {
  let [low, high] = [0, pieces.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((pieces[middle]?.at ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}

/** Where the letter stands in the page. */
export function placeAt(reading: Reading, at: number): Place | undefined {
  const piece = reading.pieces[indexAt(reading, at)]
  return piece && { node: piece.node, offset: at - piece.at }
}

/** Nothing for a place in a formula or label; a place inside a link or code is a bad one. */
function weigh(reading: Reading, { at, cost }: TextSeam): readonly TextSeam[] {
  const index = indexAt(reading, at)
  const [before, piece] = [reading.pieces[index - 1], reading.pieces[index]]
  const isWithin = (selector: string) => {
    const box = piece?.node.parentElement?.closest(selector)
    return box && (at > (piece?.at ?? 0) || box.contains(before?.node ?? null))
  }
  if (isWithin(wholes)) return []
  return [{ at, cost: isWithin(atoms) ? cost + seamCosts.within : cost }]
}

const inOrder = (seams: readonly TextSeam[]) => seams.toSorted((one, other) => one.at - other.at)

/** Where paragraphs, sentences and clauses end. */
export function findGoodSeams(reading: Reading): readonly TextSeam[] {
  const seams = reading.blocks.flatMap((block, index) => {
    const own = findSeams(reading.text.slice(block.from, block.to))
      .filter(({ cost }) => cost < seamCosts.word)
      .map(({ at, cost }) => ({ at: block.from + at, cost }))
    const last = reading.blocks[index - 1]?.element
    // Nothing comes between a name and what is said, or between what is said and by whom.
    if (!last || last.matches('.term') || block.element.matches('.who')) return own
    const aside = block.element.closest('.remark, .footnote')
    const leaves = aside !== null && aside !== last.closest('.remark, .footnote')
    return [{ at: block.from, cost: leaves ? seamCosts.clause : seamCosts.paragraph }, ...own]
  })
  return seams.flatMap((seam) => weigh(reading, seam))
}

/** Where words end between two places. */
export function findWordSeams(reading: Reading, from: number, to: number): readonly TextSeam[] {
  const spaces = findSeams(reading.text.slice(from, to)).map(({ at }) => ({
    at: from + at,
    cost: seamCosts.word,
  }))
  const breaks = reading.pieces
    .slice(indexAt(reading, from) + 1, indexAt(reading, to))
    .filter(({ mayBegin }) => mayBegin)
    .map(({ at }) => ({ at, cost: seamCosts.word }))
  return inOrder([...spaces, ...breaks]).flatMap((seam) => weigh(reading, seam))
}

/** Anywhere between two places, but not inside a letter. */
export const findAnySeams = (reading: Reading, from: number, to: number): readonly TextSeam[] =>
  findLetterSeams(reading.text.slice(from, to)).flatMap(({ at, cost }) =>
    weigh(reading, { at: from + at, cost }),
  )

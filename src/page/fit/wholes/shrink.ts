// Heads, titles, and bodies that are not split → made smaller by a few fixed factors until they stand inside their slide.
// `--fit` shrinks large type down to its floor, which max() in the style sheets keeps. What does not stand even so is given
// back: a head is then shortened, a body becomes points.

import {
  blockPxOf,
  boxesIn,
  isTooWide,
  isVertical,
  linesOf,
  linesOn,
  maxLines,
  narrownessOf,
  standsInside,
} from '../inside.js'
import { cutHeadFactor } from './continue-title.js'
import { keepClausesWhole } from './whole-clauses.js'

// About 15 % a time: steps the eye reads as intended sizes; the last brings all but a title to its floor.
const factors = [1, 0.86, 0.74, 0.63, 0.54, 0.46, 0.39, 0.33, 0.27, 0.22]
const leastFactor = 0.22
/** Below this factor a large word may be broken within rather than made still smaller; on a narrow canvas later. */
const breakingFactor = 0.55
/** Of the slide's shorter side: more than this and the head crowds out what it heads. */
const maxHeadShare = 0.3
const maxHeadLines = 3
/** Of a head that a theme sets beside the body: in lines as short as a margin's, or from top to bottom. */
const maxSideLines = 6
const maxUprightLines = 2
/** A head's title, about 40 px, is no smaller than what it heads. */
const leastHeadFactor = 0.63
/** Px: a smaller title of a deck or section is none. */
const leastHeroPx = 32
/** Px: what stands in this size or a smaller one is read as a paragraph, and takes the lines it needs. */
const paragraphPx = 48
/** Px: in this size a title ends in “…”. */
const cutHeroPx = 40
/** Of a panel's height: what its question may take from the answers. */
const maxQuestionShare = 0.36

export type Shrinking = {
  readonly section: HTMLElement
  readonly kind: 'head' | 'hero' | 'question' | 'body'
  /** May be set that much smaller. */
  readonly mayBe: (factor: number) => boolean
  readonly fits: (factor: number) => boolean
  /** How small it is set where it ends in “…”. */
  readonly cutFactor: number
}

/** Whether a theme sets the head beside what it heads, as high as that is, and not over it. */
function isBeside(head: Element): boolean {
  const body = head.nextElementSibling?.getBoundingClientRect()
  const own = head.getBoundingClientRect()
  return body !== undefined && (own.left >= body.right || own.right <= body.left)
}

function headOf(section: HTMLElement): readonly Shrinking[] {
  const head = section.querySelector<HTMLElement>('.head')
  if (!head) return []
  const title = head.querySelector<HTMLElement>('.title')
  const roomPx = Math.min(section.clientWidth, section.clientHeight) * maxHeadShare
  const beside = isBeside(head)
  const aside = beside && !isVertical(head)
  const sideLines = aside ? maxSideLines : maxUprightLines
  const lines = beside ? sideLines : linesOn(section, maxHeadLines)
  const fits = () =>
    (aside || blockPxOf(head) <= roomPx) &&
    !isTooWide(head) &&
    (!beside || standsInside(head, head.children)) &&
    (!title || linesOf(title) <= lines)
  const mayBe = (factor: number) => factor >= leastHeadFactor
  return [{ section, kind: 'head', fits, mayBe, cutFactor: cutHeadFactor }]
}

/** Whether no text of the boxes runs into the seal. */
function leavesSeal(boxes: Iterable<Element>, seal: Element | null): boolean {
  if (!seal || seal.clientWidth === 0) return true
  const own = seal.getBoundingClientRect()
  const range = document.createRange()
  return [...boxes].every((box) => {
    range.selectNodeContents(box)
    const { top, right, bottom } = range.getBoundingClientRect()
    return right <= own.left || bottom <= own.top || top >= own.bottom
  })
}

function heroOf(section: HTMLElement): readonly Shrinking[] {
  const hero = section.querySelector<HTMLElement>('.hero')
  if (!hero) return []
  const title = hero.querySelector<HTMLElement>('.title')
  const lines = linesOn(section, 2)
  const fullPx = title ? Number.parseFloat(getComputedStyle(title).fontSize) : leastHeroPx
  const seal = section.querySelector('.seal')
  const fits = (factor: number) =>
    standsInside(hero, hero.children) &&
    leavesSeal(hero.children, seal) &&
    (!title || fullPx * factor <= paragraphPx || linesOf(title) <= maxLines(lines, factor))
  const mayBe = (factor: number) => fullPx * factor >= leastHeroPx
  return [{ section, kind: 'hero', fits, mayBe, cutFactor: Math.min(1, cutHeroPx / fullPx) }]
}

/** A panel's question: its answers are units, which are split; it only must leave them room. */
function questionOf(section: HTMLElement): readonly Shrinking[] {
  const question = section.querySelector<HTMLElement>('.panel > .q')
  const panel = question?.parentElement
  if (!question || !panel) return []
  const lines = linesOn(section, 2)
  const fits = (factor: number) =>
    question.clientHeight <= panel.clientHeight * maxQuestionShare &&
    linesOf(question) <= maxLines(lines, factor)
  return [{ section, kind: 'question', fits, mayBe: () => true, cutFactor: leastFactor }]
}

/** Lines of large type more than a text asks for: so many, and it is read as a paragraph. */
const mostMoreLines = 4

/** Of a body's height: a picture lower than this, though it could be higher, has given way to its caption. */
const leastPictureShare = 0.3

/** A panorama as wide as the body is as high as it can be. */
function isSeen(image: HTMLImageElement, { clientWidth, clientHeight }: Element): boolean {
  const { naturalWidth, naturalHeight } = image
  const mostPx = Math.min(naturalHeight, (clientWidth * naturalHeight) / Math.max(1, naturalWidth))
  return image.clientHeight + 1 >= Math.min(clientHeight * leastPictureShare, mostPx)
}

/** Any body marked data-fit: its boxes stand inside it, and those marked data-lines take no more lines than that. */
function bodyOf(section: HTMLElement): readonly Shrinking[] {
  const body = section.querySelector<HTMLElement>('[data-fit]')
  if (!body) return []
  const boxes = boxesIn(body)
  const lined = [...body.querySelectorAll<HTMLElement>('[data-lines]')].map((text) => ({
    text,
    lines: linesOn(section, Number(text.dataset['lines'])),
  }))
  // What leaves its own box for the next one may still stand in the body: a caption its figure, words their card.
  const held = [...body.querySelectorAll(':scope > :is(figure, li)')]
  const fits = (factor: number) =>
    standsInside(body, boxes) &&
    held.every((box) => standsInside(box, box.children)) &&
    [...body.querySelectorAll<HTMLImageElement>('figure > img')].every((image) => isSeen(image, body)) &&
    lined.every(
      ({ text, lines }) => linesOf(text) <= Math.min(maxLines(lines, factor), lines + mostMoreLines),
    )
  return [{ section, kind: 'body', fits, mayBe: () => true, cutFactor: leastFactor }]
}

/** Sets it that large; `breaks`: its large words may be broken within. */
export function applyFactor({ section, kind }: Shrinking, factor: number, breaks: boolean): void {
  section.style.setProperty(kind === 'head' ? '--fit-head' : '--fit', String(factor))
  if (kind !== 'head' && breaks) section.dataset['break'] = ''
}

/** Shrinks all together, so that a step costs one layout of the page; gives back what does not fit even so. */
function shrink(all: readonly Shrinking[]): readonly Shrinking[] {
  const breakBelow = breakingFactor / Math.sqrt(all[0] ? narrownessOf(all[0].section) : 1)
  let pending = all
  const stuck: Shrinking[] = []
  factors.forEach((factor, index) => {
    stuck.push(...pending.filter(({ mayBe }) => !mayBe(factor)))
    pending = pending.filter(({ mayBe }) => mayBe(factor))
    if (index > 0) for (const one of pending) applyFactor(one, factor, factor < breakBelow)
    pending = pending.filter(({ fits }) => !fits(factor))
  })
  return [...stuck, ...pending]
}

/** Heads first: what they take is not their slides' bodies'. */
export const shrinkHeads = (sections: readonly HTMLElement[]): readonly Shrinking[] =>
  shrink(sections.flatMap(headOf))

/** Titles, panels' questions, and bodies. */
export function shrinkBodies(sections: readonly HTMLElement[]): readonly Shrinking[] {
  const stuck = shrink(
    sections.flatMap((section) => [heroOf, questionOf, bodyOf].flatMap((find) => find(section))),
  )
  const left = new Set(stuck.map(({ section }) => section))
  keepClausesWhole(
    sections.filter((section) => !left.has(section)),
    factors,
  )
  return stuck
}

// Remarks that a theme sets in a margin beside the points (`--margin` on the list, its width) → each at the height of its own
// point where it can be, none over another: those that would meet move apart. What no margin holds stands under its point.

import { heightOf } from './texts.js'
import type { UnitsSlide } from './units-slide.js'

/** Px between two remarks in a margin. */
export const marginGapPx = 20

const remarksOf = (unit: Element) => [...unit.querySelectorAll<HTMLElement>(':scope > .remark')]

const marginOf = (list: HTMLElement) =>
  Number.parseFloat(getComputedStyle(list).getPropertyValue('--margin')) || 0

const hasMargin = (list: HTMLElement) => list.dataset['margin'] !== undefined

/** Px of the margin that a unit's remarks take; 0 for most units. */
export function marginHeight(list: HTMLElement, unit: HTMLElement): number {
  if (!hasMargin(list) || unit.classList.contains('under')) return 0
  return remarksOf(unit).reduce((sum, remark) => sum + heightOf(remark) + marginGapPx, 0)
}

/** Of a list's units: where fewer have a remark, a margin for these would take too much from the others. */
const leastShare = 1 / 3
/** Of a slide's height: a remark taller than this stands under its point rather than beside it. */
const tallShare = 0.6

/** Gives a margin to the lists that want it, all their parts the same, before anything on them is measured. */
export function openMargins(slides: readonly UnitsSlide[]): void {
  const open = slides.filter(
    ({ body, units }) => units.some((unit) => remarksOf(unit).length > 0) && marginOf(body) > 0,
  )
  for (const { body } of open) body.dataset['margin'] = ''
  const found = open.map(({ body, units }) => {
    const remarked = units.filter((unit) => remarksOf(unit).length > 0)
    const under = remarked.filter(
      (unit) => unit.matches('.block') || marginHeight(body, unit) > body.clientHeight * tallShare,
    )
    return { body, under, closed: remarked.length - under.length < units.length * leastShare }
  })
  for (const { body, under, closed } of found) {
    for (const unit of under) unit.classList.add('under')
    if (closed) delete body.dataset['margin']
  }
}

export type Placed = { readonly wantedPx: number; readonly heightPx: number }

/** Where each stands, px from the top of a margin that holds them all: as near to where it wants to be as the others allow. */
export function placeInMargin(boxes: readonly Placed[], roomPx: number): readonly number[] {
  const tops: number[] = []
  let freePx = 0
  for (const { wantedPx, heightPx } of boxes) {
    const topPx = Math.max(wantedPx, freePx)
    tops.push(topPx)
    freePx = topPx + heightPx + marginGapPx
  }
  let endPx = roomPx
  boxes.toReversed().forEach(({ heightPx }, back) => {
    const index = boxes.length - 1 - back
    const topPx = Math.min(tops[index] ?? 0, endPx - heightPx)
    tops[index] = topPx
    endPx = topPx - marginGapPx
  })
  return tops
}

/** Closes margins on parts without a remark, and moves the remarks in the others to their places. */
export function placeRemarks(root: ParentNode): void {
  const lists = [...root.querySelectorAll<HTMLElement>('[data-units][data-margin]')]
  const isUsed = (list: HTMLElement) => list.querySelector(':scope > :not(.under) > .remark') !== null
  for (const list of lists) if (!isUsed(list)) delete list.dataset['margin']
  const moves = lists.filter(hasMargin).flatMap((list) => {
    const { top, height } = list.getBoundingClientRect()
    const remarks = [...list.children].flatMap((unit) => {
      const unitPx = unit.getBoundingClientRect().top - top
      const own = unit.classList.contains('under') ? [] : remarksOf(unit)
      return own.map((remark) => ({ remark, unitPx }))
    })
    const boxes = remarks.map(({ remark, unitPx }) => ({ wantedPx: unitPx, heightPx: heightOf(remark) }))
    const tops = placeInMargin(boxes, height)
    return remarks.map(({ remark, unitPx }, index) => ({ remark, dropPx: (tops[index] ?? 0) - unitPx }))
  })
  for (const { remark, dropPx } of moves) remark.style.setProperty('--drop', `${Math.round(dropPx)}px`)
}

// Boxes on a slide → whether they stand inside their frame and keep to the lines they may have.

const slackPx = 1

/** Whether its lines run from top to bottom. */
export const isVertical = (box: Element): boolean => getComputedStyle(box).writingMode.startsWith('vertical')

/** What its lines take together, px: its height, or its width where they run from top to bottom. */
export function blockPxOf(box: Element): number {
  const { width, height } = box.getBoundingClientRect()
  return isVertical(box) ? width : height
}

/** Lines of text in a block of one line height, however many inline boxes it holds. */
export function linesOf(element: HTMLElement): number {
  const { lineHeight, paddingBlockStart, paddingBlockEnd } = getComputedStyle(element)
  const outer = isVertical(element) ? element.clientWidth : element.clientHeight
  const inner = outer - Number.parseFloat(paddingBlockStart) - Number.parseFloat(paddingBlockEnd)
  return Math.round(inner / Number.parseFloat(lineHeight))
}

const endsBeyond = (box: Element, sidePx: number): boolean =>
  box instanceof HTMLElement && box.offsetLeft + box.scrollWidth > sidePx + slackPx

/** Whether something in the box is drawn beyond where its lines end. Remarks in a margin are meant to be. */
export function isTooWide(box: Element): boolean {
  const { clientWidth, clientHeight } = box
  if (box.scrollHeight > clientHeight + slackPx && isVertical(box)) return true
  // Letters may reach a little beyond their box; a table is a box itself, and has its lines drawn to its end.
  if (box.scrollWidth <= clientWidth + (box.matches('.unit.table') ? 0 : slackPx) || isVertical(box))
    return false
  return (
    !box.matches('[data-margin] > *') ||
    [...box.children].some((child) => !child.matches('.remark') && endsBeyond(child, clientWidth))
  )
}

/** Whether every box of `boxes` is inside the frame, and its text inside the box. */
export function standsInside(frame: Element, boxes: Iterable<Element>): boolean {
  const outer = frame.getBoundingClientRect()
  for (const box of boxes) {
    const inner = box.getBoundingClientRect()
    if (inner.top < outer.top - slackPx || inner.bottom > outer.bottom + slackPx) return false
    if (inner.left < outer.left - slackPx || inner.right > outer.right + slackPx) return false
    if (isTooWide(box) && box.clientWidth > 0) return false
  }
  return true
}

/** Boxes inside `frame` that hold something to be read or seen: neither inline pieces nor drawn ornaments. */
export function boxesIn(frame: Element): readonly Element[] {
  return [...frame.querySelectorAll('*')].filter(
    (box) => box.clientWidth > 0 && (box instanceof HTMLImageElement || box.textContent.trim() !== ''),
  )
}

/** How narrow a canvas is beside one of 16:9: that is 1, 4:3 is 1.33, 9:16 is 3.16. */
export const narrownessOf = ({ clientWidth, clientHeight }: Element): number =>
  (clientHeight * 16) / (clientWidth * 9)

/** The lines large text may take on this canvas instead of `wanted` on one of 16:9: 2 stay 2 in 4:3 and become 4 in 9:16. */
export const linesOn = (canvas: Element, wanted: number): number =>
  Math.round(wanted * Math.sqrt(narrownessOf(canvas)))

/** How many lines large text may take: as many as it asks for, more of them once it has become small. */
export function maxLines(wanted: number, factor: number): number {
  return factor > 0.6 ? wanted : factor > 0.4 ? wanted + 2 : Number.POSITIVE_INFINITY
}

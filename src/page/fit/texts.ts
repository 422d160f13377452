// An element → the pieces of text in it, and what they and other boxes measure: what several steps of fitting ask.

/** All texts under `root`, in reading order; a list of its own, so that they may be replaced while it is walked. */
export function textsIn(root: Node): readonly Text[] {
  const texts: Text[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text) texts.push(node)
  return texts
}

/** Px. */
export const heightOf = (box: Element | Range): number => box.getBoundingClientRect().height

/** Boxes one under another → how far each is from the next, px; the last one its own height. */
export function topsOf(boxes: readonly Element[]): readonly number[] {
  const rects = boxes.map((box) => box.getBoundingClientRect())
  return rects.map(({ top, height }, at) => (rects[at + 1]?.top ?? top + height) - top)
}

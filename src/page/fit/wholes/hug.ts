// A quotation's box as wide as its slide → one as wide as its longest line, so that the drawn corners stand at the words.
import { textsIn } from '../texts.js'

/** Narrows every quotation under `root` to its text. Lines stay as they are. */
export function hugText(root: ParentNode): void {
  const boxes = [...root.querySelectorAll<HTMLElement>('.quote > .say')]
  const widths = boxes.map((box) => {
    const { left } = box.getBoundingClientRect()
    return (
      Math.max(left, ...textRights(box)) - left + Number.parseFloat(getComputedStyle(box).paddingInlineEnd)
    )
  })
  boxes.forEach((box, index) => {
    box.style.width = `${Math.ceil(widths[index] ?? 0) + 1}px`
  })
}

/** Right edges of all lines of text in the box; its own frame is not among them. */
function textRights(box: HTMLElement): readonly number[] {
  return textsIn(box).flatMap((text) => {
    const range = document.createRange()
    range.selectNodeContents(text)
    return [...range.getClientRects()].map(({ right }) => right)
  })
}

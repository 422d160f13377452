// A quotation's box as wide as its slide → one as wide as its longest line, so that the drawn corners stand at the words.

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
  const rights: number[] = []
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const range = document.createRange()
    range.selectNodeContents(text)
    for (const { right } of range.getClientRects()) rights.push(right)
  }
  return rights
}

// Lines that a theme sets from top to bottom → the same with their marks as such lines have them: brackets turned, what ends a
// clause at the upper right of its square, colons at its right (GB/T 15834, 5.2). Fonts do it by vertical forms; ours, cut to
// letters, have none.
import { isVertical } from './inside.js'
import { textsIn } from './texts.js'

const lineBoxes = '.head > *, .hero > *, .agenda .name'
// Unicode’s “Tr” and “Tu” of UAX 50, as far as our faces have them; dashes and curly quotes Chrome turns itself.
const marks = /([「」『』（）《》〈〉【】〔〕［］｛｝～]+|[，。、]+|[：；]+)/u
const brackets = /^[「『（《〈【〔［｛～」』）》〉】〕］｝]/u

function wrapMarks(text: Text): void {
  const pieces = text.data.split(marks)
  if (pieces.length < 2) return
  const wrapped = pieces.map((piece, at) => {
    if (at % 2 === 0) return piece
    const mark = document.createElement('span')
    mark.className = brackets.test(piece) ? 'turned' : /^[：；]/.test(piece) ? 'aside' : 'raised'
    mark.append(piece)
    return mark
  })
  text.replaceWith(...wrapped.filter((piece) => piece !== ''))
}

/** Marks such lines `data-upright`, and sets their marks for it. */
export function turnMarks(root: ParentNode): void {
  const boxes = [...root.querySelectorAll<HTMLElement>(lineBoxes)].filter(isVertical)
  for (const box of boxes) {
    box.dataset['upright'] = ''
    for (const text of textsIn(box)) wrapMarks(text)
  }
}

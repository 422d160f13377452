// Code → its lines, each a block that wraps with a hanging indent; and a listing too tall for a slide → several, cut where
// one that reads it would pause, whose lines are numbered on.

import { measureEm } from '../texts/long.js'
import { textsIn, topsOf } from '../texts.js'
import { costsOfCuts } from './code-cuts.js'
import type { Cuttable } from './cuttable.js'
import { heightOfRows, never } from './rows.js'

/** A line of more letters than this is laid out, and may be cut, in stretches of about so many. */
const longLine = 640
const stretch = 80
/** How far back, in letters, a stretch looks for a place to end at: a statement's end before any other. */
const reach = 40
const seams = [/[;}](?![;,)}\]])/g, /[\s,;)}\]]/g]
/** Columns: what is indented further hangs no further. */
const mostIndent = 32

const codeIn = (unit: ParentNode) => unit.querySelector('pre code') ?? unit.querySelector('pre')

/** One line of text → the stretches it is laid out in. */
export function stretchesOf(line: string): readonly string[] {
  if (line.length <= longLine) return [line]
  const found: string[] = []
  for (let from = 0; from < line.length; ) {
    let to = line.length - from < stretch * 1.5 ? line.length : from + stretch
    const near = to < line.length ? line.slice(to - reach, to) : ''
    const last = seams.map((seam) => [...near.matchAll(seam)].at(-1)).find((found) => found)
    if (last) to += last.index + 1 - reach
    // Never between the halves of one letter.
    if (/[\udc00-\udfff]/.test(line[to] ?? '')) to++
    found.push(line.slice(from, to))
    from = to
  }
  return found
}

/** The text, in copies of the elements it stands in below `code`: a comment over three lines is three comments. */
function dress(text: string, node: Text, code: Element): Node {
  let dressed: Node = document.createTextNode(text)
  for (let outer = node.parentElement; outer && outer !== code; outer = outer.parentElement) {
    const copy = outer.cloneNode(false)
    copy.appendChild(dressed)
    dressed = copy
  }
  return dressed
}

function lineUp(code: Element): void {
  const lines: HTMLElement[] = []
  let letters = 0
  const open = (more: boolean) => {
    const line = document.createElement('span')
    line.className = more ? 'line more' : 'line'
    lines.push(line)
    letters = 0
    return line
  }
  let line: HTMLElement | undefined
  for (const node of textsIn(code)) {
    for (const text of node.data.split(/(?<=\n)/)) {
      for (const piece of stretchesOf(text)) {
        if (line && letters + piece.length > longLine) line = open(true)
        line ??= open(false)
        line.append(dress(piece, node, code))
        letters += piece.length
      }
      if (text.endsWith('\n')) line = undefined
    }
  }
  for (const one of lines) {
    const indent = /^\s*/.exec(one.textContent)?.[0].replaceAll('\t', '    ').length ?? 0
    if (!one.classList.contains('more')) one.style.setProperty('--in', String(Math.min(indent, mostIndent)))
  }
  // A blank line is what is between others.
  const isBlank = (line: Element | undefined) => line?.textContent.trim() === ''
  while (lines.length > 1 && isBlank(lines[0])) lines.shift()
  while (lines.length > 1 && isBlank(lines.at(-1))) lines.pop()
  code.replaceChildren(...lines)
}

/** The width of its longest line, letters: on a narrow canvas a listing of short lines is set larger. */
const widthOf = (code: Element): number =>
  code.textContent
    .split('\n')
    .reduce((most, line) => Math.max(most, Math.ceil(2 * measureEm(line.trimEnd()))), 1)

/** Gives every listing its lines, and room for their numbers. */
export function lineCode(root: ParentNode): void {
  for (const unit of root.querySelectorAll<HTMLElement>('.unit.code')) {
    const code = codeIn(unit)
    if (!code) continue
    unit.style.setProperty('--letters', String(widthOf(code)))
    unit.style.setProperty('--digits', String(String(code.textContent.trimEnd().split('\n').length).length))
    lineUp(code)
  }
}

/** Stretches of one line that stand on one slide are one line again. */
export function joinLines(root: ParentNode): void {
  for (const more of root.querySelectorAll('.unit.code .line + .line.more')) {
    more.previousElementSibling?.append(...more.childNodes)
    more.remove()
  }
}

/** What a stretch takes once it is joined to those before it: not a whole number of lines, and some room for where it breaks. */
function stretchPx(line: Element, lineHeightPx: number): number {
  const { paddingInlineStart, width } = getComputedStyle(line)
  const range = document.createRange()
  range.selectNodeContents(line)
  const lettersPx = [...range.getClientRects()].reduce((sum, rect) => sum + rect.width, 0)
  return (
    (1.06 * lineHeightPx * lettersPx) / (Number.parseFloat(width) - Number.parseFloat(paddingInlineStart))
  )
}

export function rowsOfCode(unit: HTMLElement): Cuttable | undefined {
  const code = codeIn(unit)
  const lines = [...(code?.children ?? [])]
  const texts = lines.map((line) => line.textContent)
  // Blank lines are what is between rows.
  const places = texts.flatMap((text, at) => (text.trim() === '' ? [] : at))
  if (!code || places.length < 2) return undefined
  const costs = costsOfCuts(texts)
  const isMore = (at: number) => lines[at]?.classList.contains('more') === true
  const lineHeightPx = Number.parseFloat(getComputedStyle(code).lineHeight)
  const linesPx = topsOf(lines).map((height, at) => {
    const line = lines[at]
    return line && isMore(at) ? stretchPx(line, lineHeightPx) : height
  })
  return {
    rows: {
      heightPx: places.map((at) => linesPx[at] ?? 0),
      gapPx: places.map((at, row) => heightOfRows({ heightPx: linesPx }, (places[row - 1] ?? -1) + 1, at)),
      cutCost: places.map((at) => (isMore(at) ? 0.4 : (costs[at] ?? never))),
    },
    empty() {
      let number = 0
      lines.forEach((line, at) => {
        if (!isMore(at)) line.setAttribute('data-number', String(++number))
      })
      code.replaceChildren()
    },
    fill(piece, from, to) {
      codeIn(piece)?.append(...lines.slice(places[from], (places[to - 1] ?? 0) + 1))
    },
  }
}

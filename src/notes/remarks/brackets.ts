// A line → the brackets in it, each with its place; those of code, links, calls and addresses are none.

import { isOverMarked } from '../limits.js'
import { listMath } from '../maths.js'
import { blankOut, type Span } from './clauses.js'

const pairs: Readonly<Record<string, string>> = { '（': '）', '(': ')', '【': '】', '[': ']' }
const closers = new Set(Object.values(pairs))

// In a link's text or a picture's caption only brackets of full width are anybody's remark: `[text（真的？）](address)`.
const linkText = /!?\[[^[\]]*\](?=\()/g
const markup =
  /(`+)[^`]*\1|\[!\[[^\]]*\]\([^)]*\)\]\([^)]*\)|!?\[[^\]]*\]\([^)]*\)|\[[^\]]*\]\[[\w.-]{0,40}\]|\[\^[^\]]*\]|^\s*\[[^\]]+\]:|\[[ xX]\] |<[^>]*>|https?:\/\/[^\s（）【】]+?(?=[([]\p{Script=Han}|[\s（）【】]|$)/gu

type Stretch = readonly [number, number]

function markedUp(line: string): readonly Stretch[] {
  if (!/[`\]<$]|:\/\//.test(line) || isOverMarked(line)) return []
  const marked = [...line.matchAll(markup)].map(
    (found) => [found.index, found.index + found[0].length] as const,
  )
  const formulas = line.includes('$') ? listMath(line).map(({ start, end }) => [start, end] as const) : []
  return [...marked, ...formulas].toSorted((a, b) => a[0] - b[0])
}

/** The stretches of link texts: there a bracket of full width still counts. */
function linkTexts(line: string): readonly Stretch[] {
  if (isOverMarked(line) || !line.includes('](')) return []
  return [...line.matchAll(linkText)].map((found) => [found.index, found.index + found[0].length] as const)
}

/** The line with its code, pictures, links, addresses and tags blanked. */
export const blankMarkup = (line: string): string =>
  blankOut(
    line,
    markedUp(line).map(([start, end]) => ({ start, end })),
  )

/** f(x) and dict[key] are written that way; nobody mutters without a space. */
function isGlued(line: string, index: number): boolean {
  if (!/[([]/.test(line.charAt(index)) || !/[A-Za-z0-9_]/.test(line.charAt(index - 1))) return false
  return /^.[\w\s,.'"=+*-]*[)\]]/.test(line.slice(index, index + 200))
}

/** The outermost brackets of a line, in order; one left open reaches to the end. Linear in the line's length. */
export function outerBrackets(line: string): readonly Span[] {
  if (!/[（(【[]/.test(line)) return []
  const spans = markedUp(line)
  const texts = linkTexts(line)
  const found: Span[] = []
  const open: { readonly index: number; readonly close: string }[] = []
  let next = 0
  for (let index = 0; index < line.length; index++) {
    while (next < spans.length && (spans[next]?.[1] ?? 0) <= index) next++
    const span = spans[next]
    const letter = line.charAt(index)
    if (span && index >= span[0]) {
      const inText = /[（）]/.test(letter) && texts.some(([start, end]) => index > start && index < end)
      if (!inText) continue
    }
    const close = pairs[letter]
    if (close !== undefined && !(open.length === 0 && isGlued(line, index))) open.push({ index, close })
    else if (closers.has(letter)) {
      // A bracket may be closed by its twin of the other width: people mix （ and ).
      const top = open.at(-1)
      if (!top || (top.close !== letter && !('）)'.includes(letter) && '）)'.includes(top.close)))) continue
      open.pop()
      if (open.length > 0) continue
      found.push({ start: top.index, end: index + 1, inner: line.slice(top.index + 1, index).trim() })
    }
  }
  // Left open to the end: whatever it is, it was put aside from what was said.
  const [left] = open
  if (left) found.push({ start: left.index, end: line.length, inner: line.slice(left.index + 1).trim() })
  return found
}

/** Whether a bracket is opened on this line and not closed. */
export function hasOpenBracket(line: string): boolean {
  // [0, 1) is an interval.
  const plain = line.includes('$') ? blankOut(line, listMath(line)) : line
  const count = (pattern: RegExp) => plain.match(pattern)?.length ?? 0
  return count(/[（(]/g) > count(/[）)]/g) || count(/[【[]/g) > count(/[】\]]/g)
}

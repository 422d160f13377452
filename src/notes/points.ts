// A paragraph's lines → points, with the remarks in them taken out and kept beside.
import type { At } from '../shared/problem.js'
import { readInline } from './inline.js'
import type { Point, Remark } from './notes.js'
import type { LooseRemark } from './piece.js'
import { isWrappedProse, joinProse } from './prose.js'
import type { Reading } from './reading.js'
import { type FoundRemark, hasOpenBracket, isNoteLine, splitRemarks } from './remarks.js'

export function remarkOf(found: FoundRemark, at: At): Remark {
  return {
    ...readInline(found.source),
    from: found.from,
    at: { ...at, column: (at.column ?? 1) + found.column - 1 },
  }
}

/** One line as a point, a remark, or nothing. */
export function readLine(
  line: string,
  at: At,
  reading: Reading,
  children: readonly Point[] = [],
): readonly (Point | LooseRemark)[] {
  const split = splitRemarks(line, reading.phrases)
  const remarks = split.remarks.map((found) => remarkOf(found, at))
  if (split.said === '' && children.length === 0) return remarks.map((remark) => ({ kind: 'remark', remark }))
  const inline = readInline(split.said)
  // A line of nothing but a comment says nothing.
  if (inline.html === '' && remarks.length === 0 && children.length === 0) return []
  return [{ kind: 'point', ...inline, remarks, children, at }]
}

/** A bracket that is not closed within so many lines was never meant to be. */
const maxBracketLines = 5

type Line = { readonly text: string; readonly index: number; readonly noted: boolean }

/** Lines of a paragraph; a bracket left open is carried on to the line that closes it, `Note:` to the paragraph's end. */
function joinLines(paragraph: string, reading: Reading): readonly Line[] {
  const lines: Line[] = []
  let noted = false
  const typed = paragraph.split('\n')
  const full = typed.map((text) => text.trim()).filter((text) => text !== '')
  if (reading.lines === 'prose' || (reading.lines === 'auto' && isWrappedProse(full))) {
    const index = typed.findIndex((text) => text.trim() !== '')
    return [{ text: joinProse(full), index, noted: false }]
  }
  typed.forEach((text, index) => {
    const last = lines.at(-1)
    const closesSoon = () =>
      typed.slice(index, index + maxBracketLines).some((below) => /[）)】\]]/.test(below))
    if (last && hasOpenBracket(last.text) && closesSoon()) {
      lines[lines.length - 1] = { ...last, text: joinProse([last.text, text.trim()]) }
      return
    }
    noted ||= isNoteLine(text)
    lines.push({ text: text.trim(), index, noted })
  })
  return lines.filter((line) => line.text !== '')
}

/** One thought a line: every line of the paragraph that is not blank is a point or a remark of its own. */
export function readPoints(paragraph: string, at: At, reading: Reading): readonly (Point | LooseRemark)[] {
  return joinLines(paragraph, reading).flatMap(({ text, index, noted }) => {
    const place = { ...at, line: (at.line ?? 1) + index }
    if (!noted || isNoteLine(text)) return readLine(text, place, reading)
    return [{ kind: 'remark', remark: { ...readInline(text), from: 'mark', at: place } }]
  })
}

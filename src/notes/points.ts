// A paragraph's lines → points, with the remarks in them taken out and kept beside.
import type { At } from '../shared/problem.js'
import { takeDirectives, wishOf } from './directives.js'
import { readInline } from './inline.js'
import { readLabel } from './labels.js'
import type { Point, Remark } from './notes.js'
import type { DirectiveLine, LooseRemark } from './piece.js'
import { isWrappedProse, joinProse } from './prose.js'
import type { Reading } from './reading.js'
import { hasOpenBracket } from './remarks/brackets.js'
import type { FoundRemark } from './remarks/cuts.js'
import { splitRemarks } from './remarks.js'

export function remarkOf(found: FoundRemark, at: At): Remark {
  return {
    ...readInline(found.source),
    from: found.from,
    at: { ...at, column: (at.column ?? 1) + found.column - 1 },
  }
}

function warnOfPlace({ at }: DirectiveLine, { problems }: Reading): void {
  const hint = 'Put it on a line of its own, right below the heading of its section.'
  const message = '“minutes” is about a section, and this is the line of a point.'
  problems.push({ code: 'notes/directive', severity: 'warning', message, hint, at })
}

type Extra = { readonly children?: readonly Point[]; readonly prose?: boolean }

/** One line as a point, a remark, or nothing. Directives on the line ask for its slide. */
export function readLine(
  typed: string,
  at: At,
  reading: Reading,
  { children = [], prose = false }: Extra = {},
): readonly (Point | LooseRemark)[] {
  const { said: line, directives } = takeDirectives(typed, at, reading)
  const found = splitRemarks(line, reading.phrases)
  // What has points below it was no passing thought; without it they would hang on nothing.
  const torn = found.said === '' && children.length > 0 && found.remarks.every(({ from }) => from === 'line')
  const split = torn ? { said: line, remarks: [] } : found
  const remarks = split.remarks.map((one) => remarkOf(one, at))
  if (split.said === '' && children.length === 0) return remarks.map((remark) => ({ kind: 'remark', remark }))
  const inline = readInline(split.said)
  // A line of nothing but a comment says nothing.
  if (inline.html === '' && remarks.length === 0 && children.length === 0) return []
  const label = readLabel(inline)
  const wish = wishOf(directives)
  const budget = directives.find(({ name }) => name === 'minutes')
  if (budget) warnOfPlace(budget, reading)
  return [
    {
      kind: 'point',
      ...inline,
      ...(label ? { label } : {}),
      ...(prose ? { prose } : {}),
      ...(wish ? { wish, begins: true } : {}),
      remarks,
      children,
      at,
    },
  ]
}

/** A bracket that is not closed within so many lines was never meant to be. */
const maxBracketLines = 5

type Line = {
  readonly text: string
  readonly index: number
  readonly column: number
  readonly prose: boolean
}

/** Lines of a paragraph; a bracket left open is carried on to the line that closes it. */
function joinLines(paragraph: string, reading: Reading): readonly Line[] {
  const lines: Line[] = []
  const typed = paragraph.split('\n')
  const full = typed.map((text) => text.trim()).filter((text) => text !== '')
  if ((reading.lines === 'prose' && full.length > 1) || (reading.lines === 'auto' && isWrappedProse(full))) {
    const index = typed.findIndex((text) => text.trim() !== '')
    return index < 0 ? [] : [{ text: joinProse(full), index, column: 1, prose: true }]
  }
  typed.forEach((text, index) => {
    const last = lines.at(-1)
    const closesSoon = () =>
      typed.slice(index, index + maxBracketLines).some((below) => /[）)】\]]/.test(below))
    if (last && hasOpenBracket(last.text) && closesSoon()) {
      lines[lines.length - 1] = { ...last, text: joinProse([last.text, text.trim()]) }
      return
    }
    const column = text.length - text.trimStart().length + 1
    lines.push({ text: text.trim(), index, column, prose: false })
  })
  return lines.filter((line) => line.text !== '')
}

/** One thought a line: every line of the paragraph that is not blank is a point or a remark of its own. */
export function readPoints(paragraph: string, at: At, reading: Reading): readonly (Point | LooseRemark)[] {
  return joinLines(paragraph, reading).flatMap(({ text, index, column, prose }) =>
    readLine(text, { ...at, line: (at.line ?? 1) + index, column }, reading, { prose }),
  )
}

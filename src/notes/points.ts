// A paragraph's lines, or a list's items → points, with the remarks in them taken out and kept beside.
import type { Token, Tokens } from 'marked'
import type { At } from '../shared/problem.js'
import { readInline } from './inline.js'
import { isList } from './markdown.js'
import type { Point, Remark } from './notes.js'
import type { LooseRemark, Piece } from './piece.js'
import { isWrappedProse, joinProse } from './prose.js'
import { type FoundRemark, hasOpenBracket, isMarkedLine, isNoteLine, splitRemarks } from './remarks.js'

export function remarkOf(found: FoundRemark, at: At): Remark {
  return {
    ...readInline(found.source),
    from: found.from,
    at: { ...at, column: (at.column ?? 1) + found.column - 1 },
  }
}

function readLine(line: string, at: At, children: readonly Point[] = []): readonly (Point | LooseRemark)[] {
  const split = splitRemarks(line)
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
function joinLines(paragraph: string): readonly Line[] {
  const lines: Line[] = []
  let noted = false
  const typed = paragraph.split('\n')
  const full = typed.map((text) => text.trim()).filter((text) => text !== '')
  if (isWrappedProse(full)) {
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
export function readPoints(paragraph: string, at: At): readonly (Point | LooseRemark)[] {
  return joinLines(paragraph).flatMap(({ text, index, noted }) => {
    const place = { ...at, line: (at.line ?? 1) + index }
    if (!noted || isNoteLine(text)) return readLine(text, place)
    return [{ kind: 'remark', remark: { ...readInline(text), from: 'mark', at: place } }]
  })
}

function markerOf(item: Tokens.ListItem, ordered: boolean): string | undefined {
  if (item.task) return item.checked ? '☑' : '☐'
  return ordered ? /^\s*(\d+[.)])/.exec(item.raw)?.[1] : undefined
}

/**
 * A list of any depth: each item is a point, the lists in it are its children, and code, tables or quotes in it follow
 * it. A line under an item that is not indented is a thought of its own, though Markdown would draw it in.
 */
export function readList(
  list: Tokens.List,
  at: At,
  readOther: (token: Token, at: At) => readonly Piece[],
): readonly Piece[] {
  const read: Piece[] = []
  let line = at.line ?? 1
  for (const item of list.items) {
    const raw = item.raw.split('\n')
    const children: Point[] = []
    const following: Piece[] = []
    // The item's own text: a line for the item, one more for each line that is not indented under it.
    const own: { text: string; readonly index: number }[] = []
    let childLine = line
    for (const token of item.tokens) {
      const place = { ...at, line: childLine }
      if (isList(token)) {
        for (const piece of readList(token, place, readOther)) {
          if (piece.kind === 'point') children.push(piece)
          else following.push(piece)
        }
      } else if (own.length === 0 && (token.type === 'text' || token.type === 'paragraph')) {
        const typed: string = 'text' in token ? token.text : token.raw
        typed.split('\n').forEach((text, index) => {
          const last = own.at(-1)
          if (last && !/^\S/.test(raw[index] ?? '') && !isMarkedLine(text)) last.text += ` ${text.trim()}`
          else own.push({ text, index })
        })
      } else if (token.type !== 'checkbox') following.push(...readOther(token, place))
      childLine += token.raw.split('\n').length - 1
    }
    const marker = markerOf(item, list.ordered)
    if (own.length === 0) own.push({ text: '', index: 0 })
    own.forEach(({ text, index }, position) => {
      const below = position === own.length - 1 ? children : []
      for (const made of readLine(text.trim(), { ...at, line: line + index }, below)) {
        const first = position === 0 && made.kind === 'point' && marker !== undefined
        read.push(first ? { ...made, marker } : made)
      }
    })
    read.push(...following)
    line += raw.length - 1
  }
  return read
}

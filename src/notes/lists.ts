// A list of any depth → points with children, and what else stands in its items after them.
import type { Token, Tokens } from 'marked'
import type { At } from '../shared/problem.js'
import { isList } from './markdown.js'
import type { Point } from './notes.js'
import type { Piece } from './piece.js'
import { readLine } from './points.js'
import { columnAt, type Reading } from './reading.js'
import { isMarkedLine } from './remarks/marks.js'

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
  reading: Reading,
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
        for (const piece of readList(token, place, reading, readOther)) {
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
      // `+` begins an item as it begins a line that is public whatever it looks like.
      const shown = index === 0 && /^\s*\+/.test(item.raw) ? '+ ' : ''
      const column = columnAt(reading, line + index) - shown.length
      const place = { ...at, line: line + index, column }
      for (const made of readLine(`${shown}${text.trim()}`, place, reading, { children: below })) {
        const first = position === 0 && made.kind === 'point' && marker !== undefined
        read.push(first ? { ...made, marker } : made)
      }
    })
    read.push(...following)
    line += raw.length - 1
  }
  return read
}

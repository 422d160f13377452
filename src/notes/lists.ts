// A list of any depth → points with children, and what else stands in its items after them.
import type { Token, Tokens } from 'marked'
import type { At } from '../shared/problem.js'
import { isList } from './markdown.js'
import type { Piece } from './piece.js'
import { readLine } from './points.js'
import { columnAt, type Reading } from './reading.js'

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
    // What stands below the item's own words, in order.
    const below: Piece[] = []
    // The item's own text: a line for the item, one more for each line that is not indented under it.
    const own: { text: string; readonly index: number }[] = []
    let childLine = line
    for (const token of item.tokens) {
      const place = { ...at, line: childLine }
      if (isList(token)) below.push(...readList(token, place, reading, readOther))
      else if (own.length === 0 && (token.type === 'text' || token.type === 'paragraph')) {
        const typed: string = 'text' in token ? token.text : token.raw
        const words = item.task ? typed.replace(/^\[[ xX]\]\s+/, '') : typed
        words.split('\n').forEach((text, index) => {
          const last = own.at(-1)
          if (last && !/^\S/.test(raw[index] ?? '')) last.text += ` ${text.trim()}`
          else own.push({ text, index })
        })
      } else if (token.type !== 'checkbox') below.push(...readOther(token, place))
      childLine += token.raw.split('\n').length - 1
    }
    const marker = markerOf(item, list.ordered)
    if (own.length === 0) own.push({ text: '', index: 0 })
    // Points hang on the item up to the first thing that cannot: after that all follow it, or the order would be lost.
    const split = below.findIndex((piece) => piece.kind !== 'point' && piece.kind !== 'remark')
    const hanging = split < 0 ? below : below.slice(0, split)
    const children = hanging.filter((piece) => piece.kind === 'point')
    own.forEach(({ text, index }, position) => {
      const hung = position === own.length - 1 ? children : []
      // `+` begins an item as it begins a line that is public whatever it looks like.
      const shown = index === 0 && /^\s*\+/.test(item.raw) ? '+ ' : ''
      const column = columnAt(reading, line + index) - shown.length
      const place = { ...at, line: line + index, column }
      for (const made of readLine(`${shown}${text.trim()}`, place, reading, { children: hung })) {
        const first = position === 0 && made.kind === 'point' && marker !== undefined
        read.push(first ? { ...made, marker } : made)
      }
    })
    read.push(...hanging.filter((piece) => piece.kind !== 'point'), ...(split < 0 ? [] : below.slice(split)))
    line += raw.length - 1
  }
  return read
}

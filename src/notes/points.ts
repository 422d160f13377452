// A paragraph's lines, or a list's items → points, with the remarks in them taken out and kept beside.
import type { Token, Tokens } from 'marked'
import type { At } from '../shared/problem.js'
import type { LooseRemark } from './blocks.js'
import { readInline } from './inline.js'
import type { Point, Remark } from './notes.js'
import { type FoundRemark, splitRemarks } from './remarks.js'

function remarkOf(found: FoundRemark, at: At): Remark {
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
  return [{ kind: 'point', ...readInline(split.said), remarks, children, at }]
}

/** One thought a line: every line of the paragraph that is not blank is a point or a remark of its own. */
export function readPoints(paragraph: string, at: At): readonly (Point | LooseRemark)[] {
  return paragraph.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    const indent = line.length - line.trimStart().length
    return readLine(line.trim(), { ...at, line: (at.line ?? 1) + index, column: indent + 1 })
  })
}

export const isList = (token: Token): token is Tokens.List => token.type === 'list'

/** A list of any depth: each item is a point, the lists in it are its children. */
export function readList(list: Tokens.List, at: At): readonly (Point | LooseRemark)[] {
  const read: (Point | LooseRemark)[] = []
  let line = at.line ?? 1
  let number = typeof list.start === 'number' ? list.start : 1
  for (const item of list.items) {
    const itemAt = { ...at, line }
    const children: (Point | LooseRemark)[] = []
    let own = ''
    let childLine = line
    for (const token of item.tokens) {
      if (isList(token)) children.push(...readList(token, { ...at, line: childLine }))
      else if (own === '' && (token.type === 'text' || token.type === 'paragraph'))
        own = token.raw.replaceAll('\n', ' ')
      else if (token.type !== 'space' && token.type !== 'checkbox') {
        children.push(...readPoints(token.raw, { ...at, line: childLine }))
      }
      childLine += token.raw.split('\n').length - 1
    }
    const box = item.checked ? '☑' : '☐'
    const marker = list.ordered ? `${number}.` : item.task ? box : undefined
    number += 1
    const points = children.filter((child) => child.kind === 'point')
    const loose = children.flatMap((child) => (child.kind === 'remark' ? [child.remark] : []))
    for (const made of readLine(own, itemAt, points)) {
      read.push(made.kind === 'point' && marker !== undefined ? { ...made, marker } : made)
    }
    read.push(...loose.map((remark): LooseRemark => ({ kind: 'remark', remark })))
    line += item.raw.split('\n').length - 1
  }
  return read
}

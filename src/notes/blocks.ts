// The body of the notes → headings and units in order, each with its line. Structure is marked's; lines are ours.
import type { Token } from 'marked'
import type { At } from '../shared/problem.js'
import { readBlock } from './inline.js'
import { readList } from './lists.js'
import { isCode, isHeading, isList, readTokens } from './markdown.js'
import { mendBody } from './mend.js'
import type { Block, Remark } from './notes.js'
import type { Piece } from './piece.js'
import { readPoints, remarkOf } from './points.js'
import type { Reading } from './reading.js'
import { splitBrackets, splitRemarks } from './remarks.js'
import { privateLines, veil } from './veil.js'

const plainComment = /<!--(?!\s*\/?private\s*-->)[\s\S]*?-->/gi

/** Takes the remarks in brackets out of each line of a block and keeps the rest as it stands. */
function blockOf(kind: Block['kind'], source: string, at: At): Block {
  const remarks: Remark[] = []
  const said = source.split('\n').map((line, index) => {
    // In a quote a line may be a remark whole; elsewhere only brackets can be cut without harm.
    const mark = kind === 'quote' ? (/^[\s>]*/.exec(line)?.[0] ?? '') : undefined
    const inside = mark === undefined ? undefined : splitRemarks(line.slice(mark.length))
    const muttered = inside?.said === '' && inside.remarks.length > 0
    const split = muttered ? { said: mark ?? '', remarks: inside.remarks } : splitBrackets(line)
    const place = { ...at, line: (at.line ?? 1) + index }
    remarks.push(...split.remarks.map((found) => remarkOf(found, place)))
    return split.said
  })
  return { kind, ...readBlock(said.join('\n')), remarks, at }
}

/** A quote ends with its last “>”: the lines after it, which Markdown would draw in, are thoughts of their own. */
function piecesOfQuote(raw: string, at: At, reading: Reading): readonly Piece[] {
  const lines = raw.split('\n')
  const last = lines.findLastIndex((line) => /^ {0,3}>/.test(line))
  const after = lines.slice(last + 1).join('\n')
  const line = (at.line ?? 1) + last + 1
  return [
    blockOf('quote', lines.slice(0, last + 1).join('\n'), at),
    ...readPoints(after, { ...at, line }, reading),
  ]
}

function piecesOf(token: Token, at: At, reading: Reading): readonly Piece[] {
  if (isHeading(token)) return [{ kind: 'heading', depth: token.depth, source: token.text, at }]
  if (isList(token)) return readList(token, at, reading, (inner, place) => piecesOf(inner, place, reading))
  // Lines that are merely indented are thoughts, not programs.
  if (isCode(token)) {
    const fenced = token.codeBlockStyle !== 'indented'
    return fenced
      ? [{ kind: 'code', ...readBlock(token.raw), remarks: [], at }]
      : readPoints(token.raw, at, reading)
  }
  switch (token.type) {
    case 'table':
      return [blockOf('table', token.raw, at)]
    case 'blockquote':
      return piecesOfQuote(token.raw, at, reading)
    case 'html':
      // A comment says nothing, on however many lines; the markers of private text are read line by line.
      return readPoints(
        token.raw.replace(plainComment, (comment) => comment.replace(/[^\n]/g, '')),
        at,
        reading,
      )
    case 'space':
    case 'hr':
      return []
    default:
      if (/^!\[[^\]]*\]\([^)]*\)\s*$/.test(token.raw.trim())) return [blockOf('figure', token.raw, at)]
      return readPoints(token.raw, at, reading)
  }
}

/** Reads the body; `firstLine` is the file's line on which it starts. */
export function readBlocks(body: string, firstLine: number, reading: Reading): readonly Piece[] {
  const hidden = privateLines(body, firstLine)
  const pieces: Piece[] = []
  let line = firstLine
  for (const token of readTokens(mendBody(body))) {
    const leading = /^\n*/.exec(token.raw)?.[0].length ?? 0
    const read = piecesOf(token, { file: reading.file, line: line + leading, column: 1 }, reading)
    pieces.push(...(hidden.size > 0 ? read.flatMap((piece) => veil(piece, hidden)) : read))
    line += token.raw.split('\n').length - 1
  }
  return pieces
}

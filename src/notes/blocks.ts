// The body of the notes → headings and units in order, each with its line. Structure is marked's; lines are ours.
import type { Token } from 'marked'
import type { At } from '../shared/problem.js'
import { readBlock, readInline } from './inline.js'
import { isCode, isHeading, isList, readTokens } from './markdown.js'
import { mendBody } from './mend.js'
import type { Block, Point, Remark } from './notes.js'
import type { LooseRemark, Piece } from './piece.js'
import { readList, readPoints, remarkOf } from './points.js'
import { splitBrackets } from './remarks.js'

/** Takes the remarks in brackets out of each line of a block and keeps the rest as it stands. */
function blockOf(kind: Block['kind'], source: string, at: At): Block {
  const remarks: Remark[] = []
  const said = source.split('\n').map((line, index) => {
    const split = splitBrackets(line)
    const place = { ...at, line: (at.line ?? 1) + index }
    remarks.push(...split.remarks.map((found) => remarkOf(found, place)))
    return split.said
  })
  return { kind, ...readBlock(said.join('\n')), remarks, at }
}

/** A quote ends with its last “>”: the lines after it, which Markdown would draw in, are thoughts of their own. */
function piecesOfQuote(raw: string, at: At): readonly Piece[] {
  const lines = raw.split('\n')
  const last = lines.findLastIndex((line) => /^ {0,3}>/.test(line))
  const after = lines.slice(last + 1).join('\n')
  const line = (at.line ?? 1) + last + 1
  return [blockOf('quote', lines.slice(0, last + 1).join('\n'), at), ...readPoints(after, { ...at, line })]
}

export function piecesOf(token: Token, at: At): readonly Piece[] {
  if (isHeading(token)) return [{ kind: 'heading', depth: token.depth, source: token.text, at }]
  if (isList(token)) return readList(token, at, piecesOf)
  // Lines that are merely indented are thoughts, not programs.
  if (isCode(token)) {
    const fenced = token.codeBlockStyle !== 'indented'
    return fenced ? [{ kind: 'code', ...readBlock(token.raw), remarks: [], at }] : readPoints(token.raw, at)
  }
  switch (token.type) {
    case 'table':
      return [blockOf('table', token.raw, at)]
    case 'blockquote':
      return piecesOfQuote(token.raw, at)
    case 'space':
    case 'hr':
      return []
    default:
      if (/^!\[[^\]]*\]\([^)]*\)\s*$/.test(token.raw.trim())) return [blockOf('figure', token.raw, at)]
      return readPoints(token.raw, at)
  }
}

const isPoint = (piece: Piece): piece is Point => piece.kind === 'point'

/** What stands between `<!-- private -->` and `<!-- /private -->` is one remark a piece, whatever it looks like. */
function hide(piece: Piece): readonly LooseRemark[] {
  if (piece.kind === 'remark') return [piece]
  if (piece.kind === 'heading')
    return [{ kind: 'remark', remark: { ...readInline(piece.source), from: 'mark', at: piece.at } }]
  const own: LooseRemark = {
    kind: 'remark',
    remark: { html: piece.html, text: piece.text, from: 'mark', at: piece.at },
  }
  const inside = piece.remarks.map((remark): LooseRemark => ({ kind: 'remark', remark }))
  return [own, ...inside, ...(isPoint(piece) ? piece.children.flatMap(hide) : [])]
}

/** Reads the body; `firstLine` is the file's line on which it starts. */
export function readBlocks(body: string, file: string, firstLine: number): readonly Piece[] {
  const pieces: Piece[] = []
  let line = firstLine
  let hidden = false
  for (const token of readTokens(mendBody(body))) {
    const leading = /^\n*/.exec(token.raw)?.[0].length ?? 0
    const comment = token.type === 'html' ? /^\s*<!--\s*(\/?)private\s*-->/.exec(token.raw) : undefined
    if (comment) hidden = comment[1] === ''
    const read = piecesOf(token, { file, line: line + leading, column: 1 })
    pieces.push(...(hidden ? read.flatMap(hide) : read))
    line += token.raw.split('\n').length - 1
  }
  return pieces
}

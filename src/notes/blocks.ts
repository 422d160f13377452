// The body of the notes → headings and units in order, each with its line. Structure is marked's; lines are ours.
import type { Token } from 'marked'
import type { At } from '../shared/problem.js'
import { readBlock, readInline } from './inline.js'
import { isCode, isHeading, isList, readTokens } from './markdown.js'
import { mendBody } from './mend.js'
import type { Block, Remark } from './notes.js'
import type { LooseRemark, Piece } from './piece.js'
import { readList, readPoints, remarkOf } from './points.js'
import { privateMarker, splitBrackets, splitRemarks } from './remarks.js'

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
function piecesOfQuote(raw: string, at: At): readonly Piece[] {
  const lines = raw.split('\n')
  const last = lines.findLastIndex((line) => /^ {0,3}>/.test(line))
  const after = lines.slice(last + 1).join('\n')
  const line = (at.line ?? 1) + last + 1
  return [blockOf('quote', lines.slice(0, last + 1).join('\n'), at), ...readPoints(after, { ...at, line })]
}

function piecesOf(token: Token, at: At): readonly Piece[] {
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
    case 'html':
      // A comment says nothing, on however many lines; the markers of private text are read line by line.
      return readPoints(
        token.raw.replace(plainComment, (comment) => comment.replace(/[^\n]/g, '')),
        at,
      )
    case 'space':
    case 'hr':
      return []
    default:
      if (/^!\[[^\]]*\]\([^)]*\)\s*$/.test(token.raw.trim())) return [blockOf('figure', token.raw, at)]
      return readPoints(token.raw, at)
  }
}

const asRemark = (remark: Remark): LooseRemark => ({ kind: 'remark', remark })

/** A piece as remarks, whatever it looks like. */
function hide(piece: Piece): readonly LooseRemark[] {
  if (piece.kind === 'remark') return [piece]
  const inline = piece.kind === 'heading' ? readInline(piece.source) : { html: piece.html, text: piece.text }
  const own = asRemark({ ...inline, from: 'mark', at: piece.at })
  if (piece.kind === 'heading') return [own]
  return [
    own,
    ...piece.remarks.map(asRemark),
    ...(piece.kind === 'point' ? piece.children.flatMap(hide) : []),
  ]
}

/** Hides what stands on the lines, a point's children on their own. */
function veil(piece: Piece, hidden: ReadonlySet<number>): readonly Piece[] {
  const at = piece.kind === 'remark' ? piece.remark.at : piece.at
  if (hidden.has(at.line ?? 0)) return hide(piece)
  if (piece.kind !== 'point' || piece.children.length === 0) return [piece]
  const below = piece.children.flatMap((child) => veil(child, hidden))
  const children = below.filter((child) => child.kind === 'point')
  const remarks = below.flatMap((child) => (child.kind === 'remark' ? [child.remark] : []))
  return [{ ...piece, children, remarks: [...piece.remarks, ...remarks] }]
}

/** The lines between `<!-- private -->` and `<!-- /private -->`, or the end; the markers' own lines are cut elsewhere. */
function privateLines(body: string, firstLine: number): ReadonlySet<number> {
  const hidden = new Set<number>()
  let within = false
  body.split('\n').forEach((line, index) => {
    const markers = [...line.matchAll(privateMarker)]
    if (within && markers.length === 0) hidden.add(firstLine + index)
    for (const marker of markers) within = marker[1] === ''
  })
  return hidden
}

/** Reads the body; `firstLine` is the file's line on which it starts. */
export function readBlocks(body: string, file: string, firstLine: number): readonly Piece[] {
  const hidden = privateLines(body, firstLine)
  const pieces: Piece[] = []
  let line = firstLine
  for (const token of readTokens(mendBody(body))) {
    const leading = /^\n*/.exec(token.raw)?.[0].length ?? 0
    const read = piecesOf(token, { file, line: line + leading, column: 1 })
    pieces.push(...(hidden.size > 0 ? read.flatMap((piece) => veil(piece, hidden)) : read))
    line += token.raw.split('\n').length - 1
  }
  return pieces
}

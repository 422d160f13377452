// The body of the notes → headings and units in order, each with its line. Structure is marked's; lines are ours.
import { Marked, type Token, type Tokens } from 'marked'
import type { At } from '../shared/problem.js'
import { readBlock, readInline } from './inline.js'
import type { Block, Point, Remark } from './notes.js'
import { isList, readList, readPoints } from './points.js'

export type HeadingLine = {
  readonly kind: 'heading'
  readonly depth: number
  readonly source: string
  readonly at: At
}
/** A remark that fills its own line: it belongs to whatever stands before it. */
export type LooseRemark = { readonly kind: 'remark'; readonly remark: Remark }
export type Piece = HeadingLine | LooseRemark | Point | Block

const marked = new Marked({ gfm: true })

/**
 * Headings typed without a space (`#智源`) get one, so that they are headings; `#tag` inside a paragraph of lines and
 * anything in a code fence stay as typed.
 */
export function mendHeadings(body: string): string {
  let fence = ''
  let before = ''
  const lines = body.split('\n').map((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark) {
      if (fence === '') fence = mark
      else if (mark.startsWith(fence)) fence = ''
    }
    const lone = fence === '' && (before.trim() === '' || /^#{1,6}/.test(before))
    before = line
    return lone ? line.replace(/^(#{1,6})(?=[^#\s!])/, '$1 ') : line
  })
  return lines.join('\n')
}

function blockOf(kind: Block['kind'], source: string, at: At): Block {
  return { kind, ...readBlock(source), remarks: [], at }
}

const isHeading = (token: Token): token is Tokens.Heading => token.type === 'heading'
const isCode = (token: Token): token is Tokens.Code => token.type === 'code'

function piecesOf(token: Token, at: At): readonly Piece[] {
  if (isHeading(token)) return [{ kind: 'heading', depth: token.depth, source: token.text, at }]
  if (isList(token)) return readList(token, at)
  // Lines that are merely indented are thoughts, not programs.
  if (isCode(token))
    return token.codeBlockStyle === 'indented' ? readPoints(token.raw, at) : [blockOf('code', token.raw, at)]
  switch (token.type) {
    case 'paragraph':
    case 'text':
      if (/^!\[[^\]]*\]\([^)]*\)\s*$/.test(token.raw.trim())) return [blockOf('figure', token.raw, at)]
      return readPoints(token.raw, at)
    case 'table':
      return [blockOf('table', token.raw, at)]
    case 'blockquote':
      return [blockOf('quote', token.raw, at)]
    case 'html': {
      const html = readInline(token.raw)
      return html.text === '' ? [] : [{ kind: 'point', ...html, remarks: [], children: [], at }]
    }
    default:
      return []
  }
}

/** Reads the body; `firstLine` is the file's line on which it starts. */
export function readBlocks(body: string, file: string, firstLine: number): readonly Piece[] {
  const pieces: Piece[] = []
  let line = firstLine
  for (const token of marked.lexer(mendHeadings(body))) {
    const leading = /^\n*/.exec(token.raw)?.[0].length ?? 0
    pieces.push(...piecesOf(token, { file, line: line + leading, column: 1 }))
    line += token.raw.split('\n').length - 1
  }
  return pieces
}

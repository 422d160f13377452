// The body of the notes → headings and units in order, each with its line. Structure is marked's; lines are ours.
import type { Token } from 'marked'
import type { At } from '../shared/problem.js'
import { takeDirectives } from './directives.js'
import { joinFootnotes } from './footnotes.js'
import { readBlock } from './inline.js'
import { keepBlock } from './kept-block.js'
import { readList } from './lists.js'
import { isCode, isHeading, isList, isMath, mathHtml, readTokens } from './markdown.js'
import { mendBody } from './mend.js'
import type { Block } from './notes.js'
import type { Piece } from './piece.js'
import { readPoints } from './points.js'
import { insertRemarks, takePrivate } from './private.js'
import { readQuote } from './quotes.js'
import type { Reading } from './reading.js'
import { resolveReferences } from './references.js'
import { carryPublic } from './remarks/marks.js'
import { textOfHtml } from './sanitize.js'

// With a path that holds no space: Markdown sees no picture in `![a](b c.png)`, so it is a line like others.
const pictureAlone = /^\s*!\[[^\]]*\]\((?:<[^<>]+>|[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)(?:\s+"[^"]*")?\)\s*$/

/** A paragraph's thoughts; a picture that has a line to itself stands by itself. */
function readParagraph(raw: string, at: At, reading: Reading): readonly Piece[] {
  const read: Piece[] = []
  let waiting: string[] = []
  const lines = raw.split('\n')
  const flush = (end: number) => {
    const line = (at.line ?? 1) + end - waiting.length
    if (waiting.length > 0) read.push(...readPoints(waiting.join('\n'), { ...at, line }, reading))
    waiting = []
  }
  lines.forEach((text, index) => {
    if (pictureAlone.test(text)) {
      flush(index)
      read.push(keepBlock('figure', text.trim(), { ...at, line: (at.line ?? 1) + index }, reading))
    } else waiting.push(text)
  })
  flush(lines.length)
  return read
}

/** A table ends with its last “|”: the lines after it, which Markdown would draw in as rows, are thoughts of their own. */
function readTable(raw: string, at: At, reading: Reading): readonly Piece[] {
  const lines = raw.split('\n')
  const rows = lines.findLastIndex((line, index) => line.includes('|') || index < 2) + 1
  const after = readPoints(lines.slice(rows).join('\n'), { ...at, line: (at.line ?? 1) + rows }, reading)
  return [keepBlock('table', lines.slice(0, rows).join('\n'), at, reading), ...after]
}

const mathBlock = (tex: string, at: At): Block => {
  const html = mathHtml(tex, true)
  return { kind: 'math', html, text: textOfHtml(html), remarks: [], at }
}

function piecesOf(token: Token, at: At, reading: Reading): readonly Piece[] {
  if (isHeading(token)) return [{ kind: 'heading', depth: token.depth, source: token.text, at }]
  if (isList(token)) return readList(token, at, reading, (inner, place) => piecesOf(inner, place, reading))
  if (isMath(token)) return [mathBlock(token.text, at)]
  // Lines that are merely indented are thoughts, not programs.
  if (isCode(token)) {
    if (token.codeBlockStyle === 'indented') return readPoints(token.raw, at, reading)
    if (token.lang === 'math') return [mathBlock(token.text, at)]
    const language = /^\s*([\w+#.-]+)/.exec(token.lang ?? '')?.[1]
    return [
      {
        kind: 'code',
        ...readBlock(token.raw),
        ...(language === undefined ? {} : { language }),
        remarks: [],
        at,
      },
    ]
  }
  switch (token.type) {
    case 'table':
      return readTable(token.raw, at, reading)
    case 'blockquote':
      return readQuote(token.raw, at, reading)
    case 'html': {
      const { said, directives } = takeDirectives(token.raw, at, reading)
      return [...directives, ...readPoints(said, at, reading)]
    }
    case 'hr':
      return [{ kind: 'directive', name: 'break', value: '', at }]
    case 'space':
      return []
    default:
      return readParagraph(token.raw, at, reading)
  }
}

/** Reads the body. */
export function readBlocks(body: string, reading: Reading): readonly Piece[] {
  const open = takePrivate(body, reading)
  const pieces: Piece[] = []
  let line = reading.firstLine
  for (const token of readTokens(mendBody(resolveReferences(joinFootnotes(carryPublic(open.body)))))) {
    const leading = /^\n*/.exec(token.raw)?.[0].length ?? 0
    pieces.push(...piecesOf(token, { file: reading.file, line: line + leading, column: 1 }, reading))
    line += token.raw.split('\n').length - 1
  }
  return insertRemarks(pieces, open.remarks)
}

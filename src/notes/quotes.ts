// A block quote → the quote, who said it, and the lines after it that Markdown would draw in.
import type { At } from '../shared/problem.js'
import { readInline } from './inline.js'
import { keepBlock } from './kept-block.js'
import type { Piece } from './piece.js'
import { readPoints } from './points.js'
import { isWrappedProse } from './prose.js'
import type { Reading } from './reading.js'

const signature = /^[\s>]*(?:[—–―─]{1,2}|--)\s*(\S.{0,60})$/

/** Lines of a quote stay lines, unless an editor wrapped them; `[!note]` is a mark of other tools for what kind of box it is. */
function keepLines(typed: readonly string[]): readonly string[] {
  const lines = typed.map((line) =>
    line.replace(/^(\s*>\s*)\[!\w+\][+-]?\s*(.*)$/, (_, mark: string, title: string) =>
      title === '' ? mark : `${mark}**${title}**`,
    ),
  )
  const words = lines.map((line) => line.replace(/^[\s>]*/, '')).filter((line) => line !== '')
  if (isWrappedProse(words) || /^[\s>]*(?:[-*+|]|\d+[.)]|```)/m.test(lines.join('\n'))) return lines
  return lines.map((line, index) =>
    index < lines.length - 1 && /^\s*>\s*\S/.test(line) && /^\s*>?\s*\S/.test(lines[index + 1] ?? '')
      ? `${line.trimEnd()}  `
      : line,
  )
}

/**
 * A quote ends with its last “>”, and a last line “—— who” says whose words they are; the lines after it, which Markdown
 * would draw in, are thoughts of their own.
 */
export function readQuote(raw: string, at: At, reading: Reading): readonly Piece[] {
  const lines = raw.split('\n')
  let last = lines.findLastIndex((line) => /^ {0,3}>/.test(line))
  // Signed below the quote rather than in it.
  if (signature.test(lines[last + 1] ?? '')) last += 1
  const who = last > 0 ? signature.exec(lines[last] ?? '')?.[1] : undefined
  const quoted = keepLines(lines.slice(0, who === undefined ? last + 1 : last)).join('\n')
  const after = lines.slice(last + 1).join('\n')
  const quote = keepBlock('quote', quoted, at, reading, { signed: who !== undefined })
  // All of it muttered: no quote is left to show.
  const loose =
    quote.text.trim() === '' && quote.remarks.length > 0 && who === undefined
      ? quote.remarks.map((remark) => ({ kind: 'remark' as const, remark }))
      : undefined
  return [
    ...(loose ?? [who === undefined ? quote : { ...quote, who: readInline(who) }]),
    ...readPoints(after, { ...at, line: (at.line ?? 1) + last + 1 }, reading),
  ]
}

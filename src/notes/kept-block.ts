// What is not a line of text and is kept whole → a block, with the remarks in brackets taken out of its lines.
import type { At } from '../shared/problem.js'
import { readBlock } from './inline.js'
import type { Block, Remark } from './notes.js'
import { remarkOf } from './points.js'
import type { Reading } from './reading.js'
import { splitBrackets, splitRemarks } from './remarks.js'

/** A row with more cells than the head has keeps them: Markdown would drop them, so they stay in its last cell. */
function keepCells(rows: readonly string[]): readonly string[] {
  const bars = (row: string) => [...row.matchAll(/(?<!\\)\|/g)].map(({ index }) => index)
  const inner = (row: string) =>
    bars(row).filter((at) => at > row.search(/\S/) && at < row.trimEnd().length - 1)
  const columns = inner(rows[0] ?? '').length + 1
  return rows.map((row) => {
    const surplus = new Set(inner(row).slice(columns - 1))
    return surplus.size === 0
      ? row
      : row
          .split('')
          .map((letter, at) => (surplus.has(at) ? '\\|' : letter))
          .join('')
  })
}

/**
 * Takes the remarks in brackets out of each line of a block and keeps the rest as it stands. What somebody else is said to
 * have said is no remark of the note-taker's.
 */
export function keepBlock(
  kind: Block['kind'],
  source: string,
  at: At,
  { phrases }: Reading,
  { signed = false } = {},
): Block {
  const remarks: Remark[] = []
  const said = source.split('\n').map((line, index) => {
    // In a quote that nobody signed a line may be a remark whole; elsewhere only brackets can be cut without harm.
    const mark = kind === 'quote' && !signed ? (/^[\s>]*/.exec(line)?.[0] ?? '') : undefined
    const inside = mark === undefined ? undefined : splitRemarks(line.slice(mark.length), phrases)
    const muttered = inside?.said === '' && inside.remarks.length > 0
    const split = muttered ? { said: mark ?? '', remarks: inside.remarks } : splitBrackets(line, phrases)
    const place = { ...at, line: (at.line ?? 1) + index }
    remarks.push(...split.remarks.map((found) => remarkOf(found, place)))
    return split.said
  })
  // A line that was all remark would end the table there.
  const kept = kind === 'table' ? keepCells(said.filter((line) => line.trim() !== '')) : said
  return { kind, ...readBlock(kept.join('\n')), remarks, at }
}

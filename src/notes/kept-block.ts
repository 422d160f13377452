// What is not a line of text and is kept whole → a block, with the remarks in brackets taken out of its lines.
import type { At } from '../shared/problem.js'
import { readBlock } from './inline.js'
import type { Block, Remark } from './notes.js'
import { remarkOf } from './points.js'
import { splitBrackets, splitRemarks } from './remarks.js'

/** Takes the remarks in brackets out of each line of a block and keeps the rest as it stands. */
export function keepBlock(kind: Block['kind'], source: string, at: At): Block {
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

// A paragraph somebody's editor wrapped at a fixed width → one thought again. One thought a line is the rule of notes;
// only a paragraph that cannot be anything but wrapped prose is joined.
import { hanPattern } from '../shared/text.js'

/** Columns as an editor counts them: a Han character takes two. */
const columnsOf = (line: string): number =>
  [...line].reduce((sum, letter) => sum + (hanPattern.test(letter) ? 2 : 1), 0)

const endsSentence = /[.。!！?？:：;；][”"’')）]*$/

/**
 * Whether the lines are hard-wrapped prose: three or more, all but the last within a fifth of the longest, which has 60
 * columns or more, and most of them ending in the middle of a sentence.
 */
export function isWrappedProse(lines: readonly string[]): boolean {
  if (lines.length < 3) return false
  const wrapped = lines.slice(0, -1)
  const widths = lines.map(columnsOf)
  const longest = Math.max(...widths)
  if (longest < 60 || widths.slice(0, -1).some((width) => width < longest * 0.8)) return false
  return wrapped.filter((line) => endsSentence.test(line)).length * 2 < wrapped.length
}

/** The lines as one, with a space between them unless two Han characters meet. */
export function joinProse(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    const meet = hanPattern.test(text.slice(-1)) && hanPattern.test(line.charAt(0))
    return text === '' ? line : `${text}${meet ? '' : ' '}${line}`
  }, '')
}

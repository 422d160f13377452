// A paragraph somebody's editor wrapped at a fixed width → one thought again. One thought a line is the rule of notes;
// only a paragraph that cannot be anything but wrapped prose is joined.
import { hanPattern } from '../shared/text.js'

/** Columns as an editor counts them: a Han character or a full-width mark takes two. */
const columnsOf = (line: string): number =>
  [...line].reduce((sum, letter) => sum + (isWide(letter) ? 2 : 1), 0)

const isWide = (letter: string) =>
  hanPattern.test(letter) || /[\u3000-\u303F\uFF00-\uFFEF“”‘’—…]/.test(letter)
const endsSentence = /[.。!！?？:：;；…][”"’')）]*$/
const sentenceWithin = /[。！？]|[.!?] [A-Z“"(]/

/** An editor breaks a line where the next word would not fit: nobody who types a thought a line does so each time. */
function isBrokenLate(line: string, next: string, longest: number): boolean {
  const word = isWide(next.charAt(0)) ? next.slice(0, 2) : (/^\S+/.exec(next)?.[0] ?? '')
  return columnsOf(line) + 1 + columnsOf(word) > longest
}

/**
 * Whether the lines are hard-wrapped prose: three or more, all but the last within a fifth of the longest, which has 60
 * columns or more, each broken where the next word would not fit, most of them in the middle of a sentence; and the
 * paragraph ends as a sentence does, or goes on in lower case after a capital.
 */
export function isWrappedProse(lines: readonly string[]): boolean {
  if (lines.length < 3) return false
  const wrapped = lines.slice(0, -1)
  const widths = lines.map(columnsOf)
  const longest = Math.max(...widths)
  if (longest < 60 || widths.slice(0, -1).some((width) => width < longest * 0.8)) return false
  if (!wrapped.every((line, index) => isBrokenLate(line, lines[index + 1] ?? '', longest))) return false
  if (wrapped.filter((line) => endsSentence.test(line)).length * 2 >= wrapped.length) return false
  const [first = '', ...others] = lines
  const goesOn = others.filter((line) => /^[a-z]/.test(line)).length * 2 > others.length
  const ends = endsSentence.test(lines.at(-1) ?? '') && lines.some((line) => sentenceWithin.test(line))
  return (/^[A-Z]/.test(first) && goesOn) || (ends && (goesOn || !/^[A-Za-z]/.test(first)))
}

/** The lines as one, with a space between them unless two wide characters meet. */
export function joinProse(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    const meet = isWide(text.slice(-1)) && isWide(line.charAt(0))
    return text === '' ? line : `${text}${meet ? '' : ' '}${line}`
  }, '')
}

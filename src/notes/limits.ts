// Notes that no person types and that would keep a parser busy for ever → one clear refusal, before anything is parsed.
import { DeckError } from '../shared/problem.js'

const maxLineChars = 100_000
const maxDepth = 100
/** Marks of markup in one line; past this a line is shown as it was typed instead of being read as Markdown. */
const maxMarks = 400

/** Throws DeckError (`notes/line-too-long`, `notes/too-deep`) naming the line and the limit. Linear. */
export function checkLimits(body: string, file: string, firstLine: number): void {
  body.split('\n').forEach((line, index) => {
    const at = { file, line: firstLine + index }
    if (line.length > maxLineChars) {
      const message = `This line has ${line.length} characters; the limit is ${maxLineChars}.`
      throw new DeckError({ code: 'notes/line-too-long', message, hint: 'Break it into several lines.', at })
    }
    const lead = /^(?:[\s>]|(?:[-*+]|\d{1,9}[.)])(?=\s))*/.exec(line)?.[0] ?? ''
    const quotes = lead.match(/>|[-*+.)]/g)?.length ?? 0
    // A list goes a level deeper by two columns at the least.
    const indent = line.length - line.trimStart().length
    const levels = /^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(line) ? indent / 2 : 0
    if (quotes + levels <= maxDepth) return
    const message = `Quotes and lists go ${Math.floor(quotes + levels)} levels deep here; the limit is ${maxDepth}.`
    throw new DeckError({ code: 'notes/too-deep', message, hint: 'Take some levels out.', at })
  })
}

/** Whether a line holds more marks than a person would type. */
export const isOverMarked = (line: string): boolean =>
  line.length > maxMarks && (line.match(/[[\]`*_~<]/g)?.length ?? 0) > maxMarks

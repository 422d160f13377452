// What every reader of this room must know of the file it reads; made once by parse.ts and handed down.
import type { Problem } from '../shared/problem.js'

export const lineHabits = ['auto', 'points', 'prose'] as const
/** What a line of a paragraph is: a thought of its own, a piece of wrapped prose, or whichever it looks like. */
export type LineHabit = (typeof lineHabits)[number]

/** Phrases of the author's own that decide what is private, whatever else speaks for or against. */
export type Phrases = { readonly private: readonly RegExp[]; readonly public: readonly RegExp[] }

export type Reading = {
  readonly file: string
  readonly lines: LineHabit
  /** The body as typed, line by line, and the file's line on which it starts. */
  readonly body: readonly string[]
  readonly firstLine: number
  readonly phrases: Phrases
  /** What was noticed so far; readers add to it and go on. */
  readonly problems: Problem[]
}

/** What a line may begin with before its words: indentation, marks of quotes and lists, a box. */
export const lead = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(?:\[[ xX]\]\s+)?/

/** The column, from 1, at which the words of a line begin, after indentation, marks of quotes and lists, and boxes. */
export function columnAt({ body, firstLine }: Reading, line: number): number {
  return (lead.exec(body[line - firstLine] ?? '')?.[0].length ?? 0) + 1
}

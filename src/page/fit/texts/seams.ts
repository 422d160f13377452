// A text → the places where it may be cut in two, each with how well it is cut there: after a sentence, after a clause,
// between words; inside a name, a figure with its unit or a letter never.

/**
 * How ill a text is cut there: what one line more or less than even costs is 1, two lines 4, three 9. No unevenness of a
 * slide's lines, nine or so, is as bad as a cut after a comma, and no number of those as one between words.
 */
export const seamCosts = {
  paragraph: 0,
  sentence: 1,
  clause: 100,
  word: 1000,
  letter: 5000,
  within: 20000,
} as const

export type TextSeam = {
  /** Offset of the first letter after it. */
  readonly at: number
  readonly cost: number
}

const sentence =
  /[。！？；…][。！？；…”’"」』）)】》]*\s*|[.!?;]["”’)\]]*\s+(?=["“‘(]?[\p{Lu}\p{Nd}\p{Script=Han}])/gu
/** A dot that ends no sentence: “Dr. Lee”, “J. Smith”, “e.g. this”, “Fig. 3”. */
const shortened = /(?:^|[\s(“])(?:\p{Lu}|Mrs?|Ms|Dr|Prof|St|No|Fig|Eq|Sec|vs|cf|al|e\.g|i\.e|approx)\.\s+$/u
const clause = /[，：、—][”’"」』）)—]*\s*|[,:—]["”’)\]]*\s+/g
const word = /\s+/g
/** “12 GPUs”, “30 %”, “$ 5”: what stands on both sides of a space belongs together. */
const figureAndUnit = /\p{Nd}\s+[\p{L}%‰°]$|[$€£¥]\s+\p{Nd}$/u

/** Where sentences, clauses and words end, in order; the ends of the text are none. */
export function findSeams(text: string): readonly TextSeam[] {
  const costs = new Map<number, number>()
  const add = (pattern: RegExp, cost: number, good: (at: number) => boolean) => {
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const at = index + found.length
      if (at < text.length && !costs.has(at) && good(at)) costs.set(at, cost)
    }
  }
  const before = (at: number) => text.slice(Math.max(0, at - 12), at)
  add(sentence, seamCosts.sentence, (at) => !shortened.test(before(at)))
  add(clause, seamCosts.clause, () => true)
  const isWhole = (at: number) =>
    shortened.test(before(at)) || figureAndUnit.test(before(at) + text.charAt(at))
  add(word, seamCosts.word, (at) => !isWhole(at))
  return [...costs].map(([at, cost]) => ({ at, cost })).toSorted((one, other) => one.at - other.at)
}

/** Letters between places to cut an endless word, where nothing better is found. */
const every = 8
/** Belongs to the letter before it: low surrogates, joiners, marks. */
const bound = /[\udc00-\udfff]|\u200d|\p{M}/u

/** The first place from here on that is not inside a letter. */
export function nextLetter(text: string, from: number): number {
  let at = from
  while (at < text.length && (bound.test(text[at] ?? '') || text[at - 1] === '\u200d')) at++
  return at
}

/** Places in the middle of a word, for words of several lines. */
export function findLetterSeams(text: string): readonly TextSeam[] {
  const seams: TextSeam[] = []
  for (let at = nextLetter(text, every); at < text.length; at = nextLetter(text, at + every))
    seams.push({ at, cost: seamCosts.letter })
  return seams
}

/** The last of the best places in a stretch of the text, or its end when there is none. */
export function seamBefore(text: string, from: number, to: number): number {
  let best: TextSeam | undefined
  for (const seam of findSeams(text.slice(from, to + 1)))
    if (from + seam.at <= to && (!best || seam.cost <= best.cost)) best = seam
  return best ? from + best.at : nextLetter(text, to)
}

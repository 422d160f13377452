// “1,3-5,9-” → ranges of slides, and ranges → the numbers of slides there are.
import { DeckError } from '../shared/problem.js'
import type { SlideRange } from './format.js'

/** Reads what stands after --slides. Throws DeckError `export/bad-slides` with blame usage for what is no list of numbers. */
export function readSlideRanges(words: string): readonly SlideRange[] {
  return words.split(',').map((word) => {
    const found = /^\s*(\d{1,6})(?:\s*(-)\s*(\d{1,6})?)?\s*$/.exec(word)
    const from = Number(found?.[1] ?? 0)
    const to = found?.[2] === undefined ? from : found[3] === undefined ? undefined : Number(found[3])
    if (from >= 1 && (to === undefined || to >= from)) return { from, to }
    throw new DeckError(
      {
        code: 'export/bad-slides',
        message: `“${word.trim()}” names no slides.`,
        hint: 'Write numbers and ranges from 1 on, as in --slides 1,3-5,9-.',
      },
      { blame: 'usage' },
    )
  })
}

/** The numbers chosen, each once, in the deck's order. Throws DeckError `export/no-slides` when there are none of them. */
export function chooseSlides(ranges: readonly SlideRange[] | undefined, count: number): readonly number[] {
  const all = Array.from({ length: count }, (_, index) => index + 1)
  if (!ranges) return all
  const chosen = all.filter((number) => ranges.some(({ from, to = count }) => number >= from && number <= to))
  if (chosen.length > 0) return chosen
  throw new DeckError(
    {
      code: 'export/no-slides',
      message: `None of the slides asked for is there: the deck has ${count}.`,
      hint: `Ask for numbers from 1 to ${count}.`,
    },
    { blame: 'usage' },
  )
}

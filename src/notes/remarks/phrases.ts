// Words and /patterns/ of the author's own, from the configuration → the patterns that decide what is private.
import type { Phrases } from '../reading.js'

const delimited = /^\/(.+)\/([imsu]*)$/
const special = /[.*+?^${}()|[\]\\]/g

/** A word as a pattern that finds it as typed, whatever its capitals; `/…/` as the pattern it is. */
export function readPhrase(typed: string): { readonly pattern?: RegExp; readonly problem?: string } {
  const found = delimited.exec(typed)
  if (typed.trim() === '') return { problem: 'an empty phrase would decide everything' }
  try {
    if (found) return { pattern: new RegExp(found[1] ?? '', found[2]) }
    const word = typed.trim().replace(special, '\\$&')
    // A Latin word is met whole: “ai” decides nothing in “said”.
    const start = /^[\p{Script=Latin}\d]/u.test(typed.trim()) ? '(?<![\\p{Script=Latin}\\d])' : ''
    const end = /[\p{Script=Latin}\d]$/u.test(typed.trim()) ? '(?![\\p{Script=Latin}\\d])' : ''
    return { pattern: new RegExp(start + word + end, 'iu') }
  } catch (error) {
    return {
      problem: `“${typed}” is no pattern: ${error instanceof Error ? error.message : 'it cannot be read'}`,
    }
  }
}

export type PhraseLists = { readonly private: readonly string[]; readonly public: readonly string[] }

/** The author's phrases as patterns; one that is no pattern was told of when the configuration was read. */
export function readPhrases(lists: PhraseLists | undefined): Phrases {
  const patterns = (typed: readonly string[]) => typed.flatMap((one) => readPhrase(one).pattern ?? [])
  return { private: patterns(lists?.private ?? []), public: patterns(lists?.public ?? []) }
}

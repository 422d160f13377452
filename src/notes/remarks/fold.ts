// A text as people type it → the letters that cues and learned weights are written in.
import { from, to } from './cues/fold.js'

const traditional = new RegExp(`[${from}]`)
const folds = new Map([...from].map((letter, index) => [letter, to.charAt(index)]))

/** The text with Traditional letters that a cue knows in their Simplified form; every other letter as it is. */
export function foldLetters(text: string): string {
  if (!traditional.test(text)) return text
  let folded = ''
  for (const letter of text) folded += folds.get(letter) ?? letter
  return folded
}

/** The same with straight apostrophes: what all weighing is done on. */
export const plainLetters = (text: string): string => foldLetters(text).replaceAll('’', "'")

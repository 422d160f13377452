// A deck and what the page said of itself → every problem the rules find.
import type { Problem } from '../shared/problem.js'
import type { Checked } from './rule.js'
import { rules } from './rules/index.js'

/** Runs all rules, in the shelf's order. */
export function checkDeck(checked: Checked): readonly Problem[] {
  return rules.flatMap((rule) => rule.check(checked))
}

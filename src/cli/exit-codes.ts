// What happened → the number the process ends with (128 + n for signals stands in main.ts).
import type { Blame } from '../shared/problem.js'

export const exitCodes = { done: 0, problems: 1, usage: 2, machine: 3, ourFault: 70 } as const

/** The exit code for an error by who can mend it. */
export const exitCodeOf: Readonly<Record<Blame, number>> = {
  input: exitCodes.problems,
  usage: exitCodes.usage,
  machine: exitCodes.machine,
}

// The one shape for everything that can go wrong, and the one error that is thrown.
// The author's mistakes are values: stages push problems and go on, so that one run reports all of them.

/** Where in the author's files; line and column count from 1. */
export type At = { readonly file: string; readonly line?: number; readonly column?: number }

export type Severity = 'error' | 'warning'

export type Problem = {
  /** room/name, such as `notes/not-utf8`. */
  readonly code: string
  readonly severity: Severity
  /** What is wrong, with the value quoted. */
  readonly message: string
  /** What to do about it. */
  readonly hint?: string
  readonly at?: At
}

/** What is to blame, which decides the exit code (see cli/exit-codes.ts). */
export type Blame = 'input' | 'usage' | 'machine'

/** Thrown where going on would be senseless; carries one problem and who can mend it. */
export class DeckError extends Error {
  override readonly name = 'DeckError'
  readonly problem: Problem
  readonly blame: Blame

  constructor(
    problem: Omit<Problem, 'severity'> & { readonly severity?: Severity },
    options: { readonly blame?: Blame; readonly cause?: unknown } = {},
  ) {
    super(problem.message, options.cause === undefined ? {} : { cause: options.cause })
    this.problem = { severity: 'error', ...problem }
    this.blame = options.blame ?? 'input'
  }
}

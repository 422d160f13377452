// The type of a check: what it looks at and what it finds.
import type { Deck } from '../deck/deck.js'
import type { Notes, RemarkPolicy } from '../notes/notes.js'
import type { PageReport } from '../page/contract.js'
import type { Problem } from '../shared/problem.js'

export type Checked = {
  readonly notes: Notes
  readonly remarks: RemarkPolicy
  /** The deck everybody gets. */
  readonly deck: Deck
  /** Absent when no Chrome has opened the deck. */
  readonly report: PageReport | undefined
}

export type Rule = {
  /** The problem's code. */
  readonly code: string
  readonly purpose: string
  check(checked: Checked): readonly Problem[]
}

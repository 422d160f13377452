// What the server is given: a way to make the deck anew. How decks are made is not its affair.
import type { LiveDeck } from '../deck/live-deck.js'
import type { Problem } from '../shared/problem.js'

/** Who a page is for: the audience, who see a shared deck, or the speaker, whose deck has the speaker notes. */
export type LiveAudience = 'shared' | 'presenter'

export type Rebuilt = {
  /** The deck for either; absent where none could be made. Each is drawn at the first call. */
  readonly draw?: (audience: LiveAudience) => Promise<LiveDeck>
  /** Errors alone: what keeps the notes from being shown as they are. */
  readonly problems: readonly Problem[]
  /** The files and folders it was made of, absolute: a change in any is a reason to make it again. */
  readonly watched: readonly string[]
}

/** Never throws for what the author can mend: that is among the problems. */
export type Rebuild = () => Promise<Rebuilt>

// What the server is given: a way to make the deck anew. How decks are made is not its affair.
import type { LiveDeck } from '../deck/live-deck.js'
import type { Look, LookState } from '../page/live-contract.js'
import type { Problem } from '../shared/problem.js'

/** Who a page is for: the audience, who see a shared deck, or the speaker, whose deck has the speaker notes. */
export type LiveAudience = 'shared' | 'presenter'

export type Rebuilt = {
  /** The deck for either; absent where none could be made. Each is drawn at the first call. */
  readonly draw?: (audience: LiveAudience) => Promise<LiveDeck>
  /** What was tried on the deck, and how it looks with that; absent where no deck could be made. */
  readonly looks?: { readonly tried: Look; readonly shown: Required<Look> }
  /** Errors alone: what keeps the notes from being shown as they are. */
  readonly problems: readonly Problem[]
  /** The files and folders it was made of, absolute: a change in any is a reason to make it again. */
  readonly watched: readonly string[]
}

/** What a look may be chosen from. */
export type Offer = Pick<LookState, 'themes' | 'aspects' | 'policies' | 'densities' | 'formats'>

/** A file, or a folder of them, made of the deck. */
export type MadeFile = { readonly path: string; readonly isFolder: boolean }

/** Where decks come from. */
export type DeckSource = {
  /** The deck with a look tried on it. Never throws for what the author can mend: that is among the problems. */
  readonly rebuild: (look: Look) => Promise<Rebuilt>
  readonly offer: () => Promise<Offer>
  /** A WOFF2 font of the Chinese letters in what the pages say; `undefined` where there are none. */
  readonly cutUiFont: (words: readonly string[]) => Promise<Uint8Array | undefined>
  /** The look as lines of front matter; empty for none. */
  readonly tell: (look: Look) => string
  /** Writes the look into the notes. Throws DeckError where that cannot be done; the notes are as they were then. */
  readonly save: (look: Look) => Promise<void>
  /** Makes one of the offered formats of the deck with that look. Throws DeckError. */
  readonly make: (format: string, look: Look, say: (words: string) => void) => Promise<MadeFile>
}

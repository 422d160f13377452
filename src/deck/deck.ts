// The type of a deck: the one HTML page that holds everything, and what the rooms after it need to know of it.
import type { DeckLang } from '../notes/notes.js'
import type { At, Problem } from '../shared/problem.js'

export type Deck = {
  readonly title: string
  readonly lang: DeckLang
  /** The whole page: style sheets, fonts, slides and script inlined. It asks for nothing from anywhere. */
  readonly html: string
  /** Where each slide came from, by its id, in order. */
  readonly slides: readonly { readonly id: string; readonly html: string; readonly at: At }[]
  readonly problems: readonly Problem[]
}

/** Who will see the page: everybody, or the speaker, who also gets the speaker notes. */
export type Audience = 'shared' | 'presenter'

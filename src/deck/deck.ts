// The type of a deck: the one HTML page that holds everything, and what the rooms after it need to know of it.
import type { DeckLang } from '../notes/notes.js'
import type { At, Problem } from '../shared/problem.js'

/** What is told of the deck where files tell such things: in a page's head, in a PDF's metadata. */
/** Where the deck is published. */
export type Published = {
  readonly page: string
  /** The picture of the first slide. */
  readonly cover: string
  /** Px of it. */
  readonly width: number
  readonly height: number
}

export type DeckFacts = {
  readonly title: string
  readonly lang: DeckLang
  readonly author?: string | undefined
  /** What it is about: the notes' description, else `occasion`. */
  readonly subject?: string | undefined
  /** As the author wrote them, separated by commas. */
  readonly keywords?: string | undefined
  /** Subtitle, event, date and place, as the first slide has them; empty where it has none. */
  readonly occasion: string
  /** This program, with its version. */
  readonly generator: string
}

export type Deck = {
  readonly title: string
  readonly facts: DeckFacts
  readonly lang: DeckLang
  /** The whole page: style sheets, fonts, slides and script inlined. It asks for nothing from anywhere. */
  readonly html: string
  /** Where each slide came from, by its id, in order. */
  readonly slides: readonly { readonly id: string; readonly html: string; readonly at: At }[]
  readonly problems: readonly Problem[]
}

/** Who will see the page: everybody, or the speaker, who also gets the speaker notes. */
export type Audience = 'shared' | 'presenter'

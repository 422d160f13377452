// The type of understood notes: what the author wrote, in sections and units, each with its place in the file.
// `html` is always sanitised inline or block HTML; `text` is the same without markup.
import type { At, Problem } from '../shared/problem.js'
import type { Aspect } from '../theme/aspect.js'
import type { Brand } from '../theme/brand.js'
import type { Density } from '../theme/density.js'
import type { LineHabit } from './reading.js'

/** Languages a deck can speak itself; notes may mix any. */
export const deckLangs = ['zh-Hans', 'zh-Hant', 'ja', 'en'] as const
export type DeckLang = (typeof deckLangs)[number]

export type Inline = { readonly html: string; readonly text: string }

/** What the note-taker thinks, not what was said: private unless the author wants it shown. */
export type Remark = Inline & {
  /** `note`: no remark at all, but what the author means to say: `Note: …`. */
  readonly from: 'bracket' | 'dash' | 'line' | 'mark' | 'note'
  readonly at: At
}

/** “label：rest”: a short name before a colon; `html` and `text` are the name without the colon. */
export type Label = Inline & {
  readonly rest: Inline
  /** Three to six short things the rest lists. */
  readonly items?: readonly Inline[]
}

/** What `[^1]` in a unit leads to; `mark` is its number in the deck. */
export type Footnote = Inline & { readonly mark: string }

/** What the author asks of the slide a unit is on, by directives. */
export type Wish = {
  readonly layout?: string
  readonly keep?: boolean
  readonly className?: string
  /** Whether its points come one at a time, whatever holds for the deck. */
  readonly fragments?: boolean
  /** Where the layout was asked for. */
  readonly at: At
}

/** What points and blocks have in common beside their words. */
type Told = {
  readonly remarks: readonly Remark[]
  readonly footnotes?: readonly Footnote[]
  readonly wish?: Wish
  /** A new slide begins here, because the author said so. */
  readonly begins?: boolean
  /** The author left a blank line between it and what stands before it under the same heading. */
  readonly paused?: boolean
  readonly at: At
}

/** One thought: a line of a paragraph, a list item, or a paragraph of prose. */
export type Point = Inline &
  Told & {
    readonly kind: 'point'
    /** “3.” of an ordered list, ☑ or ☐ of a task list. */
    readonly marker?: string
    readonly label?: Label
    /** Lines of wrapped prose joined again: a paragraph, not a point of a list. */
    readonly prose?: boolean
    readonly children: readonly Point[]
  }

/** Content that is not a line of text and is kept whole. */
export type Block = Inline &
  Told & {
    readonly kind: 'table' | 'code' | 'math' | 'figure' | 'quote'
    /** Who said a quote. */
    readonly who?: Inline
    /** The language a fence names. */
    readonly language?: string
  }

/** A heading below the sections' level: the units after it belong to it. */
export type GroupHeading = Inline & { readonly kind: 'group'; readonly depth: number; readonly at: At }

export type Unit = Point | Block | GroupHeading

/** What stands right under a heading about its speaker: `Role: …`, `时间：…`. */
export type Fact = Inline & {
  readonly kind: 'speaker' | 'role' | 'time' | 'place' | 'slides'
  readonly label: Inline
}

export type Section = {
  readonly title: Inline
  readonly facts?: readonly Fact[]
  readonly units: readonly Unit[]
  /** How long it is to take. */
  readonly minutes?: number
  /** Remarks that stand before any unit. */
  readonly remarks: readonly Remark[]
  readonly at: At
}

export type RemarkPolicy = 'hide' | 'notes' | 'show'

/** Front matter, read by its schema; absent keys are absent. */
export type Head = {
  readonly title?: string
  readonly subtitle?: string
  readonly event?: string
  readonly date?: string
  readonly place?: string
  readonly author?: string
  readonly description?: string
  readonly keywords?: string
  readonly lang?: string
  readonly theme?: string
  /** The path of a brand's file, or its keys. */
  readonly brand?: string | Brand
  readonly aspect?: Aspect
  readonly density?: Density
  readonly agenda?: boolean
  /** Whether points come one at a time. */
  readonly fragments?: boolean
  /** How long the whole deck is to take. */
  readonly minutes?: number
  /** The heading level that begins a section, 1 to 6, when it is not to be found out. */
  readonly sections?: number | 'auto'
  readonly lines?: LineHabit
  readonly remarks?: RemarkPolicy
  readonly closing?: string | boolean
}

export type Notes = {
  readonly file: string
  readonly head: Head
  readonly title: Inline
  readonly lang: DeckLang
  readonly sections: readonly Section[]
}

/** Parsing never fails on what the author wrote: it gives the notes and what was noticed on the way. */
export type ParsedNotes = { readonly notes: Notes; readonly problems: readonly Problem[] }

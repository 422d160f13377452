// The type of understood notes: what the author wrote, in sections and units, each with its place in the file.
// `html` is always sanitised inline or block HTML; `text` is the same without markup.
import type { At, Problem } from '../shared/problem.js'
import type { LineHabit } from './reading.js'

/** Languages a deck can speak itself; notes may mix any. */
export const deckLangs = ['zh-Hans', 'zh-Hant', 'ja', 'en'] as const
export type DeckLang = (typeof deckLangs)[number]

export type Inline = { readonly html: string; readonly text: string }

/** What the note-taker thinks, not what was said: private unless the author wants it shown. */
export type Remark = Inline & {
  readonly from: 'bracket' | 'dash' | 'line' | 'mark'
  readonly at: At
}

/** One thought: a line of a paragraph, a list item, or a paragraph of prose. */
export type Point = Inline & {
  readonly kind: 'point'
  /** “3.” of an ordered list, ☑ or ☐ of a task list. */
  readonly marker?: string
  readonly remarks: readonly Remark[]
  readonly children: readonly Point[]
  readonly at: At
}

/** Content that is not a line of text and is kept whole. */
export type Block = Inline & {
  readonly kind: 'table' | 'code' | 'figure' | 'quote'
  readonly remarks: readonly Remark[]
  readonly at: At
}

/** A heading below the sections' level: the units after it belong to it. */
export type GroupHeading = Inline & { readonly kind: 'group'; readonly depth: number; readonly at: At }

export type Unit = Point | Block | GroupHeading

export type Section = {
  readonly title: Inline
  readonly units: readonly Unit[]
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
  readonly lang?: string
  readonly theme?: string
  readonly agenda?: boolean
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

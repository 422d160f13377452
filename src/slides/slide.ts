// The type of a slide before it is drawn: which layout, and the plain view that the layout's template may read.
import type { DeckLang } from '../notes/notes.js'
import type { At } from '../shared/problem.js'

export type ViewValue =
  | string
  | number
  | boolean
  | undefined
  | readonly ViewValue[]
  | { readonly [key: string]: ViewValue }
export type View = { readonly [key: string]: ViewValue }

/** What the speaker alone sees: a paragraph of safe HTML, and the line of the notes with what it was thought of, if any. */
export type SpeakerNote = {
  readonly html: string
  readonly line?: number
  /** `note`: what the author means to say; `remark`: what he thought. */
  readonly kind: 'note' | 'remark'
}

export type Slide = {
  /** Stable under edits elsewhere: made from headings, not from positions. */
  readonly id: string
  /** The layout's name on the shelf `layouts/`. */
  readonly layout: string
  readonly lang: DeckLang
  /** The section it belongs to, counted from 1; opening and closing slides have none. */
  readonly section?: number
  /** Of a section’s first slide: what the section is called, and how many minutes it is to take. */
  readonly opens?: { readonly title: string; readonly minutes?: number }
  /** The author asks that it is not split. */
  readonly keep?: boolean
  /** Its points come one at a time where it is shown on a screen; the page finds them. */
  readonly fragments?: boolean
  /** The author's own class, for a theme to style. */
  readonly className?: string
  readonly view: View
  readonly speakerNotes: readonly SpeakerNote[]
  readonly at: At
}

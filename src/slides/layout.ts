// The type of a layout: what it takes of the notes and what its template gets to see.
import type { Notes, RemarkPolicy, Section, Unit } from '../notes/notes.js'
import type { At } from '../shared/problem.js'
import type { View } from './slide.js'
import type { DeckWords } from './words.js'

export type SectionMaterial = {
  readonly section: Section
  /** Counted from 1. */
  readonly number: number
  /** The id of the section's first slide; links lead there. */
  readonly id: string
  /** Units no layout has taken yet. */
  readonly units: readonly Unit[]
  /** Whether an earlier layout has opened the section, so that its id is taken. */
  readonly opened: boolean
}

export type Material = {
  readonly notes: Notes
  readonly words: DeckWords
  readonly remarks: RemarkPolicy
  readonly agenda: boolean
  readonly sections: readonly { readonly id: string; readonly section: Section; readonly number: number }[]
}

export type Draft = {
  readonly id: string
  readonly view: View
  readonly speakerNotes: readonly string[]
  readonly at: At
}

export type Layout = {
  readonly name: string
  /** One sentence: when it is chosen. */
  readonly purpose: string
} & (
  | { readonly stands: 'opening' | 'ending'; plan(material: Material): readonly Draft[] }
  | {
      readonly stands: 'section'
      /** Slides made of what is left of the section, and what it leaves to the layouts after it on the shelf. */
      plan(
        material: Material,
        of: SectionMaterial,
      ): { readonly drafts: readonly Draft[]; readonly rest: readonly Unit[] }
    }
)

// The type of a layout: what it takes of the notes and what its template gets to see.
import type { Block, Inline, Notes, Point, Remark, RemarkPolicy, Section, Unit } from '../notes/notes.js'
import type { At } from '../shared/problem.js'
import type { SpeakerNote, View } from './slide.js'
import type { DeckWords } from './words.js'

/** A unit that is shown: anything but a heading. */
export type Shown = Point | Block

export type SectionMaterial = {
  readonly section: Section
  /** Counted from 1. */
  readonly number: number
  /** The id of the section's first slide; links lead there. */
  readonly id: string
}

/** A line the author marked bold, and where it stands. */
export type BoldLine = { readonly line: Inline; readonly id: string; readonly number: number }

export type Material = {
  readonly notes: Notes
  readonly words: DeckWords
  readonly remarks: RemarkPolicy
  readonly agenda: boolean
  readonly sections: readonly SectionMaterial[]
  /** The note-taker's own last word, when remarks are shown. */
  readonly reflection: Remark | undefined
}

export type Draft = {
  readonly id: string
  readonly view: View
  readonly speakerNotes: readonly SpeakerNote[]
  readonly at: At
}

/** What surrounds the units a layout is asked about. */
export type Stretch = {
  readonly section: Section
  readonly remarks: RemarkPolicy
  /** The author asks for this very layout, so form counts less. */
  readonly asked: boolean
}

/** How many units a layout would take, and how well they suit it: from 0.7 on it is chosen, 1 suits perfectly. */
export type Claim = { readonly count: number; readonly score: number }

export type Layout = {
  readonly name: string
  /** One sentence: when it is chosen. */
  readonly purpose: string
} & (
  | {
      readonly stands: 'opening' | 'ending'
      /** `slides` are those planned so far. */
      plan(material: Material, bold: readonly BoldLine[]): readonly Draft[]
    }
  | {
      readonly stands: 'opener'
      /**
       * The slide that opens a section, and what it leaves of the units. `asked`: by a directive. `lead`: whether it may
       * take the first unit for itself.
       */
      plan(
        material: Pick<Material, 'remarks'>,
        of: SectionMaterial,
        how: { readonly asked: boolean; readonly lead: boolean },
      ): { readonly draft: Draft | undefined; readonly rest: readonly Unit[] }
    }
  | {
      readonly stands: 'stretch'
      /** Rare ones lift a line or two out of the points; a deck full of them has no weight left. */
      readonly rare: boolean
      /** Thin points beside a block that come along onto its slide. */
      readonly absorbs: number
      weigh(units: readonly Shown[], from: number, stretch: Stretch): Claim | undefined
      view(units: readonly Shown[], stretch: Stretch): View
    }
)

export type StretchLayout = Extract<Layout, { readonly stands: 'stretch' }>

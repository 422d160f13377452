// The type of an export format: what the fitted deck becomes, and whether that needs Chrome.
import type { Chrome } from '../chrome/chrome.js'
import type { DeckPage } from '../chrome/open-deck.js'
import type { Deck } from '../deck/deck.js'
import type { PageReport } from '../page/contract.js'

export type FittedPage = { readonly chrome: Chrome; readonly open: DeckPage; readonly report: PageReport }

export type ExportInput = {
  readonly deck: Deck
  /** The date files are marked with: the notes' own, so that the same notes give the same bytes. */
  readonly date: Date
  /** The deck open in Chrome and fitted; the first call opens it, later ones get the same page. */
  readonly openPage: () => Promise<FittedPage>
  /** The same deck with speaker notes and remarks, for nobody but the speaker. */
  readonly drawPresenter: () => Promise<Deck>
  readonly options: OutputOptions
}

/** What may be asked of files that hold slides one by one. */
export type OutputOptions = {
  /** Slides after splitting, counted from 1, in order; all when not given. */
  readonly slides?: readonly SlideRange[] | undefined
  /** Whether a PDF has a page for each step of slides whose points come one at a time. */
  readonly fragments?: boolean | undefined
  /** Px of a picture for one px of the slide; 1 when not given. */
  readonly scale?: number | undefined
  /** What a handout is printed on; A4 when not given. */
  readonly paper?: Paper | undefined
  /** Slides on a page of a handout; 3 when not given. */
  readonly perPage?: PerPage | undefined
}

export const papers = ['a4', 'letter'] as const
export type Paper = (typeof papers)[number]
export const slidesPerPage = ['1', '2', '3', '6'] as const
export type PerPage = (typeof slidesPerPage)[number]

/** From one slide to another, both among them; without an end, to the last. */
export type SlideRange = { readonly from: number; readonly to?: number | undefined }

/** One of several files of a format; they stand together in a folder of the deck's name. */
export type NamedFile = { readonly name: string; readonly bytes: Uint8Array }

export type Format = {
  /** The word after --to. */
  readonly name: string
  /** What follows the notes' name in the file's name; empty where it is a folder of files. */
  readonly ending: string
  readonly purpose: string
  readonly needsChrome: boolean
  /** Whether it prints the page and no more, so that the page need not be laid out for a screen as well. */
  readonly onlyPrints?: true
  /** Whether it may hold some of the slides alone. */
  readonly picksSlides?: true
  /** Whether it holds what is kept out of every other file: speaker notes, and remarks. */
  readonly forSpeaker?: true
  make(input: ExportInput): Promise<Uint8Array | string | readonly NamedFile[]>
}

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
}

export type Format = {
  /** The word after --to. */
  readonly name: string
  /** What follows the notes' name in the file's name. */
  readonly ending: string
  readonly purpose: string
  readonly needsChrome: boolean
  make(input: ExportInput): Promise<Uint8Array | string>
}

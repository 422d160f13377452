// A page open in Chrome, as it stands → a PDF of it, tagged and with bookmarks, and the finish all our PDFs get.

import { ORIGIN } from '../chrome/open-deck.js'
import type { Page } from '../chrome/puppeteer.js'
import { DeckError } from '../shared/problem.js'
import type { ExportInput, FittedPage } from './format.js'
import { setFacts } from './pdf-facts.js'
import { countPages, setPageLinks } from './pdf-finish.js'
import { readPdfObjects } from './pdf-objects.js'
import { packPdf } from './pdf-pack.js'

/** Two minutes: a thousand slides print in a few seconds; this only ends a print that hangs. */
const printMs = 120_000

/** Prints what the page shows, on paper of the size its style sheet names. */
export const printPage = (page: Page): Promise<Uint8Array> =>
  page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true, timeout: printMs })

export type Printed = {
  readonly pdf: Uint8Array
  /** How many pages it must have. */
  readonly pages: number
  /** On which page, from 0, a slide stands; -1 for none. */
  readonly pageOf: (slide: number) => number
}

/**
 * Does the printing and finishes what comes of it: links to its own pages, facts and dates, packed. Throws DeckError
 * `export/not-printed` when Chrome cannot, `chrome/died` when it is gone, `export/page-count` when pages are missing.
 */
export async function printAndFinish(
  { chrome }: Pick<FittedPage, 'chrome'>,
  { date, deck }: Pick<ExportInput, 'date' | 'deck'>,
  printing: () => Promise<Printed>,
): Promise<Uint8Array> {
  const { pdf, pages, pageOf } = await chrome.whileAlive(printing().catch(tellNotPrinted))
  const counted = countPages(pdf)
  if (counted !== pages) {
    throw new DeckError({
      code: 'export/page-count',
      message: `The PDF has ${counted} pages in place of ${pages}, so it was not kept.`,
      hint: 'This is our fault: please report it with your notes, if you can share them.',
    })
  }
  const linked = readPdfObjects(setPageLinks(pdf, ORIGIN, pageOf))
  return packPdf(setFacts(linked, deck.facts, date))
}

function tellNotPrinted(cause: unknown): never {
  const why = cause instanceof Error ? cause.message : String(cause)
  throw new DeckError(
    {
      code: 'export/not-printed',
      message: `Chrome did not print the deck: ${why}.`,
      hint: 'Build again; if it stays so, another Chrome may do better: see --chrome.',
    },
    { blame: 'machine', cause },
  )
}

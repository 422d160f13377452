// The fitted page → a PDF with a slide a page, tagged, bookmarked and linked by Chrome.
import { type DeckPage, ORIGIN } from '../../chrome/open-deck.js'
import { DeckError } from '../../shared/problem.js'
import type { Format } from '../format.js'
import { joinPdfs } from '../join-pdf.js'
import { countPages, setDates, setPageLinks } from '../pdf-finish.js'
import { packPdf } from '../pdf-pack.js'
import { chooseSlides } from '../slide-ranges.js'

/** Two minutes: a thousand slides print in a few seconds; this only ends a print that hangs. */
const printMs = 120_000

/**
 * Slides printed at a time. What Chrome takes for a page grows with their number: 700 at once cost what two times 350 do,
 * 1,450 one and a half to two times what five times 300 do. The fonts are in the file once for each time.
 */
const slidesAtOnce = 400

/** Prints the plain pages, some at a time, into one file. */
export async function printSlides(
  { page }: DeckPage,
  slides: number,
  atOnce: number = slidesAtOnce,
): Promise<Uint8Array> {
  const printed: Uint8Array[] = []
  for (let from = 0; from < slides; ) {
    from = Number(await page.evaluate(`recapShow(${from}, ${atOnce})`))
    printed.push(
      await page.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
        outline: true,
        timeout: printMs,
      }),
    )
  }
  return joinPdfs(printed)
}

async function print(open: DeckPage, wanted: readonly number[]): Promise<Uint8Array> {
  try {
    await open.page.evaluate(`recapOnly(${JSON.stringify(wanted)})`)
    return await printSlides(open, wanted.length)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    const hint = 'Build again; if it stays so, another Chrome may do better: see --chrome.'
    throw new DeckError(
      { code: 'export/not-printed', message: `Chrome did not print the deck: ${why}.`, hint },
      { blame: 'machine', cause },
    )
  }
}

export const pdf: Format = {
  name: 'pdf',
  ending: '.pdf',
  purpose: 'a PDF, one slide a page',
  needsChrome: true,
  picksSlides: true,
  async make({ openPage, date, options }) {
    const { chrome, open, report } = await openPage()
    const wanted = chooseSlides(options.slides, report.pages)
    const printed = await chrome.whileAlive(print(open, wanted))
    const pages = countPages(printed)
    if (pages !== wanted.length) {
      throw new DeckError({
        code: 'export/page-count',
        message: `The PDF has ${pages} pages for ${wanted.length} slides, so it was not kept.`,
        hint: 'This is our fault: please report it with your notes, if you can share them.',
      })
    }
    return await packPdf(setPageLinks(setDates(printed, date), ORIGIN, wanted))
  },
}

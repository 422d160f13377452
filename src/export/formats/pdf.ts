// The fitted page → a PDF with a slide a page, tagged, bookmarked and linked by Chrome.
import { DeckError } from '../../shared/problem.js'
import type { Format } from '../format.js'
import { countPages, setDates } from '../pdf-finish.js'

/** Two minutes: a thousand slides print in a few seconds; this only ends a print that hangs. */
const printMs = 120_000

export const pdf: Format = {
  name: 'pdf',
  ending: '.pdf',
  purpose: 'a PDF, one slide a page',
  needsChrome: true,
  async make({ openPage, date }) {
    const { open, report } = await openPage()
    const printed = await open.page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
      timeout: printMs,
    })
    const pages = countPages(printed)
    if (pages !== report.pages) {
      throw new DeckError({
        code: 'export/page-count',
        message: `The PDF has ${pages} pages for ${report.pages} slides, so it was not kept.`,
        hint: 'This is our fault: please report it with your notes, if you can share them.',
      })
    }
    return setDates(printed, date)
  },
}

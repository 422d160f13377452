// The fitted page → a PDF with a slide a page, tagged, bookmarked and linked by Chrome.
import type { DeckPage } from '../../chrome/open-deck.js'
import type { Format } from '../format.js'
import { joinPdfs } from '../join-pdf.js'
import { printAndFinish, printPage } from '../print.js'
import { chooseSlides } from '../slide-ranges.js'

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
    printed.push(await printPage(page))
  }
  return joinPdfs(printed)
}

export const pdf: Format = {
  name: 'pdf',
  ending: '.pdf',
  purpose: 'a PDF, one slide a page',
  needsChrome: true,
  onlyPrints: true,
  picksSlides: true,
  async make(input) {
    const { chrome, open, report } = await input.openPage()
    const wanted = chooseSlides(input.options.slides, report.pages)
    return printAndFinish({ chrome }, input, async () => {
      if (wanted.length < report.pages) await open.page.evaluate(`recapOnly(${JSON.stringify(wanted)})`)
      const pdf = await printSlides(open, wanted.length)
      return { pdf, pages: wanted.length, pageOf: (slide) => wanted.indexOf(slide) }
    })
  },
}

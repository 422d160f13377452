// The fitted page → a PDF with a slide a page, tagged, bookmarked and linked by Chrome.
import { openDeck } from '../../chrome/open-deck.js'
import type { Page } from '../../chrome/puppeteer.js'
import type { FittedPage, Format } from '../format.js'
import { joinPdfs } from '../join-pdf.js'
import { type Printed, printAndFinish, printPage } from '../print.js'
import { chooseSlides } from '../slide-ranges.js'

/**
 * Slides printed at a time. What Chrome takes for a page grows with their number: 700 at once cost what two times 350 do,
 * 1,450 one and a half to two times what five times 300 do. The fonts are in the file once for each time.
 */
const slidesAtOnce = 400

type Opened = Pick<FittedPage, 'chrome' | 'open'>

/** What the first of two pages prints: a little more than half, as it need not be opened. */
const firstShare = 0.55

async function printTo(page: Page, to: number, atOnce: number): Promise<readonly Uint8Array[]> {
  const printed: Uint8Array[] = []
  for (let from = 0; from < to; ) {
    const count = Math.min(atOnce, to - from)
    from = Number(await page.evaluate(`recapShow(${from}, ${count})`))
    printed.push(await printPage(page))
  }
  return printed
}

/** Prints the plain pages, some at a time, into one file: of long decks the rest in another page, side by side with the first. */
export async function printSlides(
  { chrome, open: { page } }: Opened,
  slides: number,
  atOnce: number = slidesAtOnce,
): Promise<Uint8Array> {
  if (slides <= atOnce) return joinPdfs(await printTo(page, slides, atOnce))
  const rest = Number(await page.evaluate(`recapShow(0, ${Math.ceil(slides * firstShare)})`))
  const html = String(await page.evaluate(`recapRest(${rest})`))
  const { width: widthPx, height: heightPx } = page.viewport() ?? {}
  const printRest = async () => {
    await using other = await openDeck(chrome, html, { mode: 'pages&unseen&fitted', widthPx, heightPx })
    return await printTo(other.page, slides - rest, atOnce)
  }
  const printed = await Promise.all([printTo(page, rest, atOnce), rest < slides ? printRest() : []])
  return joinPdfs(printed.flat())
}

/** Prints a page for each step of the slides, and leaves the page as it was. Links lead to a slide's first page. */
async function printSteps(fitted: Opened, wanted: readonly number[]): Promise<Printed> {
  const { page } = fitted.open
  const counts: unknown = await page.evaluate('recapSteps(true)')
  const starts = [0]
  for (const count of Array.isArray(counts) ? counts : []) starts.push((starts.at(-1) ?? 0) + Number(count))
  const pages = starts.at(-1) ?? 0
  const pageOf = (slide: number) => starts[wanted.indexOf(slide)] ?? -1
  try {
    return { pdf: await printSlides(fitted, pages), pages, pageOf }
  } finally {
    await page.evaluate('recapSteps(false)')
  }
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
      await open.page.evaluate(`recapOnly(${JSON.stringify(wanted)})`)
      if (input.options.fragments) return printSteps({ chrome, open }, wanted)
      const pdf = await printSlides({ chrome, open }, wanted.length)
      return { pdf, pages: wanted.length, pageOf: (slide) => wanted.indexOf(slide) }
    })
  },
}

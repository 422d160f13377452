// A page open in Chrome → its slides on sheets of paper, with lines beside or under them, or what their speaker is to say, printed.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { DeckPage } from '../chrome/open-deck.js'
import type { Deck } from '../deck/deck.js'
import type { Sheets } from '../page/contract.js'
import { readText } from '../shared/files.js'
import { handoutScriptFile, templatesDir } from '../shared/package-files.js'
import type { ExportInput, FittedPage, Paper, PerPage } from './format.js'
import { printAndFinish, printPage } from './print.js'
import { chooseSlides } from './slide-ranges.js'

/** Width and height, mm: ISO 216; US Letter is 8.5 by 11 inches. */
const sizes: Readonly<Record<Paper, Sheets['paper']>> = {
  a4: { width: 210, height: 297 },
  letter: { width: 215.9, height: 279.4 },
}
const counts: Readonly<Record<PerPage, Sheets['perPage']>> = { 1: 1, 2: 2, 3: 3, 6: 6 }

/** Prints the handout of `deck`, which is open in the page, and leaves the page as it was. */
export async function printHandout(
  { chrome, report }: Pick<FittedPage, 'chrome' | 'report'>,
  { page }: Pick<DeckPage, 'page'>,
  deck: Deck,
  { date, options }: Pick<ExportInput, 'date' | 'options'>,
): Promise<Uint8Array> {
  const { slides: ranges, paper = 'a4', perPage = '3' } = options
  const [css, script] = await Promise.all([
    readText(path.join(templatesDir, 'handout.css')),
    readFile(handoutScriptFile, 'utf8'),
  ])
  const slides = chooseSlides(ranges, report.pages)
  const sheets: Sheets = {
    paper: sizes[paper],
    perPage: counts[perPage],
    slides,
    css,
    occasion: deck.facts.occasion,
  }
  return printAndFinish({ chrome }, { date, deck }, async () => {
    await page.evaluate(script)
    const pages = Number(await page.evaluate(`recapHandout(${JSON.stringify(sheets)})`))
    const pdf = await printPage(page)
    await page.evaluate('recapHandoutEnd()')
    const pageOf = (slide: number) => {
      const at = slides.indexOf(slide)
      return at < 0 ? -1 : Math.floor(at / sheets.perPage)
    }
    return { pdf, pages, pageOf }
  })
}

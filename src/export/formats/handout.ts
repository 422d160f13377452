// The fitted page → a PDF to print and write on: slides on sheets of paper, with lines beside or under them. Safe to share.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Sheets } from '../../page/contract.js'
import { readText } from '../../shared/files.js'
import { handoutScriptFile, templatesDir } from '../../shared/package-files.js'
import type { Format, Paper, PerPage } from '../format.js'
import { printAndFinish, printPage } from '../print.js'
import { chooseSlides } from '../slide-ranges.js'

/** Width and height, mm: ISO 216; US Letter is 8.5 by 11 inches. */
const sizes: Readonly<Record<Paper, Sheets['paper']>> = {
  a4: { width: 210, height: 297 },
  letter: { width: 215.9, height: 279.4 },
}
const counts: Readonly<Record<PerPage, Sheets['perPage']>> = { 1: 1, 2: 2, 3: 3, 6: 6 }

export const handout: Format = {
  name: 'handout',
  ending: '.handout.pdf',
  purpose: 'a PDF for paper, slides with lines to write on',
  needsChrome: true,
  picksSlides: true,
  async make(input) {
    const { slides: ranges, paper = 'a4', perPage = '3' } = input.options
    const [{ chrome, open, report }, css, script] = await Promise.all([
      input.openPage(),
      readText(path.join(templatesDir, 'handout.css')),
      readFile(handoutScriptFile, 'utf8'),
    ])
    const slides = chooseSlides(ranges, report.pages)
    const sheets: Sheets = {
      paper: sizes[paper],
      perPage: counts[perPage],
      slides,
      css,
      occasion: input.deck.facts.occasion,
    }
    return printAndFinish({ chrome }, input, async () => {
      await open.page.evaluate(script)
      const pages = Number(await open.page.evaluate(`recapHandout(${JSON.stringify(sheets)})`))
      const pdf = await printPage(open.page)
      await open.page.evaluate('recapHandoutEnd()')
      const pageOf = (slide: number) => {
        const at = slides.indexOf(slide)
        return at < 0 ? -1 : Math.floor(at / sheets.perPage)
      }
      return { pdf, pages, pageOf }
    })
  },
}

// The fitted page → a PowerPoint file of native texts, tables and shapes, for those who want to go on working on it.
import type { Format } from '../format.js'
import { readDeck } from '../pptx/read-deck.js'
import { writeDeck } from '../pptx/write-deck.js'
import { chooseSlides } from '../slide-ranges.js'

export const pptx: Format = {
  name: 'pptx',
  ending: '.pptx',
  purpose: 'a PowerPoint file to edit, without speaker notes',
  needsChrome: true,
  picksSlides: true,
  async make({ deck, openPage, date, options }) {
    const { chrome, open, report } = await openPage()
    const wanted = chooseSlides(options.slides, report.pages)
    return writeDeck(await chrome.whileAlive(readDeck(deck, open, wanted)), date)
  },
}

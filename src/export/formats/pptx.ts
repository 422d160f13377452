// The fitted page → a PowerPoint file of native texts, tables and shapes, for those who want to go on working on it.
import type { Format } from '../format.js'
import { readDeck } from '../pptx/read-deck.js'
import { writeDeck } from '../pptx/write-deck.js'

export const pptx: Format = {
  name: 'pptx',
  ending: '.pptx',
  purpose: 'a PowerPoint file to edit',
  needsChrome: true,
  async make({ deck, openPage, date }) {
    const fitted = await openPage()
    return writeDeck(await fitted.chrome.whileAlive(readDeck(deck, fitted)), date)
  },
}

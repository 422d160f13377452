// The deck with speaker notes and remarks, opened and fitted by itself → a PowerPoint file for the speaker alone, with notes pages.
import type { Format } from '../format.js'
import { openPresenter } from '../open-presenter.js'
import { readDeck } from '../pptx/read-deck.js'
import { writeDeck } from '../pptx/write-deck.js'
import { chooseSlides } from '../slide-ranges.js'

export const presenterPptx: Format = {
  name: 'presenter-pptx',
  ending: '.presenter.pptx',
  purpose: 'PowerPoint with speaker notes and your remarks: not to be shared',
  needsChrome: true,
  picksSlides: true,
  forSpeaker: true,
  async make(input) {
    const { fitted, deck, open } = await openPresenter(input)
    await using page = open
    const wanted = chooseSlides(input.options.slides, fitted.report.pages)
    return writeDeck(await fitted.chrome.whileAlive(readDeck(deck, page, wanted)), input.date)
  },
}

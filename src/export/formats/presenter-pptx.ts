// The deck with speaker notes and remarks, opened and fitted by itself → a PowerPoint file for the speaker alone, with notes pages.
import { openDeck } from '../../chrome/open-deck.js'
import type { Format } from '../format.js'
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
  async make({ openPage, drawPresenter, date, options }) {
    const [{ chrome, open: shared, report }, deck] = await Promise.all([openPage(), drawPresenter()])
    const { width: widthPx, height: heightPx } = shared.page.viewport() ?? {}
    await using open = await openDeck(chrome, deck.html, { mode: 'pages', widthPx, heightPx })
    const wanted = chooseSlides(options.slides, report.pages)
    return writeDeck(await chrome.whileAlive(readDeck(deck, open, wanted)), date)
  },
}

// The deck with speaker notes and remarks → a PDF for paper, each slide with what its speaker is to say, for the speaker alone.
import type { Format } from '../format.js'
import { printHandout } from '../lay-handout.js'
import { openPresenter } from '../open-presenter.js'

export const presenterHandout: Format = {
  name: 'presenter-handout',
  ending: '.presenter.handout.pdf',
  purpose: 'a handout with speaker notes and your remarks in place of lines: not to be shared',
  needsChrome: true,
  picksSlides: true,
  forSpeaker: true,
  async make(input) {
    const { fitted, deck, open } = await openPresenter(input)
    await using page = open
    return await printHandout(fitted, page, deck, input)
  },
}

// The fitted page → a PDF to print and write on: slides on sheets of paper, with lines beside or under them. Safe to share.
import type { Format } from '../format.js'
import { printHandout } from '../lay-handout.js'

export const handout: Format = {
  name: 'handout',
  ending: '.handout.pdf',
  purpose: 'a PDF for paper, slides with lines to write on',
  needsChrome: true,
  picksSlides: true,
  async make(input) {
    const fitted = await input.openPage()
    return printHandout(fitted, fitted.open, input.deck, input)
  },
}

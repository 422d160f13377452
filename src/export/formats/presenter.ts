// The deck with speaker notes and remarks → one HTML file for the speaker alone, with reveal.js's speaker view.
import type { Format } from '../format.js'

export const presenter: Format = {
  name: 'presenter',
  ending: '.presenter.html',
  purpose: 'the deck with speaker notes and your remarks: not to be shared',
  needsChrome: false,
  forSpeaker: true,
  make: async ({ drawPresenter }) => (await drawPresenter()).html,
}

// The fitted page → a picture of the first slide, which stands where somebody links to the deck.
import type { Format } from '../format.js'
import { takePictures } from '../pictures.js'

export const cover: Format = {
  name: 'cover',
  ending: '.png',
  purpose: 'a picture of the first slide, shown where the deck is linked to (with --url)',
  needsChrome: true,
  async make({ openPage, options }) {
    const fitted = await openPage()
    const wanted = { type: 'png', scale: options.scale ?? 1, wanted: [1] } as const
    const [picture] = await fitted.chrome.whileAlive(takePictures(fitted, wanted))
    return picture?.bytes ?? new Uint8Array()
  },
}

// The fitted page → a picture of each slide, numbered in a folder.
import type { Format } from '../format.js'
import { takePictures } from '../pictures.js'
import { chooseSlides } from '../slide-ranges.js'

export const png: Format = {
  name: 'png',
  ending: '',
  purpose: 'a picture a slide, in a folder of the notes’ name',
  needsChrome: true,
  picksSlides: true,
  async make({ openPage, options }) {
    const fitted = await openPage()
    const { chrome, report } = fitted
    const wanted = chooseSlides(options.slides, report.pages)
    const pictures = await chrome.whileAlive(
      takePictures(fitted, { type: 'png', scale: options.scale ?? 1, wanted }),
    )
    const digits = Math.max(3, String(report.pages).length)
    return pictures.map(({ number, bytes }) => ({
      name: `${String(number).padStart(digits, '0')}.png`,
      bytes,
    }))
  },
}

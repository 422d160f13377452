// The fitted page → a picture of each slide, numbered in a folder.
import type { FittedPage, Format } from '../format.js'
import { type Picture, takePictures } from '../pictures.js'
import { chooseSlides } from '../slide-ranges.js'

async function takeAll(
  fitted: FittedPage,
  wanted: readonly number[],
  scale: number,
): Promise<readonly Picture[]> {
  const { page } = fitted.open
  const pictures: Picture[] = []
  for (const number of wanted) {
    // By itself: of several on the page, Chrome drew turned boxes otherwise by a shade from run to run.
    await page.evaluate(`recapOnly([${number}]); recapShow(0, 1)`)
    pictures.push(...(await takePictures(fitted, { type: 'png', scale, wanted: [number] })))
  }
  return pictures
}

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
    const pictures = await chrome.whileAlive(takeAll(fitted, wanted, options.scale ?? 1))
    const digits = Math.max(3, String(report.pages).length)
    return pictures.map(({ number, bytes }) => ({
      name: `${String(number).padStart(digits, '0')}.png`,
      bytes,
    }))
  },
}

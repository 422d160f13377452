// The fitted page → a picture of each slide, numbered in a folder.
import type { FittedPage, Format } from '../format.js'
import { type Picture, takePictures } from '../pictures.js'
import { chooseSlides } from '../slide-ranges.js'

/** Slides on the page while pictures are taken: Chrome paints all of the page for each, and of 430 slides took 0.2 s a picture. */
const atOnce = 10

async function takeAll(
  fitted: FittedPage,
  wanted: readonly number[],
  scale: number,
): Promise<readonly Picture[]> {
  const { page } = fitted.open
  const pictures: Picture[] = []
  for (let from = 0; from < wanted.length; from += atOnce) {
    const some = wanted.slice(from, from + atOnce)
    await page.evaluate(`recapOnly(${JSON.stringify(some)}); recapShow(0, ${some.length})`)
    pictures.push(...(await takePictures(fitted, { type: 'png', scale, wanted: some })))
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

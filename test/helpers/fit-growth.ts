// Notes of some size, and of four times that → how many times the page's own time it takes to fit them: at most 4 in proportion,
// 16 as the square. Its thread's time is counted, which hardly grows with what else the machine does.
import type { Chrome } from '../../src/chrome/chrome.js'
import { drawNotes, fitPage, showSlides } from './fit-many.js'
import { openText } from './open-text.js'

/** Of so many fits of the same slides the quickest counts. */
const times = 3

/** The ratio, in paper at 16:9. */
export async function fitGrowth(
  chrome: Chrome,
  notesOf: (size: number) => string,
  size: number,
): Promise<number> {
  // A deck of the same letters has their faces.
  await using open = await openText(chrome, notesOf(size))
  const { page } = open
  const client = await page.createCDPSession()
  await client.send('Performance.enable')
  const threadSeconds = async () => {
    const { metrics } = await client.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN
  }
  const secondsOf = async (source: string) => {
    const html = await drawNotes(source, '')
    const taken: number[] = []
    for (let time = 0; time < times; time++) {
      await showSlides(page, html)
      const before = await threadSeconds()
      await fitPage(page)
      taken.push((await threadSeconds()) - before)
    }
    return Math.min(...taken)
  }
  const once = await secondsOf(notesOf(size))
  return (await secondsOf(notesOf(4 * size))) / once
}

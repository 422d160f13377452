// A deck that is shown by reveal.js → what its audience sees.
import type { Page } from '../../src/chrome/puppeteer.js'

/** The id of the slide that is shown; the address follows a second later. */
export const currentSlide = async (page: Page): Promise<string> =>
  String(await page.evaluate('Reveal.getCurrentSlide().id'))

/** Presses keys together, the last of them once: `press(page, 'Control', 'Shift', 'F')`. */
export async function press(
  page: Page,
  ...keys: readonly Parameters<Page['keyboard']['press']>[0][]
): Promise<void> {
  const held = keys.slice(0, -1)
  const last = keys.at(-1)
  for (const key of held) await page.keyboard.down(key)
  if (last) await page.keyboard.press(last)
  for (const key of held.toReversed()) await page.keyboard.up(key)
}

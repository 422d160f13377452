// The panel of a presented deck, as a hand uses it.
import type { Page } from 'puppeteer-core'

/** Opens the panel of a presented deck by its key. */
export const openPanel = async (page: Page): Promise<void> => {
  await page.keyboard.press('KeyT')
  await page.waitForSelector('.recap-panel fieldset')
}
/** Chooses one of several in the panel. */
export const choose = (page: Page, key: string, value: string): Promise<void> =>
  page.evaluate((id) => document.getElementById(id)?.click(), `look-${key}-${value}`)

// An open deck → what each slide knows of its place among all of them, in every way the deck is shown.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chrome } from '../../src/chrome/chrome.js'
import { openChrome } from '../../src/chrome/connect.js'
import { openDeck } from '../../src/chrome/open-deck.js'
import { readEnvironment } from '../../src/config/environment.js'
import { renderDeck } from '../../src/deck/render.js'
import { planSlides } from '../../src/slides/plan.js'
import { loadTheme } from '../../src/theme/load.js'
import { parseText } from '../helpers/notes.js'

let chrome: Chrome
const { cacheDir } = readEnvironment()
beforeAll(async () => {
  chrome = await openChrome({ cacheDir })
})
afterAll(() => chrome?.[Symbol.asyncDispose]())

const points = Array.from({ length: 40 }, (_, index) => `- point ${index} of many`).join('\n')

async function htmlOf(title: string): Promise<string> {
  const { notes } = parseText(`---\ntitle: ${title}\n---\n# Ada\n${points}\n# Bo\n- one\n- two`)
  const options = { audience: 'shared', cacheDir } as const
  return (await renderDeck(notes, planSlides(notes).slides, await loadTheme('blueprint', '.'), options)).html
}

describe('a slide’s place', () => {
  it.each(['pages', 'print', 'live'] as const)('is known in %s, of split slides too', async (mode) => {
    await using open = await openDeck(chrome, await htmlOf('“Two” \\ one'), { mode })
    const told = await open.page.$$eval('section[data-layout]', (sections) =>
      sections.map((section) => {
        const style = getComputedStyle(section)
        return `${style.getPropertyValue('--i')} / ${style.getPropertyValue('--n')}`
      }),
    )
    expect(told.length).toBeGreaterThan(7)
    expect(told).toEqual(told.map((_, index) => `${index + 1} / ${told.length}`))
    const title = await open.page.$eval(
      'section[data-layout="section"] > .slide',
      (slide) => getComputedStyle(slide, '::after').content,
    )
    expect(title).toBe('"“Two” \\\\ one"')
  })
})

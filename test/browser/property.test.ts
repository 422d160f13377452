// Random notes in every theme, fitted on slides of 16:9: see random-decks.ts; and that its oracles see what is wrong.
import { describe, expect, it } from 'vitest'
import { openChrome } from '../../src/chrome/connect.js'
import { readEnvironment } from '../../src/config/environment.js'
import { fitPage, openTheme, showSlides } from '../helpers/fit-many.js'
import { findLonely, findLost, findSmall, readPages } from '../helpers/fit-oracle.js'
import { findClipped } from '../helpers/oracle.js'
import { batch, drawDecks, testRandomDecks } from '../helpers/random-decks.js'

testRandomDecks('16:9')

describe('the oracles', () => {
  it('find what is wrong with the same decks when they are not fitted, or are spoilt afterwards', async () => {
    await using chrome = await openChrome({ cacheDir: readEnvironment().cacheDir })
    await using open = await openTheme(chrome, 'paper', '16:9')
    const { page } = open
    await showSlides(page, await drawDecks([...Array(2 * batch).keys()]))
    const before = await readPages(page)
    const ids = before.map(({ id }) => id)
    expect((await findClipped(page)).length).toBeGreaterThan(batch)
    await page.evaluate(() => document.documentElement.classList.add('fitting'))
    expect((await findClipped(page)).length).toBeGreaterThan(batch)
    await fitPage(page)
    expect(findLost(before, await readPages(page, ids))).toEqual([])

    // Every point takes a slide of its own, in small type, and the first is said twice.
    await page.evaluate(() => {
      const twice = document.querySelector('[data-units] > .unit')
      twice?.after(twice.cloneNode(true))
      for (const list of document.querySelectorAll('[data-units]')) {
        const section = list.closest('section')
        while (section && list.children.length > 1) {
          const part = section.cloneNode(true)
          if (!(part instanceof HTMLElement) || !list.lastElementChild) return
          part.id += '-alone'
          part.querySelector('[data-units]')?.replaceChildren(list.lastElementChild)
          section.after(part)
        }
      }
    })
    expect((await findLonely(page, ids)).length).toBeGreaterThan(batch)
    expect(findLost(before, await readPages(page, ids))).not.toEqual([])
    await page.addStyleTag({ content: '@layer user{section[data-layout] .unit > p{font-size:12px}}' })
    expect((await findSmall(page)).length).toBeGreaterThan(batch)
  })
})

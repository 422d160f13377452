// Random notes in every theme and aspect: fitted, nothing of them is cut off, lost, left alone or too small to read unless
// the page says so, and the parts are the same each time.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chrome } from '../../src/chrome/chrome.js'
import { openChrome } from '../../src/chrome/connect.js'
import type { Page } from '../../src/chrome/puppeteer.js'
import { readEnvironment } from '../../src/config/environment.js'
import { aspects } from '../../src/theme/aspect.js'
import {
  drawNotes,
  findUnstable,
  findWrong,
  fitPage,
  made,
  openTheme,
  ours,
  showSlides,
} from '../helpers/fit-many.js'
import { findLonely, findLost, findSmall, readPages } from '../helpers/fit-oracle.js'
import { findClipped } from '../helpers/oracle.js'
import { randomNotes } from '../helpers/random-notes.js'

// More decks, of another seed: RECAP_DECKS=3000 RECAP_SEED=7 npx vitest run test/browser/property.test.ts
const numRuns = Number(process.env['RECAP_DECKS'] ?? 300)
const seed = Number(process.env['RECAP_SEED'] ?? 20261123)
/** Decks in the page at once: a few large calls of Chrome take less time than many small ones. */
const batch = 8
const shrinkMs = 10_000

let chrome: Chrome
beforeAll(async () => {
  chrome = await openChrome({ cacheDir: readEnvironment().cacheDir })
})
afterAll(() => chrome?.[Symbol.asyncDispose]())

const sources = fc.sample(randomNotes, { seed, numRuns })

type Find = (page: Page, html: string) => Promise<readonly string[]>

/** The smallest notes like those of the deck with which something is wrong, in words. */
async function shrink(page: Page, find: Find, deck: number): Promise<string> {
  const property = fc.asyncProperty(randomNotes, async (source) => {
    const wrong = await find(page, await drawNotes(source, ''))
    if (wrong.length > 0) throw new Error(wrong.slice(0, 6).join('\n'))
  })
  const how = { seed, path: String(deck), interruptAfterTimeLimit: shrinkMs }
  const { counterexample, errorInstance } = await fc.check(property, how)
  const why = errorInstance instanceof Error ? errorInstance.message : 'Alone it is right.'
  return `Seed ${seed}, deck ${deck}:\n${why}\n\n${counterexample?.[0] ?? sources[deck]}`
}

/** Looks at the decks, several at once, and fails with the first that is wrong. */
async function look(page: Page, decks: readonly number[], find: Find): Promise<void> {
  for (let from = 0; from < decks.length; from += batch) {
    const some = decks.slice(from, from + batch)
    const drawn = await Promise.all(some.map((deck) => drawNotes(sources[deck] ?? '', `d${deck}-`)))
    const wrong = await find(page, drawn.join('\n'))
    if (wrong.length === 0) continue
    const deck = Number(/^d(\d+)-/.exec(wrong[0] ?? '')?.[1] ?? some[0])
    expect.fail(`${wrong.length} wrong, such as\n${wrong[0]}\n\n${await shrink(page, find, deck)}`)
  }
}

const inAspects = (names: readonly string[]) =>
  names.flatMap((theme, turn) => aspects.map((aspect, at) => ({ theme, aspect, turn, at })))
/** Every deck in every aspect, in one of our themes after the other; and one aspect after the other in those made for the test. */
const places = [
  ...inAspects(ours).map((place) => ({ ...place, every: ours.length })),
  ...inAspects(made).map(({ turn, at, ...place }) => {
    return { ...place, turn: turn * aspects.length + at, every: made.length * aspects.length }
  }),
]

describe(`random decks, ${numRuns} of them`, () => {
  const patience = 120_000 + numRuns * 1000
  it.each(places)(
    'are well fitted in $theme, $aspect',
    async ({ theme, aspect, turn, every }) => {
      await using open = await openTheme(chrome, theme, aspect)
      const own = [...sources.keys()].filter((deck) => deck % every === turn)
      await look(open.page, own, findWrong)
      // Of every three decks one is enough for what does not depend on what stands in it.
      await look(
        open.page,
        own.filter((_, index) => index % 3 === 0),
        findUnstable,
      )
    },
    patience,
  )
})

describe('the oracles', () => {
  it('find what is wrong with the same decks when they are not fitted, or are spoilt afterwards', async () => {
    await using open = await openTheme(chrome, 'paper', '16:9')
    const { page } = open
    const drawn = await Promise.all(
      sources.slice(0, batch).map((source, deck) => drawNotes(source, `d${deck}-`)),
    )
    const html = drawn.join('\n')
    await showSlides(page, html)
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

// A shape of slides → the tests that random notes are well fitted in it, in every theme: nothing of them is cut off, lost, left
// alone or too small to read unless the page says so, and the parts are the same each time.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chrome } from '../../src/chrome/chrome.js'
import { openChrome } from '../../src/chrome/connect.js'
import type { Page } from '../../src/chrome/puppeteer.js'
import { readEnvironment } from '../../src/config/environment.js'
import { type Aspect, aspects } from '../../src/theme/aspect.js'
import { drawNotes, findUnstable, findWrong, made, openTheme, ours } from './fit-many.js'
import { randomNotes } from './random-notes.js'

// More decks, of another seed: RECAP_DECKS=300 RECAP_SEED=7 npx vitest run test/browser/property.test.ts
const numRuns = Number(process.env['RECAP_DECKS'] ?? 300)
const seed = Number(process.env['RECAP_SEED'] ?? 20261123)
/** Decks in the page at once: a few large calls of Chrome take less time than many small ones. */
export const batch = 8
/** One batch of so many is enough for what does not depend on what stands in it. */
const batchesPerReload = 12
const shrinkMs = 10_000

const sources = fc.sample(randomNotes, { seed, numRuns })

const drawn = new Map<number, Promise<string>>()
/** The slides of a deck: the same in every theme, so they are drawn once. */
function drawDeck(deck: number): Promise<string> {
  const slides = drawn.get(deck) ?? drawNotes(sources[deck] ?? '', `d${deck}-`)
  drawn.set(deck, slides)
  return slides
}
/** The slides of some decks, by their numbers. */
export const drawDecks = async (decks: readonly number[]): Promise<string> =>
  (await Promise.all(decks.map(drawDeck))).join('\n')

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

async function look(page: Page, decks: readonly number[], find: Find): Promise<void> {
  const wrong = await find(page, await drawDecks(decks))
  if (wrong.length === 0) return
  const deck = Number(/^d(\d+)-/.exec(wrong[0] ?? '')?.[1] ?? decks[0])
  expect.fail(`${wrong.length} wrong, such as\n${wrong[0]}\n\n${await shrink(page, find, deck)}`)
}

/** The themes of a shape, each with the numbers of its decks: ours see all, those made for the test share them among all shapes. */
function placesIn(aspect: Aspect) {
  const all = [...sources.keys()]
  const turns = made.length * aspects.length
  return [
    ...ours.map((theme) => ({ theme, decks: all })),
    ...made.map((theme, at) => {
      const turn = at * aspects.length + aspects.indexOf(aspect)
      return { theme, decks: all.filter((deck) => deck % turns === turn) }
    }),
  ]
}

/** The decks in every theme, on slides of one shape. */
export function testRandomDecks(aspect: Aspect): void {
  let chrome: Chrome
  beforeAll(async () => {
    chrome = await openChrome({ cacheDir: readEnvironment().cacheDir })
  })
  afterAll(() => chrome?.[Symbol.asyncDispose]())

  describe(`random decks in ${aspect}`, () => {
    const patience = 120_000 + numRuns * 1000
    it.each(placesIn(aspect).map(({ theme, decks }) => [theme, decks.length, decks] as const))(
      'are well fitted in %s, %i of them',
      async (theme, _, decks) => {
        await using open = await openTheme(chrome, theme, aspect)
        for (let from = 0; from < decks.length; from += batch) {
          const some = decks.slice(from, from + batch)
          await look(open.page, some, findWrong)
          if ((from / batch) % batchesPerReload === 0) await look(open.page, some, findUnstable)
        }
      },
      patience,
    )
  })
}

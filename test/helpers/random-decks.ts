// A shape of slides → the tests that random notes are well fitted in it, in every theme: nothing of them is cut off, lost, left
// alone or too small to read unless the page says so, and the parts are the same each time.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chrome } from '../../src/chrome/chrome.js'
import { openChrome } from '../../src/chrome/connect.js'
import type { Page } from '../../src/chrome/puppeteer.js'
import { readEnvironment } from '../../src/config/environment.js'
import type { Aspect } from '../../src/theme/aspect.js'
import { drawNotes, findUnstable, findWrong, made, openTheme, ours } from './fit-many.js'
import { randomNotes } from './random-notes.js'

// More decks, of another seed: RECAP_DECKS=3000 RECAP_SEED=7 npx vitest run test/browser/property.test.ts
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
/** The slides of a batch of decks, from one on. */
export async function drawDecks(from: number): Promise<string> {
  const decks = sources.slice(from, from + batch).map((_, index) => drawDeck(from + index))
  return (await Promise.all(decks)).join('\n')
}

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

async function look(page: Page, from: number, find: Find): Promise<void> {
  const wrong = await find(page, await drawDecks(from))
  if (wrong.length === 0) return
  const deck = Number(/^d(\d+)-/.exec(wrong[0] ?? '')?.[1] ?? from)
  expect.fail(`${wrong.length} wrong, such as\n${wrong[0]}\n\n${await shrink(page, find, deck)}`)
}

/** Every deck in every theme, ours and those made for the test. */
export function testRandomDecks(aspect: Aspect): void {
  let chrome: Chrome
  beforeAll(async () => {
    chrome = await openChrome({ cacheDir: readEnvironment().cacheDir })
  })
  afterAll(() => chrome?.[Symbol.asyncDispose]())

  describe(`random decks, ${numRuns} of them, in ${aspect}`, () => {
    const patience = 120_000 + numRuns * 1000
    it.each([...ours, ...made])(
      'are well fitted in %s',
      async (theme) => {
        await using open = await openTheme(chrome, theme, aspect)
        for (let from = 0; from < numRuns; from += batch) {
          await look(open.page, from, findWrong)
          if ((from / batch) % batchesPerReload === 0) await look(open.page, from, findUnstable)
        }
      },
      patience,
    )
  })
}

// Random notes in every theme and canvas: nothing is cut off, lost, left alone or too small, and the parts are always the same.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chrome } from '../../src/chrome/chrome.js'
import { openChrome } from '../../src/chrome/connect.js'
import { readEnvironment } from '../../src/config/environment.js'
import {
  type Canvas,
  canvases,
  drawNotes,
  findWrong,
  type OpenTheme,
  openTheme,
  setCanvas,
  themes,
} from '../helpers/fit-many.js'
import { randomNotes } from '../helpers/random-notes.js'

/** How many decks, and from which seed: a night may try more than a pull request. */
const numRuns = Number(process.env['RECAP_DECKS'] ?? 300)
const seed = Number(process.env['RECAP_SEED'] ?? 20261123)
/** Decks in the page at once: many small calls of Chrome take longer than a few large ones. */
const batch = 12

let chrome: Chrome
const open = new Map<string, OpenTheme>()
beforeAll(async () => {
  chrome = await openChrome({ cacheDir: readEnvironment().cacheDir })
  for (const theme of themes) open.set(theme, await openTheme(chrome, theme))
})
afterAll(() => chrome?.[Symbol.asyncDispose]())

type Place = { readonly theme: string; readonly canvas: Canvas }

async function pageOf({ theme, canvas }: Place) {
  const page = open.get(theme)?.page
  if (!page) throw new Error(`There is no page of ${theme}.`)
  await setCanvas(page, canvas)
  return page
}

/** The smallest notes like the ones at `path` with which something is wrong, in words. */
async function shrink(place: Place, path: number): Promise<string> {
  const page = await pageOf(place)
  const property = fc.asyncProperty(randomNotes, async (source) => {
    const wrong = await findWrong(page, await drawNotes(source, ''))
    if (wrong.length > 0) throw new Error(wrong.slice(0, 8).join('\n'))
  })
  const { counterexample, errorInstance } = await fc.check(property, {
    seed,
    path: String(path),
    interruptAfterTimeLimit: 30_000,
    markInterruptAsFailure: false,
  })
  const why = errorInstance instanceof Error ? errorInstance.message : 'Alone it is right.'
  return `${place.theme}, ${place.canvas}, seed ${seed}, deck ${path}\n${why}\n\n${counterexample?.[0] ?? ''}`
}

describe(`${numRuns} random decks`, () => {
  const sources = fc.sample(randomNotes, { seed, numRuns })
  // Every deck in every canvas, the themes in turn.
  const places = Object.keys(canvases).flatMap((canvas, turn) =>
    themes.map((theme, index) => ({ theme, canvas: canvas as Canvas, own: (index + turn) % themes.length })),
  )
  it.each(places)('in $theme, $canvas', async ({ own, ...place }) => {
    const page = await pageOf(place)
    const mine = [...sources.keys()].filter((path) => path % themes.length === own)
    for (let from = 0; from < mine.length; from += batch) {
      const some = mine.slice(from, from + batch)
      const drawn = await Promise.all(some.map((path) => drawNotes(sources[path] ?? '', `d${path}-`)))
      const wrong = await findWrong(page, drawn.join('\n'))
      const first = /^d(\d+)-/.exec(wrong[0] ?? '')?.[1]
      if (wrong.length > 0) console.log(place, wrong.join('\n'))
    }
  })
})

// The three ways a deck is shown, one against the other: the build's own pages, reveal.js's print view, and live.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chrome } from '../../src/chrome/chrome.js'
import { openChrome } from '../../src/chrome/connect.js'
import { type DeckPage, openDeck } from '../../src/chrome/open-deck.js'
import { readPageReport } from '../../src/chrome/page-report.js'
import { readEnvironment } from '../../src/config/environment.js'
import { renderDeck } from '../../src/deck/render.js'
import { printPage } from '../../src/export/print.js'
import { planSlides } from '../../src/slides/plan.js'
import { loadTheme } from '../../src/theme/load.js'
import { example, parseFile } from '../helpers/notes.js'
import { findClipped } from '../helpers/oracle.js'

let chrome: Chrome
const { cacheDir } = readEnvironment()
beforeAll(async () => {
  chrome = await openChrome({ cacheDir })
})
afterAll(() => chrome?.[Symbol.asyncDispose]())

async function htmlOf(file: string): Promise<string> {
  const { notes } = parseFile(file)
  const theme = await loadTheme('paper', '.')
  const deck = await renderDeck(notes, planSlides(notes).slides, theme, { audience: 'shared', cacheDir })
  return deck.html
}

/** The pixels of each page as it would be printed, as PNG: the same pixels give the same bytes. */
async function pictures({ page }: DeckPage, box: string): Promise<readonly string[]> {
  await page.emulateMediaType('print')
  const tops = await page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)].map((found) => found.getBoundingClientRect().top + scrollY),
    box,
  )
  const taken: string[] = []
  for (const top of tops) {
    await page.evaluate((to) => scrollTo({ top: to, behavior: 'instant' }), top)
    taken.push(
      await page.screenshot({ encoding: 'base64', optimizeForSpeed: true, captureBeyondViewport: false }),
    )
  }
  return taken
}

const partsOf = ({ report }: DeckPage) => readPageReport(report).slides
/** What the page itself holds: id and type step of each slide, in order. */
const heldBy = ({ page }: DeckPage) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('section[data-layout]')].map(
      ({ id, dataset }) => `${id} ${dataset['step'] ?? ''}`,
    ),
  )

const layouts = [
  'agenda',
  'cards',
  'closing',
  'code',
  'compare',
  'figure',
  'number',
  'panel',
  'points',
  'quote',
]
const decks = [
  'aigc-summit.md',
  'reliability-day.md',
  ...[...layouts, 'reflection', 'section', 'statement', 'table', 'takeaways', 'title'].map(
    (name) => `layouts/${name}.md`,
  ),
]

describe.each(decks)('examples/%s', (file) => {
  let html: string
  beforeAll(async () => {
    html = await htmlOf(example(file))
  })

  it('is the same picture, page by page, in the build’s print and in a browser’s', async () => {
    await using pages = await openDeck(chrome, html, { mode: 'pages' })
    await using view = await openDeck(chrome, html, { mode: 'print-pdf' })
    const built = await pictures(pages, 'section[data-layout]')
    const viewed = await pictures(view, '.pdf-page')
    expect(built.length).toBe(readPageReport(pages.report).pages)
    expect(new Set(built).size).toBeGreaterThan(1)
    expect(viewed.length).toBe(built.length)
    const ids = await heldBy(pages)
    expect(ids.filter((_, index) => viewed[index] !== built[index])).toEqual([])
  })
})

describe.each(['aigc-summit.md', 'reliability-day.md'])('examples/%s', (file) => {
  let html: string
  beforeAll(async () => {
    html = await htmlOf(example(file))
  })

  it('prints the same, whether or not its pages are laid out for a screen', async () => {
    const printed: string[] = []
    for (const mode of ['pages', 'pages&unseen']) {
      await using open = await openDeck(chrome, html, { mode })
      expect(partsOf(open).length).toBeGreaterThan(1)
      const pdf = Buffer.from(await printPage(open.page)).toString('latin1')
      printed.push(pdf.replaceAll(/\/(?:Creation|Mod)Date \([^)]*\)/g, ''))
    }
    expect(printed[1]).toBe(printed[0])
  })

  it('has the same parts live, in print, in any window, and when it is loaded again', async () => {
    await using pages = await openDeck(chrome, html, { mode: 'pages' })
    const [parts, held] = [partsOf(pages), await heldBy(pages)]
    const windows = [
      [400, 800],
      [640, 360],
      [1920, 1080],
    ]
    for (const [widthPx, heightPx] of windows) {
      for (const mode of ['', 'print-pdf', 'pages']) {
        await using open = await openDeck(chrome, html, { mode, widthPx, heightPx })
        const where = `${mode || 'live'} in ${widthPx}×${heightPx}`
        expect(partsOf(open), where).toEqual(parts)
        expect(await heldBy(open), where).toEqual(held)
        expect(open.errors, where).toEqual([])
      }
    }
  })

  it('clips nothing in the scroll view of a phone', async () => {
    await using phone = await openDeck(chrome, html, { mode: '', widthPx: 400, heightPx: 800 })
    expect(await phone.page.evaluate(() => document.body.className)).toContain('reveal-scroll')
    const unseen = await phone.page.evaluate(() =>
      [...document.querySelectorAll('section[data-layout]')].filter(
        (section) => section.clientHeight !== 720,
      ),
    )
    expect(unseen).toHaveLength(0)
    expect(await findClipped(phone.page)).toEqual([])
  })
})

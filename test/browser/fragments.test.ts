// Points that come one at a time, as reveal.js shows them: which of them come, and that nothing else changes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chrome } from '../../src/chrome/chrome.js'
import { openChrome } from '../../src/chrome/connect.js'
import { type DeckPage, openDeck } from '../../src/chrome/open-deck.js'
import { readEnvironment } from '../../src/config/environment.js'
import { listThemes } from '../../src/theme/find.js'
import { currentSlide, press } from '../helpers/live.js'
import { renderText } from '../helpers/open-text.js'

let chrome: Chrome
beforeAll(async () => {
  chrome = await openChrome({ cacheDir: readEnvironment().cacheDir })
})
afterAll(() => chrome?.[Symbol.asyncDispose]())

const talk = `# Nora
This leads the talk
- First the problem
- Then what we tried (I doubt it was ever tried)
  - a cache
  - a queue
- Then what worked

## Why
- Three reasons
  - Cost
  - Speed

## Field
fields: incidents, alerts, deploys

## Facts
<!-- fragments: off -->
- one
- two
- three

## Rows
| a | b |
|---|---|
| 1 | 2 |

# Panel
Who pays for it?
- Ann: the users do
- Bob: the vendor does
`
const stepping = `---\nfragments: true\nremarks: show\n---\n${talk}`
const plain = `---\nremarks: show\n---\n${talk}`

/** The deck as a reader has it who wants no motion: what comes is there at once. */
async function openLive(html: string): Promise<DeckPage> {
  const open = await openDeck(chrome, html, { mode: '' })
  await open.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
  return open
}

/** What is seen of the slide's lists, line by line; without break marks. */
const seen = ({ page }: DeckPage) =>
  page.evaluate(() => {
    const slide = document.querySelector('section.present:not(.stack)')
    const lines = slide?.querySelectorAll('.unit > p, .unit > .remark, .card > .term, .say, td') ?? []
    return [...lines].flatMap((line) => {
      const box = line.parentElement
      const shown =
        box && getComputedStyle(box).visibility === 'visible' && getComputedStyle(line).opacity === '1'
      return shown ? [line.textContent?.trim() ?? ''] : []
    })
  })
/** Goes through the deck with the space bar → what is seen at each stop, by slide. */
async function goThrough(open: DeckPage) {
  const stops = new Map<string, (readonly string[])[]>()
  for (;;) {
    const id = await currentSlide(open.page)
    stops.set(id, [...(stops.get(id) ?? []), await seen(open)])
    if (await open.page.evaluate('Reveal.isLastSlide()')) return stops
    await open.page.keyboard.press('Space')
  }
}

describe('points one at a time', () => {
  it('come after the heading, each with what stands under it; what the author does not want so comes at once', async () => {
    await using open = await openLive(await renderText(stepping))
    const stops = await goThrough(open)
    const of = (id: string) => stops.get(id)
    const tried = ['Then what we tried', 'I doubt it was ever tried', 'a cache', 'a queue']
    expect(of('nora')).toEqual([[]])
    expect(of('nora-first-the-problem')).toEqual([
      [],
      ['First the problem'],
      ['First the problem', ...tried],
      ['First the problem', ...tried, 'Then what worked'],
    ])
    expect(of('nora-why')).toEqual([
      ['Three reasons'],
      ['Three reasons', 'Cost'],
      ['Three reasons', 'Cost', 'Speed'],
    ])
    expect(of('nora-field')).toEqual([
      [],
      ['incidents'],
      ['incidents', 'alerts'],
      ['incidents', 'alerts', 'deploys'],
    ])
    expect(of('nora-facts')).toEqual([['one', 'two', 'three']])
    expect(of('nora-rows')).toEqual([['1', '2']])
    const [ann, bob] = [
      ['Ann', 'the users do'],
      ['Bob', 'the vendor does'],
    ]
    expect([...stops.values()].at(-2)).toEqual([[], ann, [...ann, ...bob]])
    expect(open.errors).toEqual([])
  })

  it('begin a slide that goes on from the one before', async () => {
    const lines = Array.from(
      { length: 9 },
      (_, at) => `- Model ${at + 1} reads 40 documents in 3 seconds and answers in one`,
    )
    const html = await renderText(`---\nfragments: true\n---\n# Long\n${lines.join('\n')}\n`)
    await using open = await openLive(html)
    const stops = [...(await goThrough(open)).values()].filter((all) => all.length > 1)
    expect(stops.length).toBeGreaterThan(1)
    const counts = stops.map((all) => all.map(({ length }) => length))
    const [first = [], ...others] = counts
    expect(first).toEqual(Array.from({ length: first.length }, (_, at) => at))
    for (const other of others) expect(other).toEqual(Array.from({ length: other.length }, (_, at) => at + 1))
  })

  it('are all there on paper, on a phone, seen from above, and where a window stands in the midst of them', async () => {
    const html = await renderText(stepping)
    const all = async (open: DeckPage) => {
      const hidden = await open.page.$$eval(
        '.slide *',
        (nodes) => nodes.filter((node) => getComputedStyle(node).visibility === 'hidden').length,
      )
      const total = await open.page.$$eval('.unit, .card', (units) => units.length)
      expect(total).toBeGreaterThan(12)
      return hidden
    }
    for (const mode of ['pages', 'print-pdf']) {
      await using open = await openDeck(chrome, html, { mode })
      expect(await all(open), mode).toBe(0)
    }
    await using phone = await openDeck(chrome, html, { mode: '', widthPx: 400, heightPx: 800 })
    expect(await phone.page.$$eval('.scroll-page', (pages) => pages.length)).toBeGreaterThan(5)
    expect(await phone.page.$$('.fragment')).toEqual([])
    await using open = await openLive(html)
    expect(await open.page.$$eval('.fragment:not(.visible)', (steps) => steps.length)).toBeGreaterThan(8)
    await open.page.evaluate('Reveal.toggleOverview(true)')
    const covered = await open.page.$$eval('.fragment', (steps) =>
      steps.flatMap((step) => {
        const { opacity } = getComputedStyle(step)
        return opacity === '1' ? [] : [step.textContent]
      }),
    )
    expect(covered).toEqual([])
    await open.page.evaluate('Reveal.toggleOverview(false); location.hash = "#/nora-field/1"')
    await open.page.waitForFunction('document.querySelectorAll(".present .card.visible").length === 2')
    await open.page.keyboard.press('ArrowRight')
    await open.page.waitForFunction('location.hash === "#/nora-field/2"')
  })

  it('are shown where a search finds a word in them', async () => {
    await using open = await openLive(await renderText(stepping))
    await press(open.page, 'Control', 'Shift', 'F')
    await open.page.waitForSelector('.searchbox', { visible: true })
    await open.page.keyboard.type('alerts')
    await open.page.keyboard.press('Enter')
    expect(await currentSlide(open.page)).toBe('nora-field')
    expect(await seen(open)).toEqual(['incidents', 'alerts'])
  })

  it.each(listThemes())('are drawn in %s as they are without, once they have come', async (theme) => {
    /** Pictures of slides, by id, with all that comes there and with nothing of it. */
    const look = async (source: string, wanted?: readonly string[]) => {
      await using open = await openLive(await renderText(source, { theme }))
      const { page } = open
      await page.evaluate(`Reveal.configure({ controls: false, progress: false, transition: 'none' })`)
      const found = await page.$$eval('section:has(.fragment):not(.stack)', (all) => all.map(({ id }) => id))
      const ids = wanted ?? found
      const pictures: (readonly [string, string])[] = []
      for (const id of ids) {
        const at = (step: number) => `(() => {
          const { h, v } = Reveal.getIndices(document.getElementById('${id}'))
          Reveal.slide(h, v, ${step})
        })()`
        await page.evaluate(at(-1))
        const before = await page.screenshot({ encoding: 'base64' })
        await page.evaluate(at(99))
        pictures.push([before, await page.screenshot({ encoding: 'base64' })])
      }
      return { ids, pictures }
    }
    const { ids, pictures } = await look(stepping)
    expect(ids.length).toBeGreaterThan(3)
    const plainly = (await look(plain, ids)).pictures
    expect(ids.filter((_, at) => pictures[at]?.[1] !== plainly[at]?.[1])).toEqual([])
    // The test can see.
    expect(ids.filter((_, at) => pictures[at]?.[0] === plainly[at]?.[0])).toEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chrome } from '../../src/chrome/chrome.js'
import { openChrome } from '../../src/chrome/connect.js'
import { openDeck } from '../../src/chrome/open-deck.js'
import { readEnvironment } from '../../src/config/environment.js'
import { currentSlide, press } from '../helpers/live.js'
import { renderText } from '../helpers/open-text.js'

let chrome: Chrome
let html: string
beforeAll(async () => {
  chrome = await openChrome({ cacheDir: readEnvironment().cacheDir })
  html = await renderText('# One\nfirst\nsecond\nthird\nfourth\n\n# Two\nfifth\nsixth\nseventh\neighth')
})
afterAll(() => chrome?.[Symbol.asyncDispose]())

async function openLive(size: { widthPx?: number; heightPx?: number } = {}) {
  const open = await openDeck(chrome, html, { mode: '', ...size })
  const { page } = open
  return {
    page,
    /** The box of what is drawn on each slide, in px on the slide, by the slide’s id; the strokes and their colours. */
    ink: () =>
      page.$$eval('section[data-layout]:has(> .ink path)', (sections) =>
        sections.map((section) => ({
          id: section.id,
          strokes: [...section.querySelectorAll<SVGPathElement>('.ink path')].map((path) => {
            const { x, y, width, height } = path.getBBox()
            return { x, y, width, height, color: path.style.fill }
          }),
        })),
      ),
    async drag(from: readonly [number, number], to: readonly [number, number]) {
      await page.mouse.move(...from)
      await page.mouse.down()
      await page.mouse.move(...to, { steps: 8 })
      await page.mouse.up()
    },
    [Symbol.asyncDispose]: () => open[Symbol.asyncDispose](),
  }
}

describe('the pen', () => {
  it('draws where the pointer went, in px of the slide whatever the window’s size', async () => {
    for (const [widthPx, heightPx] of [
      [1280, 720],
      [640, 480],
    ] as const) {
      await using open = await openLive({ widthPx, heightPx })
      const scale = widthPx / 1280
      const top = (heightPx - 720 * scale) / 2
      await open.page.keyboard.press('d')
      await open.drag([200 * scale, top + 300 * scale], [600 * scale, top + 300 * scale])
      const [drawn, ...others] = await open.ink()
      expect(others).toEqual([])
      expect(drawn?.id).toBe(await currentSlide(open.page))
      const [stroke] = drawn?.strokes ?? []
      // Half of the pen’s width on either side.
      expect(Math.abs((stroke?.x ?? 0) - 200)).toBeLessThan(6)
      expect(Math.abs((stroke?.width ?? 0) - 400)).toBeLessThan(12)
      expect(Math.abs((stroke?.y ?? 0) + (stroke?.height ?? 0) / 2 - 300)).toBeLessThan(2)
    }
  })

  it('keeps what is drawn with its slide, takes it back stroke by stroke, and clears that slide alone', async () => {
    await using open = await openLive()
    const { keyboard } = open.page
    const counts = async () => (await open.ink()).map(({ strokes }) => strokes.length)
    await keyboard.press('d')
    await open.drag([100, 100], [300, 200])
    await keyboard.press('2')
    await open.drag([100, 200], [300, 300])
    const [first] = await open.ink()
    expect(first?.strokes.map(({ color }) => color)).toEqual(['var(--c-accent)', 'var(--c-ink)'])
    await keyboard.press('ArrowRight')
    for (const y of [100, 200, 300]) await open.drag([100, y], [300, y])
    expect(await counts()).toEqual([2, 3])
    await keyboard.press('u')
    await press(open.page, 'Control', 'z')
    expect(await counts()).toEqual([2, 1])
    await keyboard.press('Backspace')
    expect(await counts()).toEqual([2])
    await keyboard.press('ArrowLeft')
    await keyboard.press('c')
    expect(await counts()).toEqual([])
  })

  it('gives keys and pointer back on Escape, without the overview', async () => {
    await using open = await openLive()
    await open.page.keyboard.press('d')
    expect(await open.page.$$('.pen')).toHaveLength(1)
    await open.page.keyboard.press('Escape')
    expect(await open.page.$$('.pen')).toEqual([])
    expect(await open.page.evaluate('Reveal.isOverview()')).toBe(false)
    await open.drag([100, 100], [300, 200])
    expect(await open.ink()).toEqual([])
    await open.page.keyboard.press('Escape')
    expect(await open.page.evaluate('Reveal.isOverview()')).toBe(true)
  })

  it('leaves nothing on paper', async () => {
    await using open = await openLive()
    await open.page.keyboard.press('d')
    await open.drag([100, 100], [300, 200])
    await open.page.emulateMediaType('print')
    const shown = await open.page.$$eval('.ink, .pen', (all) =>
      all.map((one) => getComputedStyle(one).display),
    )
    expect(shown).toEqual(['none', 'none'])
  })

  it('draws by touch without turning the page', async () => {
    await using open = await openLive()
    const at = await currentSlide(open.page)
    await open.page.keyboard.press('d')
    const touch = await open.page.touchscreen.touchStart(900, 300)
    for (const x of [700, 500, 300, 100]) await touch.move(x, 300)
    await touch.end()
    expect(await currentSlide(open.page)).toBe(at)
    expect((await open.ink())[0]?.strokes).toHaveLength(1)
  })
})

describe('the laser', () => {
  it('follows the pointer and draws nothing', async () => {
    await using open = await openLive()
    await open.page.keyboard.press('r')
    await open.drag([100, 100], [640, 360])
    const dot = await open.page.$eval(
      '.pen[data-mode="laser"]',
      (pen) => getComputedStyle(pen, '::after').translate,
    )
    expect(dot).toBe('640px 360px')
    expect(await open.ink()).toEqual([])
    await open.page.keyboard.press('r')
    expect(await open.page.$$('.pen')).toEqual([])
  })
})

describe('the help', () => {
  it('lists the keys, and C closes it', async () => {
    await using open = await openLive()
    await press(open.page, 'Shift', '?')
    const rows = await open.page.$$eval('.r-overlay-help td', (cells) =>
      cells.map((cell) => cell.textContent),
    )
    for (const key of ['D', 'R', 'U', 'C', 'Backspace', 'CTRL + Shift + F']) expect(rows).toContain(key)
    expect(rows).toContain('Laser pointer')
    await open.page.keyboard.press('c')
    expect(await open.page.$$('.r-overlay')).toEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chrome } from '../../src/chrome/chrome.js'
import { openChrome } from '../../src/chrome/connect.js'
import { openDeck } from '../../src/chrome/open-deck.js'
import type { Page } from '../../src/chrome/puppeteer.js'
import { readEnvironment } from '../../src/config/environment.js'
import { decodeWoff2, lettersOf } from '../helpers/font-letters.js'
import { currentSlide, press } from '../helpers/live.js'
import { renderText } from '../helpers/open-text.js'

let chrome: Chrome
let html: string
beforeAll(async () => {
  chrome = await openChrome({ cacheDir: readEnvironment().cacheDir })
  const talk = (name: string) => `# ${name}\n${name}的第一点\n第二点\n第三点\n---\n另一页\n还有一点\n再一点`
  html = await renderText(['甲', '乙', '丙', '丁'].map(talk).join('\n\n'))
})
afterAll(() => chrome?.[Symbol.asyncDispose]())

const openLive = () => openDeck(chrome, html, { mode: '' })
const ids = (page: Page) =>
  page.$$eval('section[data-layout]', (sections) => sections.map((section) => section.id))
const ask = (page: Page, question: string) => page.evaluate(`Reveal.${question}()`)

describe('the keys of a built deck', () => {
  it('go through every slide in order, and back', async () => {
    await using open = await openLive()
    const { page } = open
    const all = await ids(page)
    expect(all.length).toBeGreaterThan(8)
    const visited = [await currentSlide(page)]
    for (const _ of all.slice(1)) {
      await page.keyboard.press('Space')
      visited.push(await currentSlide(page))
    }
    expect(visited).toEqual(all)
    for (const key of ['ArrowLeft', 'ArrowUp', 'PageUp', 'p'] as const) await page.keyboard.press(key)
    expect(await currentSlide(page)).toBe(all.at(-5))
    await page.keyboard.press('Home')
    expect(await currentSlide(page)).toBe(all[0])
  })

  it('B blacks out and brings back', async () => {
    await using open = await openLive()
    const { page } = open
    const isBlack = () =>
      page.waitForFunction(() => {
        const black = document.querySelector('.pause-overlay')
        if (!black) return false
        const { visibility, opacity, backgroundColor } = getComputedStyle(black)
        const { width, height } = black.getBoundingClientRect()
        const whole = width >= innerWidth && height >= innerHeight
        return whole && visibility === 'visible' && opacity === '1' && backgroundColor === 'rgb(0, 0, 0)'
      })
    await page.keyboard.press('b')
    expect(await ask(page, 'isPaused')).toBe(true)
    await isBlack()
    const at = await currentSlide(page)
    await page.keyboard.press('ArrowRight')
    expect(await currentSlide(page)).toBe(at)
    await page.keyboard.press('b')
    expect(await ask(page, 'isPaused')).toBe(false)
  })

  it('O shows all slides, small and apart, and Enter goes to the one chosen', async () => {
    await using open = await openLive()
    const { page } = open
    await page.keyboard.press('o')
    expect(await ask(page, 'isOverview')).toBe(true)
    await page.waitForFunction(() => {
      const boxes = [...document.querySelectorAll('section[data-layout]')]
        .map((section) => section.getBoundingClientRect())
        .filter(({ width }) => width > 0)
      const apart = boxes.every((one, index) =>
        boxes
          .slice(index + 1)
          .every(
            (other) =>
              one.right <= other.left ||
              other.right <= one.left ||
              one.bottom <= other.top ||
              other.bottom <= one.top,
          ),
      )
      return boxes.length > 4 && apart && boxes.every(({ width }) => width < innerWidth / 2)
    })
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    expect(await ask(page, 'isOverview')).toBe(false)
    expect(await currentSlide(page)).not.toBe((await ids(page))[0])
  })

  it('G goes to a slide by its number in the deck', async () => {
    await using open = await openLive()
    const { page } = open
    await page.keyboard.press('g')
    await page.waitForSelector('.jump-to-slide-input', { visible: true })
    await page.keyboard.type('7')
    await page.keyboard.press('Enter')
    expect(await currentSlide(page)).toBe((await ids(page))[6])
  })

  it('a click with Ctrl goes close, and another back', async () => {
    await using open = await openLive()
    const { page } = open
    const width = () =>
      page.$eval('section[data-layout].present:not(.stack)', (slide) => slide.getBoundingClientRect().width)
    const before = await width()
    const isLinux = await page.evaluate(() => navigator.platform.includes('Linux'))
    const key = isLinux ? 'Control' : 'Alt'
    await page.keyboard.down(key)
    await page.mouse.click(640, 360)
    await page.waitForFunction(
      (wide) => {
        const slide = document.querySelector('section[data-layout].present:not(.stack)')
        return (slide?.getBoundingClientRect().width ?? 0) > wide * 1.9
      },
      {},
      before,
    )
    await page.mouse.click(640, 360)
    await page.keyboard.up(key)
    await page.waitForFunction(
      (wide) => {
        const slide = document.querySelector('section[data-layout].present:not(.stack)')
        return Math.abs((slide?.getBoundingClientRect().width ?? 0) - wide) < 1
      },
      {},
      before,
    )
  })

  it('? shows the keys there are, readable, and Escape closes them without the overview', async () => {
    await using open = await openLive()
    const { page } = open
    await press(page, 'Shift', '?')
    const rows = await page.$$eval('.r-overlay-help td:first-child', (cells) =>
      cells.map((cell) => cell.textContent),
    )
    expect(rows.length).toBeGreaterThan(8)
    const told = await page.$$eval('.r-overlay-help td:last-child', (cells) =>
      cells.map((cell) => cell.textContent),
    )
    // In the language of the deck.
    expect(told.filter((words) => !/^\p{Script=Han}/u.test(words))).toEqual([])
    // And in letters that came with it.
    const face = await page.$$eval('style', (sheets) => {
      const css = sheets.map(({ textContent }) => textContent).join('')
      return /"recap-noto-serif-sc-500";[^}]*?base64,([^)]+)/.exec(css)?.[1] ?? ''
    })
    const letters = lettersOf(await decodeWoff2(Buffer.from(face, 'base64')))
    const lacking = told
      .join('')
      .match(/\p{Script=Han}/gu)
      ?.filter((letter) => !letters.includes(letter))
    expect(lacking).toEqual([])
    await page.keyboard.press('Escape')
    expect(await page.$$('.r-overlay')).toEqual([])
    expect(await ask(page, 'isOverview')).toBe(false)
  })
})

describe('a built deck under a finger', () => {
  it('turns the page on a swipe', async () => {
    await using open = await openLive()
    const { page } = open
    const all = await ids(page)
    const swipe = async (from: number, to: number) => {
      const touch = await page.touchscreen.touchStart(from, 300)
      for (const part of [0.25, 0.5, 0.75, 1]) await touch.move(from + (to - from) * part, 300)
      await touch.end()
    }
    await swipe(900, 300)
    expect(await currentSlide(page)).toBe(all[1])
    await swipe(300, 900)
    expect(await currentSlide(page)).toBe(all[0])
  })

  it('scrolls on a phone, every slide as wide as the screen', async () => {
    await using open = await openDeck(chrome, html, { mode: '', widthPx: 390, heightPx: 844 })
    const { page } = open
    expect(await ask(page, 'isScrollView')).toBe(true)
    const shown = await page.$$eval('section[data-layout]', (sections) =>
      sections.map((section) => {
        const { width, left } = section.getBoundingClientRect()
        return [Math.round(width), Math.round(left)]
      }),
    )
    expect(shown.length).toBe((await ids(page)).length)
    for (const [width = 0, left = 0] of shown) {
      expect(width).toBeGreaterThan(390 * 0.97)
      expect(Math.abs(2 * left + width - 390)).toBeLessThan(2)
    }
    const scrolls = await page.$eval('.reveal-viewport', (view) => view.scrollHeight > innerHeight * 2)
    expect(scrolls).toBe(true)
    // Under one another, without a screen's room between them.
    const tops = await page.$$eval('section[data-layout]', (all) =>
      all.map((one) => one.getBoundingClientRect().top),
    )
    expect((tops[1] ?? 0) - (tops[0] ?? 0)).toBeLessThan(390 * (9 / 16) * 1.1)
  })
})

describe('who asks for less motion', () => {
  it('sees no transition', async () => {
    await using open = await openLive()
    const { page } = open
    const transition = () => page.evaluate('Reveal.getConfig().transition')
    expect(await transition()).toBe('fade')
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
    await page.reload()
    await page.waitForFunction('window.recapReport')
    expect(await transition()).toBe('none')
    const moving = await page.$$eval(
      '.reveal, .reveal *',
      (all) => all.filter((one) => Number.parseFloat(getComputedStyle(one).transitionDuration) > 0).length,
    )
    expect(moving).toBe(0)
    // The zoom puts its own on the body.
    expect(await page.$eval('body', (body) => getComputedStyle(body).transitionDuration)).toBe('0s')
  })
})

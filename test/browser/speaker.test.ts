import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { currentSlide, press } from '../helpers/live.js'
import { openWindow, present, startBrowser } from '../helpers/present.js'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

const notes = `---
title: 回顾
minutes: 12
---
# 百度
<!-- minutes: 2 -->
重造云计算市场游戏规则
备注：先讲一个故事

HFRL，高速迭代（我不太相信）

# 阿里
第二讲的第一点
第二点
`

/** Opens the speaker's page and waits until its frame shows the deck; `window.later(ms)` moves its clock on. */
async function openSpeaker(url: string): Promise<Page> {
  const page = await browser.newPage()
  await page.setViewport({ width: 1280, height: 800 })
  await page.evaluateOnNewDocument(() => {
    const real = performance.now.bind(performance)
    let offset = 0
    performance.now = () => real() + offset
    Object.assign(window, {
      later(ms: number) {
        offset += ms
      },
    })
  })
  await page.goto(url)
  await page.waitForFunction(() => document.getElementById('count')?.textContent !== '')
  const frame = await (await page.$('#now'))?.contentFrame()
  await frame?.waitForFunction(() => document.documentElement.dataset['live'] === 'on')
  return page
}

const waitFor = (page: Page, id: string, text: string) =>
  page.waitForFunction(
    (name, words) => document.getElementById(name)?.textContent?.includes(words),
    {},
    id,
    text,
  )
const goes = (audience: Page, id: string) =>
  audience.waitForFunction(
    (wanted) => document.querySelector('section.present:not(.stack)')?.id === wanted,
    {},
    id,
  )

describe('the speaker’s page', () => {
  it('opens with S, and its keys drive the audience’s window', async () => {
    await using server = await present(notes)
    const audience = await openWindow(browser, server.url)
    const opened = new Promise<string>((resolve) => {
      browser.once('targetcreated', (target) => resolve(target.url()))
    })
    await audience.keyboard.press('s')
    expect(await opened).toBe(`${server.url}speaker`)

    const speaker = await openSpeaker(`${server.url}speaker`)
    const ids = await audience.$$eval('section[data-layout]', (all) => all.map((section) => section.id))
    await speaker.keyboard.press('ArrowRight')
    await goes(audience, ids[1] ?? '')
    await speaker.keyboard.press('End')
    await goes(audience, ids.at(-1) ?? '')
    await press(speaker, 'Shift', ' ')
    await goes(audience, ids.at(-2) ?? '')
    // And the audience's window drives the speaker's.
    await audience.keyboard.press('Home')
    await waitFor(speaker, 'count', `1 / ${ids.length}`)
    await speaker.keyboard.press('o')
    await audience.waitForFunction('Reveal.isOverview()')
    await speaker.keyboard.press('o')
    await audience.waitForFunction('!Reveal.isOverview()')
    await speaker.keyboard.press('b')
    await audience.waitForFunction('Reveal.isPaused()')
    await waitFor(speaker, 'pace', '屏幕已黑')
    await speaker.keyboard.press('b')
    await audience.waitForFunction('!Reveal.isPaused()')
    await speaker.click('#sections li:last-child button')
    await goes(audience, ids.find((id) => id.startsWith('阿里')) ?? '')
    expect(await currentSlide(audience)).toContain('阿里')
  })

  it('shows notes, and remarks apart from them, which the audience’s window has not', async () => {
    await using server = await present(notes)
    const audience = await openWindow(browser, server.url)
    const speaker = await openSpeaker(`${server.url}speaker`)
    await waitFor(speaker, 'notes', '这一页没有备注')
    await speaker.click('#sections li:first-child button')
    await waitFor(speaker, 'notes', '先讲一个故事')
    expect(await speaker.$eval('#notes aside', (aside) => aside.textContent)).toBe('随想我不太相信')
    expect(await speaker.$$eval('#notes > p', (all) => all.map((one) => one.textContent))).toEqual([
      '先讲一个故事',
    ])
    const html = await audience.content()
    for (const secret of ['不太相信', '一个故事', 'data-minutes'])
      expect(html.replaceAll('<wbr>', '')).not.toContain(secret)
  })

  it('shows the next slide as it will be fitted, and that there is none after the last', async () => {
    await using server = await present(notes)
    const speaker = await openSpeaker(`${server.url}speaker`)
    const [now, next] = await Promise.all(
      ['#now', '#next'].map(async (id) => (await speaker.$(id))?.contentFrame()),
    )
    const look = (section: Element) => {
      const title = section.querySelector('.title, .say, h2')
      const style = title && getComputedStyle(title)
      return [title?.textContent, style?.fontSize, style?.fontFamily, style?.color]
    }
    const coming = await next?.$eval('section', look)
    expect(coming?.[0]).toBeTruthy()
    await speaker.keyboard.press('ArrowRight')
    await waitFor(speaker, 'count', '2 / ')
    expect(await now?.$eval('section.present:not(.stack)', look)).toEqual(coming)
    const box = await speaker.$eval('.next .frame', (frame) => {
      const inner = frame.querySelector('iframe')?.getBoundingClientRect()
      const outer = frame.getBoundingClientRect()
      return inner && [inner.width - outer.width, inner.height - outer.height, outer.width]
    })
    expect(Math.abs(box?.[0] ?? 99)).toBeLessThan(1)
    expect(Math.abs(box?.[1] ?? 99)).toBeLessThan(1)
    expect(box?.[2]).toBeGreaterThan(200)
    await speaker.keyboard.press('End')
    await speaker.waitForSelector('#end', { visible: true })
  })

  it('keeps the time from the first slide on, tells the pace, and all its windows have one timer', async () => {
    await using server = await present(notes)
    const speaker = await openSpeaker(`${server.url}speaker`)
    const other = await openSpeaker(`${server.url}speaker`)
    expect(await speaker.$eval('#time', (time) => time.textContent)).toBe('0:00')
    await speaker.keyboard.press('ArrowRight')
    await speaker.waitForFunction(() => document.body.dataset['running'] === 'true')
    await other.waitForFunction(() => document.body.dataset['running'] === 'true')
    await waitFor(speaker, 'of', '12:00')
    await speaker.evaluate('later(60_000)')
    await waitFor(speaker, 'time', '1:0')
    await waitFor(speaker, 'pace', '正好')
    // Two minutes are planned for this section, ten for the other.
    await waitFor(speaker, 'sections', '/ 2:00')
    await waitFor(speaker, 'sections', '10:00')
    await speaker.evaluate('later(240_000)')
    await waitFor(speaker, 'pace', '慢 3:0')
    expect(await speaker.$eval('#sections .over', (time) => time.textContent)).toMatch(/^5:0\d \/ 2:00$/)
    await speaker.keyboard.press('End')
    await waitFor(speaker, 'pace', '快 ')
    await other.click('#run')
    await speaker.waitForFunction(() => document.body.dataset['running'] === 'false')
    await press(speaker, 'Shift', 'T')
    await waitFor(speaker, 'time', '0:00')
    await other.waitForFunction(() => document.getElementById('time')?.textContent === '0:00')
  })

  it('makes the notes larger and smaller, and remembers', async () => {
    await using server = await present(notes)
    const speaker = await openSpeaker(`${server.url}speaker`)
    const size = (page: Page) =>
      page.$eval('#notes', (text) => Number.parseFloat(getComputedStyle(text).fontSize))
    const before = await size(speaker)
    await speaker.keyboard.press('+')
    await speaker.keyboard.press('+')
    expect(await size(speaker)).toBe(before + 6)
    await speaker.keyboard.press('-')
    expect(await size(speaker)).toBe(before + 3)
    await speaker.reload()
    expect(await size(speaker)).toBe(before + 3)
    await speaker.click('#smaller')
    expect(await size(speaker)).toBe(before)
  })

  it('has all in sight, cut off nowhere, on a laptop, a small screen and a phone', async () => {
    await using server = await present(notes)
    const speaker = await openSpeaker(`${server.url}speaker`)
    for (const [width, height] of [
      [1280, 800],
      [1024, 768],
      [390, 844],
    ] as const) {
      await speaker.setViewport({ width, height })
      const phone = width < 760
      const wanted = [
        '#time',
        '#clock',
        '#run',
        '#now',
        '#next',
        '#notes',
        ...(phone ? ['#back', '#forward'] : ['#sections', '#larger']),
      ]
      const away = await speaker.evaluate(
        (selectors) =>
          selectors.filter((selector) => {
            const box = document.querySelector(selector)?.getBoundingClientRect()
            const inside =
              box &&
              box.left >= 0 &&
              box.top >= 0 &&
              box.right <= innerWidth + 1 &&
              box.bottom <= innerHeight + 1
            return !inside || box.width === 0
          }),
        wanted,
      )
      expect(away, `${width} × ${height}`).toEqual([])
      expect(await speaker.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
  })

  it('hears of new notes as they are saved, on the slide it shows', async () => {
    await using server = await present(notes)
    const speaker = await openSpeaker(`${server.url}speaker`)
    await speaker.keyboard.press('ArrowRight')
    await waitFor(speaker, 'notes', '先讲一个故事')
    await server.save(notes.replace('先讲一个故事', '先讲两个故事').replace('minutes: 12', 'minutes: 30'))
    await waitFor(speaker, 'notes', '先讲两个故事')
    await waitFor(speaker, 'of', '30:00')
    expect(await speaker.$eval('#count', (count) => count.textContent)).toMatch(/^2 /)
  })

  it('is not given to whoever asks without the cookie', async () => {
    await using server = await present(notes)
    const page = await fetch(`${server.url}speaker`, { headers: { Accept: 'text/css' } })
    expect(page.status).toBe(403)
    const json = await fetch(`${server.url}deck.json?for=presenter`)
    expect(json.status).toBe(403)
  })
})

describe('ink', () => {
  it('stays on its slide when the notes are saved, there and elsewhere', async () => {
    await using server = await present(notes)
    const audience = await openWindow(browser, server.url)
    await audience.keyboard.press('ArrowRight')
    await audience.keyboard.press('d')
    await audience.mouse.move(200, 200)
    await audience.mouse.down()
    await audience.mouse.move(500, 400, { steps: 4 })
    await audience.mouse.up()
    const inked = () =>
      audience.$$eval('section:has(> .ink path)', (all) =>
        all.map((section) => [section.id, section.classList.contains('present')]),
      )
    const before = await inked()
    expect(before).toHaveLength(1)
    const shows = (words: string) =>
      audience.waitForFunction((text) => document.body.textContent?.includes(text), {}, words)
    await server.save(notes.replace('第二讲的第一点', '第二讲的新一点'))
    await shows('新一点')
    expect(await inked()).toEqual(before)
    await server.save(notes.replace('游戏规则', '全部规则').replace('第二讲的第一点', '第二讲的新一点'))
    await shows('全部规则')
    await audience.waitForFunction(() => document.querySelector('section:has(> .ink path)'))
    expect(await inked()).toEqual(before)
  })
})

// The speaker's page: it drives the audience's window, says what the notes say, and shows the slide that comes next.
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWindow, present, startBrowser } from '../helpers/present.js'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

const notes = `---\nminutes: 20\n---\n# 百度\n重造云计算市场游戏规则\nHFRL，高速迭代（听着有点虚，回头再查查）\n文心一言的中文理解\n
# 阿里\n第二讲的第一点\n第二点\n第三点\n`

async function openSpeaker(url: string) {
  const page = await browser.newPage()
  await page.setViewport({ width: 1280, height: 800 })
  await page.goto(`${url}speaker`)
  await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true')
  return page
}

describe('the speaker’s page', () => {
  it('moves the audience’s window, and shows what only the speaker may see', async () => {
    await using server = await present(notes)
    const audience = await openWindow(browser, server.url)
    const page = await openSpeaker(server.url)
    expect(await page.title()).toBe('演讲者视图')
    expect(await page.$eval('.pace', (node) => node.textContent)).toBe('还剩 20 分钟')
    const frames = await Promise.all((await page.$$('iframe')).map((one) => one.contentFrame()))
    const said = () => page.$eval('.notes', (node) => node.textContent ?? '')
    while (!(await said()).includes('听着有点虚')) await page.keyboard.press('ArrowRight')
    const here = await frames[0]?.$eval('section.present:not(.stack)', (slide) => slide.id)
    await audience.waitForFunction(
      (id) => document.querySelector('section.present:not(.stack)')?.id === id,
      {},
      here,
    )
    expect(await audience.content()).not.toContain('听着有点虚')
    const next = await frames[0]?.evaluate(() => {
      const slides = [...document.querySelectorAll('section[data-layout]')]
      return slides[slides.findIndex((one) => one.matches('.present')) + 1]?.id
    })
    await frames[1]?.waitForFunction(
      (id) => document.querySelector('section.present:not(.stack)')?.id === id,
      {},
      next,
    )
    expect(await page.$eval('.pause', (node) => node.textContent)).toBe('暂停')
  })

  it('hears of new notes as they are saved', async () => {
    await using server = await present(notes)
    const page = await openSpeaker(server.url)
    await server.save(notes.replace('听着有点虚，回头再查查', '先讲背景，这块我自己也没想明白'))
    const frame = await (await page.$('iframe.now'))?.contentFrame()
    await frame?.waitForFunction(() => document.body.textContent?.includes('先讲背景'))
    while (!(await page.$eval('.notes', (node) => node.textContent ?? '')).includes('先讲背景'))
      await page.keyboard.press('ArrowRight')
  })

  it('is one column with large buttons on a phone', async () => {
    await using server = await present(notes)
    const page = await openSpeaker(server.url)
    await page.setViewport({ width: 390, height: 780 })
    const boxes = await page.$$eval('nav button', (all) =>
      all.map((one) => ({
        width: one.getBoundingClientRect().width,
        bottom: one.getBoundingClientRect().bottom,
      })),
    )
    for (const { width, bottom } of boxes) {
      expect(width).toBeGreaterThan(150)
      expect(bottom).toBeLessThanOrEqual(780)
    }
    await page.click('nav .on')
    await page.waitForFunction(() => document.querySelector('.place')?.textContent?.startsWith('2 /'))
  })

  it('is not given to whoever asks by another name or without the cookie', async () => {
    await using server = await present(notes)
    const page = await fetch(`${server.url}speaker`, { headers: { Accept: 'text/css' } })
    expect(page.status).toBe(403)
    const json = await fetch(`${server.url}deck.json?for=presenter`)
    expect(json.status).toBe(403)
  })
})

// Many windows of one browser on a deck that is presented, and a program that is started anew while they are open.
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWindow, present, startBrowser } from '../helpers/present.js'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

const notes = '# 百度\n重造云计算市场游戏规则\nHFRL，高速迭代\n\n# 阿里\n第二讲的第一点\n第二点\n'

const says = (page: Page, words: string) =>
  page.waitForFunction((text) => document.querySelector('.slides')?.textContent?.includes(text), {}, words)
const shows = (page: Page, id: string) =>
  page.waitForFunction(
    (wanted) => document.querySelector('section.present:not(.stack)')?.id === wanted,
    {},
    id,
  )
const shownId = (page: Page) =>
  page.evaluate(() => document.querySelector('section.present:not(.stack)')?.id ?? '')

describe('many windows of one browser', () => {
  it('are all shown, changed and moved, more than it opens connections to one server', async () => {
    await using server = await present(notes)
    const pages: Page[] = []
    for (let count = 0; count < 9; count++) pages.push(await openWindow(browser, server.url))
    const [first] = pages
    await server.save(`${notes}\n第三点是后来加的\n`)
    await Promise.all(pages.map((page) => says(page, '第三点是后来加的')))
    await first?.keyboard.press('End')
    const last = first ? await shownId(first) : ''
    expect(last).not.toBe('title')
    await Promise.all(pages.map((page) => shows(page, last)))
    // One that comes late is where the others are, and others go on when it leaves.
    const late = await openWindow(browser, server.url)
    await shows(late, last)
    await first?.close()
    await late.keyboard.press('Home')
    await Promise.all(pages.slice(1).map((page) => shows(page, 'title')))
  })
})

describe('windows whose program ends', () => {
  it('come back by themselves when it is started again, at the slide they showed', async () => {
    const before = await present(notes)
    const page = await openWindow(browser, before.url)
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowLeft')
    const here = await shownId(page)
    const { port } = new URL(before.url)
    await page.waitForFunction((id) => decodeURIComponent(location.hash) === `#/${id}`, {}, here)
    await before.stop()
    await using _ = await present(notes.replace('第二点', '第二点换了说法'), { args: ['--port', port] })
    await says(page, '第二点换了说法')
    await shows(page, here)
  })
})

import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWindow, present, startBrowser } from '../helpers/present.js'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

const notes = `# 百度
重造云计算市场游戏规则
HFRL，高速迭代

# 阿里
第二讲的第一点
第二点
`

describe('a deck that is presented', () => {
  it('keeps its windows together', async () => {
    await using server = await present(notes)
    const one = await openWindow(browser, server.url)
    const other = await openWindow(browser, server.url)
    await one.keyboard.press('End')
    await other.waitForFunction(() => location.hash.length > 2)
    const shown = () => document.querySelector('section.present:not(.stack)')?.id
    expect(await other.evaluate(shown)).toBe(await one.evaluate(shown))
  })
})

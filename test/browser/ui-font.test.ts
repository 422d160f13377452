// Machines without a Chinese font: what the pages around a presented deck say comes with its letters.
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeWoff2, lettersOf } from '../helpers/font-letters.js'
import { openPanel } from '../helpers/panel.js'
import { openWindow, present, startBrowser } from '../helpers/present.js'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

const notes = '# 百度\n重造云计算市场游戏规则（麒麟没来）\n第二点\n'

/** The letters of the font that the page gets at that address. */
async function lettersAt(page: Page, address: string): Promise<string> {
  const bytes = await page.evaluate(
    async (url) => [...new Uint8Array(await (await fetch(url)).arrayBuffer())],
    address,
  )
  return lettersOf(await decodeWoff2(Uint8Array.from(bytes)))
}
const chineseIn = (page: Page, selector: string) =>
  page.$$eval(selector, (all) => [
    ...new Set(all.flatMap(({ textContent }) => textContent?.match(/\p{Script=Han}/gu) ?? [])),
  ])

describe('letters of what pages say', () => {
  it('are there for the panel, and hold nothing of the deck', async () => {
    await using server = await present(notes)
    const page = await openWindow(browser, server.url)
    await openPanel(page)
    const said = await chineseIn(page, '.recap-panel')
    expect(said.length).toBeGreaterThan(30)
    const letters = await lettersAt(page, '/ui.woff2')
    expect(said.filter((letter) => !letters.includes(letter))).toEqual([])
    expect(letters).not.toContain('麒')
    expect(await page.evaluate(() => [...document.fonts].map(({ family }) => family))).toContain('recap-ui')
  })

  it('are there for the speaker’s page with all remarks, and for those that are saved while it is open', async () => {
    await using server = await present(notes)
    const page = await browser.newPage()
    await page.goto(new URL('/speaker', server.url).href)
    const loads = (letter: string) =>
      page.waitForFunction(
        (one) => {
          const width = (font: string) => {
            const context = document.createElement('canvas').getContext('2d')
            if (!context) return 0
            context.font = `20px ${font}`
            return context.measureText(one).width
          }
          // A letter that the face has is an em wide, whatever the machine would set it in.
          return [...document.fonts].some(
            ({ family, status }) => family === 'recap-ui' && status === 'loaded',
          )
            ? width('recap-ui, monospace') === 20
            : false
        },
        {},
        letter,
      )
    await loads('麒')
    const all = await lettersAt(page, '/ui.woff2?for=presenter')
    expect(all).toContain('麒')
    expect(all).not.toContain('鹤')
    const said = await chineseIn(page, 'body')
    expect(said.filter((letter) => !all.includes(letter))).toEqual([])
    const asked = page.waitForResponse((response) => response.url().includes('/ui.woff2'))
    await server.save(`${notes}鹤没飞来\n`)
    expect(lettersOf(await decodeWoff2(await (await asked).buffer()))).toContain('鹤')
  })

  it('are none for a deck without Chinese', async () => {
    await using server = await present('# A talk\nOne thing\nAnother thing\n')
    const page = await openWindow(browser, server.url)
    await openPanel(page)
    expect(await page.evaluate(() => [...document.fonts].map(({ family }) => family))).not.toContain(
      'recap-ui',
    )
  })
})

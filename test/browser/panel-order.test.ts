// The panel among answers that are late, in another order, or never come: what was chosen last is what is tried.
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hold } from '../helpers/held-answers.js'
import { choose, openPanel } from '../helpers/panel.js'
import { openWindow, present, startBrowser } from '../helpers/present.js'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

const notes =
  '# 百度\n重造云计算市场游戏规则\nHFRL，高速迭代（其实没听懂）\n\n# 阿里\n第二讲的第一点\n第二点\n'

const triedSays = (page: Page, words: string) =>
  page.waitForFunction((text) => document.querySelector('.panel-tried pre')?.textContent === text, {}, words)

describe('what is chosen in the panel', () => {
  it('is built on what was chosen before, though that is not answered yet', async () => {
    await using server = await present(notes)
    const page = await openWindow(browser, server.url)
    await openPanel(page)
    const posts = await hold(page, '*/look', 'Request')
    await choose(page, 'theme', 'midnight')
    const first = await posts.next()
    await choose(page, 'aspect', '4:3')
    await choose(page, 'remarks', 'show')
    await posts.stop()
    await first.release()
    await triedSays(page, 'theme: midnight\naspect: "4:3"\nremarks: show')
  })

  it('is not lost to an answer that was asked for before it', async () => {
    await using server = await present(notes)
    const page = await openWindow(browser, server.url)
    const other = await openWindow(browser, server.url)
    await openPanel(page)
    await openPanel(other)
    const answers = await hold(page, '*/look', 'Response')
    await choose(other, 'theme', 'midnight')
    // Another window's choice, of which this one hears too late.
    const late = await answers.next()
    expect(late.method).toBe('GET')
    await choose(page, 'aspect', '4:3')
    const own = await answers.next()
    expect([own.method, own.body]).toEqual(['POST', '{"aspect":"4:3"}'])
    await own.release()
    await page.waitForFunction(() => document.documentElement.dataset['aspect'] === '4:3')
    const after = await answers.next()
    expect(after.method).toBe('GET')
    await after.release()
    await triedSays(page, 'aspect: "4:3"')
    await late.release()
    await answers.stop()
    // Whatever came of the late answer has come when a later one is there.
    await page.evaluate(async () => (await fetch('/look')).text())
    await choose(page, 'remarks', 'show')
    await triedSays(page, 'aspect: "4:3"\nremarks: show')
    await triedSays(other, 'aspect: "4:3"\nremarks: show')
  })

  it('is saved as it was chosen last, however soon that is', async () => {
    await using server = await present(notes)
    const page = await openWindow(browser, server.url)
    await openPanel(page)
    await choose(page, 'theme', 'midnight')
    await triedSays(page, 'theme: midnight')
    const posts = await hold(page, '*/look', 'Request')
    await choose(page, 'aspect', '4:3')
    const last = await posts.next()
    await page.click('#panel-save')
    await posts.stop()
    await last.release()
    await page.waitForFunction(
      () => document.querySelector('.recap-panel output')?.textContent === '已写入笔记。',
    )
    expect(await readFile(server.file, 'utf8')).toBe(`---\ntheme: midnight\naspect: "4:3"\n---\n\n${notes}`)
  })

  it('is said to have failed where nobody answers, and the panel shows what the server shows again', async () => {
    await using server = await present(notes)
    const page = await openWindow(browser, server.url)
    await openPanel(page)
    await choose(page, 'theme', 'midnight')
    await triedSays(page, 'theme: midnight')
    const posts = await hold(page, '*/look', 'Request')
    await choose(page, 'aspect', '4:3')
    await (await posts.next()).fail()
    await page.waitForFunction(
      () => document.querySelector('.recap-panel output')?.textContent === '没有成功。',
    )
    // The choice is still marked until the server is asked.
    await (await posts.next()).release()
    await posts.stop()
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[name="look-aspect"]:checked')?.value === '16:9',
    )
    // What failed is not tried with the next.
    await choose(page, 'remarks', 'show')
    await triedSays(page, 'theme: midnight\nremarks: show')
  })

  it('leaves the control that is pressed the element it is when an answer comes', async () => {
    await using server = await present(notes)
    const page = await openWindow(browser, server.url)
    await openPanel(page)
    const box = await page.$eval('label:has(#look-aspect-4\\:3)', (label) => {
      const { x, y, width, height } = label.getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2 }
    })
    await page.mouse.move(box.x, box.y)
    await page.mouse.down()
    await choose(page, 'theme', 'midnight')
    await triedSays(page, 'theme: midnight')
    await page.mouse.up()
    await triedSays(page, 'theme: midnight\naspect: "4:3"')
  })
})

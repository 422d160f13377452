// Points that come one at a time in a deck that is presented: its windows together, kept where they are by a save.
import type { Browser, Frame, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWindow, present, startBrowser } from '../helpers/present.js'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

const notes = `---
fragments: true
agenda: false
---
# 百度
重造云计算市场游戏规则
- HFRL，高速迭代
- 文心一言的中文理解
- 开放下载
- 推理成本降了十倍

# 落地
- 客服先用起来
- 代码其次
- 芯片不够用
`

const where = (page: Page | Frame) =>
  page.evaluate(() => {
    const slide = document.querySelector('section.present:not(.stack)')
    const shown = slide?.querySelectorAll('.fragment.visible') ?? []
    return `${slide?.id} ${shown.length}/${slide?.querySelectorAll('.fragment').length}`
  })
const stands = (page: Page | Frame, place: string) =>
  page.waitForFunction(
    (wanted) => {
      const slide = document.querySelector('section.present:not(.stack)')
      const shown = slide?.querySelectorAll('.fragment.visible') ?? []
      return `${slide?.id} ${shown.length}/${slide?.querySelectorAll('.fragment').length}` === wanted
    },
    {},
    place,
  )
const goTo = (page: Page, place: string) =>
  page.evaluate((name) => {
    location.hash = `#/${name}`
  }, place)
const says = (page: Page, words: string) =>
  page.waitForFunction((text) => document.querySelector('.slides')?.textContent?.includes(text), {}, words)
const first = '百度-hfrl-高速迭代'
const second = '落地'

describe('points one at a time, presented', () => {
  it('come in all windows together, and a window that opens late is where the others are', async () => {
    await using server = await present(notes)
    const one = await openWindow(browser, server.url)
    const other = await openWindow(browser, server.url)
    await goTo(one, first)
    await stands(other, `${first} 0/4`)
    await one.keyboard.press('Space')
    await one.keyboard.press('Space')
    await stands(other, `${first} 2/4`)
    await other.keyboard.press('ArrowLeft')
    await stands(one, `${first} 1/4`)
    await stands(await openWindow(browser, server.url), `${first} 1/4`)
  })

  it('stay as far as they had come when the notes are saved, on the slide that is shown and on those before it', async () => {
    await using server = await present(notes)
    const page = await openWindow(browser, server.url)
    await goTo(page, `${first}/1`)
    await stands(page, `${first} 2/4`)
    await page.$eval('section.present:not(.stack) > :first-child', (head) =>
      Object.assign(head, { known: true }),
    )
    // Another slide changes: this one is not touched.
    await server.save(notes.replace('芯片不够用', '芯片够用了'))
    await says(page, '芯片够用了')
    expect(await where(page)).toBe(`${first} 2/4`)
    const untouched = await page.$eval(
      'section.present:not(.stack) > :first-child',
      (head) => 'known' in head,
    )
    expect(untouched).toBe(true)
    // This one changes, and gets a point more.
    const more = notes.replace('- 开放下载', '- 开放下载了\n- 还有一点')
    await server.save(more)
    await says(page, '还有一点')
    await stands(page, `${first} 2/5`)
    // What was shown changes while a later slide is on: going back, all of it is there.
    await goTo(page, second)
    await stands(page, `${second} 0/3`)
    await server.save(more.replace('还有一点', '还有两点'))
    await says(page, '还有两点')
    expect(await where(page)).toBe(`${second} 0/3`)
    await page.keyboard.press('ArrowLeft')
    await stands(page, `${first} 5/5`)
    // A new theme dresses all slides anew.
    await page.keyboard.press('ArrowLeft')
    await stands(page, `${first} 4/5`)
    await server.save(more.replace('agenda: false', 'agenda: false\ntheme: midnight'))
    await page.waitForFunction(
      () => getComputedStyle(document.documentElement).getPropertyValue('--c-bg').trim() === '#0a0d17',
    )
    await stands(page, `${first} 4/5`)
  })

  it('come at once as soon as the notes say so, and one at a time again', async () => {
    await using server = await present(notes)
    const page = await openWindow(browser, server.url)
    await goTo(page, `${first}/1`)
    await stands(page, `${first} 2/4`)
    await server.save(notes.replace('fragments: true\n', ''))
    await stands(page, `${first} 0/0`)
    await page.keyboard.press('ArrowRight')
    await stands(page, `${second} 0/0`)
    await server.save(notes)
    await stands(page, `${second} 0/3`)
  })

  it('are foreseen on the speaker’s page: the slide with the next one, then the slide that follows', async () => {
    await using server = await present(notes)
    const audience = await openWindow(browser, server.url)
    const page = await browser.newPage()
    await page.setViewport({ width: 1280, height: 800 })
    await page.goto(`${server.url}speaker`)
    await page.waitForFunction(() => document.getElementById('count')?.textContent !== '')
    const next = await (await page.$('#next'))?.contentFrame()
    if (!next) throw new Error('There is no frame.')
    const foreseen = (lines: readonly string[]) =>
      next.waitForFunction(
        (wanted) => {
          const points = [...document.querySelectorAll('.unit > p')]
          const seen = points.filter((point) => getComputedStyle(point).visibility === 'visible')
          return seen.map((point) => point.textContent).join() === wanted
        },
        {},
        lines.join(),
      )
    await goTo(audience, `${first}/1`)
    await foreseen(['HFRL，高速迭代', '文心一言的中文理解', '开放下载'])
    await page.keyboard.press(' ')
    await stands(audience, `${first} 3/4`)
    await page.keyboard.press('ArrowRight')
    await stands(audience, `${first} 4/4`)
    await foreseen(['客服先用起来', '代码其次', '芯片不够用'])
    await page.keyboard.press('ArrowLeft')
    await stands(audience, `${first} 3/4`)
  })
})

// A deck that is presented, as its audience sees it: kept as the notes are, its windows together.
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWindow, present, startBrowser } from '../helpers/present.js'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

const talks = {
  baidu: '# 百度\n重造云计算市场游戏规则\nHFRL，高速迭代\n文心一言的中文理解\n',
  ali: '# 阿里\n第二讲的第一点\n第二点还要再说一遍\n第三点\n',
  zhipu: '# 智谱\n双语千亿模型\n推理成本降了十倍\n开放下载\n',
}
const notes = Object.values(talks).join('\n')

const shownId = (page: Page) => page.evaluate(() => document.querySelector('section.present:not(.stack)')?.id)
const says = (page: Page, words: string) =>
  page.waitForFunction((text) => document.querySelector('.slides')?.textContent?.includes(text), {}, words)
/** Marks what every slide holds, so that it is known again. */
const mark = (page: Page) =>
  page.$$eval('section[data-layout] > :first-child', (heads) => {
    for (const head of heads) Object.assign(head, { known: true })
  })
const unmarked = (page: Page) =>
  page.$$eval('section[data-layout]', (slides) =>
    slides
      .filter((slide) => !('known' in (slide.firstElementChild ?? {})))
      .map((slide) => slide.textContent?.replace(/\s+/g, ' ') ?? ''),
  )
const goTo = async (page: Page, id: string) => {
  await page.evaluate((name) => {
    location.hash = `#/${name}`
  }, id)
  await page.waitForFunction(
    (name) => document.querySelector('section.present:not(.stack)')?.id === name,
    {},
    id,
  )
}
const lastSlide = (page: Page) =>
  page.$$eval('section[data-layout="points"]', (slides) => slides.at(-1)?.id ?? '')

describe('a deck that is presented', () => {
  it('keeps its windows together', async () => {
    await using server = await present(notes)
    const one = await openWindow(browser, server.url)
    const other = await openWindow(browser, server.url)
    await one.keyboard.press('End')
    const last = await shownId(one)
    expect(last).not.toBe('title')
    await other.waitForFunction(
      (id) => document.querySelector('section.present:not(.stack)')?.id === id,
      {},
      last,
    )
  })

  it('changes the slide whose line was saved, and leaves the others the nodes they are, and the one shown', async () => {
    await using server = await present(notes)
    const page = await openWindow(browser, server.url)
    const here = await lastSlide(page)
    await goTo(page, here)
    await mark(page)
    await server.save(notes.replace('第二点还要再说一遍', '第二点改过了'))
    await says(page, '第二点改过了')
    const changed = await unmarked(page)
    expect(changed).toHaveLength(1)
    expect(changed[0]).toContain('第二点改过了')
    expect(await shownId(page)).toBe(here)
  })

  it('goes on with a slide that is called otherwise since its words changed, in its address and for who comes late', async () => {
    const units = Array.from(
      { length: 9 },
      (_, index) => `第 ${index + 1} 条经验先讲场景，再讲数据，最后讲怎么算账`,
    )
    const text = `${talks.baidu}\n## 怎么落地\n${units.join('\n')}\n\n${talks.ali}`
    await using server = await present(text)
    const page = await openWindow(browser, server.url)
    const ids = () => page.$$eval('section[data-layout]', (all) => all.map(({ id }) => id))
    const before = await ids()
    const here = before.find((id) => id.includes('怎么落地')) ?? ''
    await goTo(page, here)
    await page.$eval('section.present:not(.stack)', (slide) => Object.assign(slide, { known: true }))
    await server.save(text.replace('怎么落地', '如何落地'))
    await says(page, '如何落地')
    const now = await shownId(page)
    expect(now).toBe(here.replace('怎么落地', '如何落地'))
    expect(await ids()).toEqual(before.map((id) => id.replace('怎么落地', '如何落地')))
    expect(await page.$eval('section.present:not(.stack)', (slide) => 'known' in slide)).toBe(true)
    await page.waitForFunction((id) => decodeURIComponent(location.hash) === `#/${id}`, {}, now)
    const late = await openWindow(browser, server.url)
    await late.waitForFunction(
      (id) => document.querySelector('section.present:not(.stack)')?.id === id,
      {},
      now,
    )
  })

  it('leaves the parts of a long talk their ids, and every other part as it is', async () => {
    const long = Array.from(
      { length: 16 },
      (_, index) => `第 ${index + 1} 条经验先讲场景，再讲数据，最后讲怎么算账`,
    )
    await using server = await present(`# 商汤\n${long.join('\n')}\n`)
    const page = await openWindow(browser, server.url)
    const ids = () => page.$$eval('section[data-layout]', (all) => all.map(({ id }) => id))
    const before = await ids()
    expect(before.filter((id) => /-2$/.test(id))).not.toEqual([])
    await goTo(page, before.at(-1) ?? '')
    await mark(page)
    await server.save(`# 商汤\n${long.join('\n').replace('第 16 条', '第十六条')}\n`)
    await says(page, '第十六条')
    expect(await ids()).toEqual(before)
    expect(await unmarked(page)).toHaveLength(1)
    expect(await shownId(page)).toBe(before.at(-1))
  })

  it('shows letters no slide had before, follows a slide that moved, and stays in the overview', async () => {
    await using server = await present(notes)
    const page = await openWindow(browser, server.url)
    const here = await lastSlide(page)
    await goTo(page, here)
    await page.keyboard.press('KeyO')
    await page.waitForSelector('.reveal.overview')
    await server.save(`${talks.zhipu}\n${talks.ali}鹤鸣于九皋\n`)
    await says(page, '鹤鸣于九皋')
    expect(await shownId(page)).toBe(here)
    expect(await page.$('.reveal.overview')).not.toBeNull()
    expect(await page.evaluate(() => document.body.textContent?.includes('百度'))).toBe(false)
    expect(await page.evaluate(() => document.fonts.check('30px recap-noto-serif-sc-500', '鹤'))).toBe(true)
  })

  it('sets letters that came later as a deck that began with them does, and leaves the faces it has', async () => {
    const begun = `${notes}\n# 古诗\n诗三百\n一言以蔽之\n`
    const later = `${begun}鹤鸣于九皋，声闻于野\n`
    await using server = await present(begun)
    await using fresh = await present(later)
    const page = await openWindow(browser, server.url)
    const faces = () => page.$eval('style[data-sheet="fonts"]', ({ textContent }) => textContent)
    const before = await faces()
    await server.save(later)
    await says(page, '鹤鸣于九皋')
    expect(await faces()).toBe(before)
    const other = await openWindow(browser, fresh.url)
    const pictures = [page, other].map(async (one) => {
      await goTo(one, await lastSlide(one))
      await one.waitForFunction(() => document.getAnimations().length === 0)
      return Buffer.from(await one.screenshot()).toString('base64')
    })
    const [grown, whole] = await Promise.all(pictures)
    expect(grown).toBe(whole)
  })

  it('paints no frame without letters, or in a new theme with slides that are not fitted to it', async () => {
    await using server = await present(notes)
    const page = await openWindow(browser, server.url)
    await goTo(page, await lastSlide(page))
    // What stands at each frame: faces that are missing, the paper, and how wide the title is.
    await page.evaluate(() => {
      const seen = new Set<string>()
      Object.assign(window, { seen })
      const look = () => {
        const root = getComputedStyle(document.documentElement)
        const missing = [...document.fonts].filter(({ status }) => status !== 'loaded').length
        const size = document.querySelector<HTMLElement>('section.present .body')?.style.cssText
        seen.add(JSON.stringify([missing, root.getPropertyValue('--c-bg').trim(), size]))
        requestAnimationFrame(look)
      }
      look()
    })
    const frames = () => page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen])
    await server.save(`${notes}\n鹤鸣于九皋\n`)
    await says(page, '鹤鸣于九皋')
    await server.save(`---\ntheme: midnight\n---\n${notes}\n鹤鸣于九皋\n`)
    await page.waitForFunction(
      () => getComputedStyle(document.documentElement).getPropertyValue('--c-bg').trim() === '#0a0d17',
    )
    const all = (await frames()).map((one): [number, string, string] => JSON.parse(one))
    expect(all.filter(([missing]) => missing > 0)).toEqual([])
    expect(new Set(all.map(([, bg]) => bg)).size).toBe(2)
    expect(all.filter(([, bg]) => bg === '#0a0d17')).toHaveLength(1)
  })

  it('comes out as a deck that is loaded anew', async () => {
    await using server = await present(notes)
    const page = await openWindow(browser, server.url)
    const more = Array.from({ length: 9 }, (_, index) => `第 ${index + 4} 件事先讲数据，再讲算力和人才`)
    await server.save(`---\ntheme: grid\n---\n${talks.ali}${more.join('\n')}\n\n${notes}`)
    await says(page, '件事先讲数据')
    const fresh = await openWindow(browser, server.url)
    const slides = (one: Page) =>
      one.$$eval('section[data-layout]', (all) =>
        all.map(
          (slide) =>
            `${slide.id} ${slide.textContent} ${slide.querySelector('.body')?.getAttribute('style')}`,
        ),
      )
    expect(await slides(page)).toEqual(await slides(fresh))
  })

  it('keeps the last good deck under what is wrong with the notes, until it is mended', async () => {
    await using server = await present(notes)
    const page = await openWindow(browser, server.url)
    await server.save(`---\ntheme: papr\n---\n${notes}`)
    const overlay = await page.waitForSelector('.recap-overlay')
    const words = await overlay?.evaluate((node) => node.textContent ?? '')
    expect(words).toMatch(/没有这个主题。.*papr/)
    expect(words).toMatch(/paper/)
    expect(await page.$$eval('section[data-layout]', (all) => all.length)).toBeGreaterThan(5)
    // Out of the way of whoever is speaking, until something else is wrong.
    await page.click('.recap-overlay button')
    expect(await page.$('.recap-overlay')).toBeNull()
    await server.save(`---\ntheme: grdi\n---\n${notes}`)
    await page.waitForFunction(() => document.querySelector('.recap-overlay')?.textContent?.includes('grdi'))
    await server.save(`${notes}\n补上的一点\n`)
    await says(page, '补上的一点')
    await page.waitForFunction(() => document.querySelector('.recap-overlay') === null)
  })

  it('begins with broken notes by saying what is wrong, and shows the deck when they are mended', async () => {
    await using server = await present(`---\ntheme: papr\n---\n${notes}`)
    const page = await browser.newPage()
    await page.goto(server.url)
    await page.waitForSelector('.recap-overlay')
    await server.save(notes)
    await page.waitForSelector('section[data-layout="title"]')
  })
})

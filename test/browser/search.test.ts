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
  html = await renderText(
    [
      '# 开场\n今天讲三件事\n先讲历史\n再讲现在',
      '# 模型\n大语言模型的**推理**能力在提升\n成本在下降\n速度在上升\n芯片不够用',
      '# 应用\n客服先用起来\n推理能力决定上限\n代码其次\n// 推理能力是谁说的',
      '# 结尾\n谢谢大家\n下次再见\n不见不散',
    ].join('\n\n'),
    { audience: 'presenter' },
  )
})
afterAll(() => chrome?.[Symbol.asyncDispose]())

async function openSearch() {
  const open = await openDeck(chrome, html, { mode: '' })
  const { page } = open
  await press(page, 'Control', 'Shift', 'F')
  await page.waitForSelector('.searchbox', { visible: true })
  return {
    page,
    said: () => page.$eval('.searchbox output', (output) => output.textContent),
    slide: () => currentSlide(page),
    lit: (name: string) =>
      page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map((range) => range.toString()), name),
    [Symbol.asyncDispose]: () => open[Symbol.asyncDispose](),
  }
}

describe('search in a deck', () => {
  it('finds a word across break marks and the edge of bold letters, and shows where', async () => {
    await using open = await openSearch()
    const { page } = open
    // The text pass has put a break mark into the word, so no text node holds it whole.
    expect(await page.$$eval('.slide wbr', (marks) => marks.length)).toBeGreaterThan(0)
    await page.keyboard.type('模型的推理能力')
    expect(await open.said()).toBe('1')
    await page.keyboard.press('Enter')
    expect(await open.slide()).toContain('模型')
    expect(await open.said()).toBe('1 / 1')
    expect(await open.lit('recap-here')).toEqual(['模型的推理能力'])
    const shown = await page.evaluate(() => {
      const [range] = CSS.highlights.get('recap-here') ?? []
      const box = range?.startContainer.parentElement?.getBoundingClientRect()
      return box && box.width > 0 && box.top >= 0 && box.bottom <= innerHeight
    })
    expect(shown).toBe(true)
  })

  it('goes from match to match and round, with Shift the other way; what only the speaker sees is not searched', async () => {
    await using open = await openSearch()
    const { page } = open
    await page.keyboard.type('推理能力')
    expect(await open.said()).toBe('2')
    expect(await open.lit('recap-found')).toHaveLength(2)
    const visited: string[] = []
    for (const key of ['Enter', 'Enter', 'Enter'] as const) {
      await page.keyboard.press(key)
      visited.push(await open.slide())
    }
    expect(visited[0]).toContain('模型')
    expect(visited[1]).toContain('应用')
    expect(visited[2]).toBe(visited[0])
    await press(page, 'Shift', 'Enter')
    expect(await open.slide()).toBe(visited[1])
  })

  it('changes nothing on the slides; Escape clears it and gives the keys back', async () => {
    await using open = await openSearch()
    const { page } = open
    const slides = () => page.$$eval('.slide', (all) => all.map((slide) => slide.innerHTML).join())
    const before = await slides()
    await page.keyboard.type('推理')
    await page.keyboard.press('Enter')
    expect(await slides()).toBe(before)
    await page.keyboard.press('Escape')
    await page.waitForSelector('.searchbox', { hidden: true })
    expect(await page.evaluate(() => [...CSS.highlights.keys()])).toEqual([])
    const at = await open.slide()
    await page.keyboard.press('ArrowRight')
    expect(await open.slide()).not.toBe(at)
  })

  it('says when there is nothing, in the language of the deck', async () => {
    await using open = await openSearch()
    await open.page.keyboard.type('量子')
    expect(await open.said()).toBe('没有找到')
    await open.page.keyboard.press('Enter')
    expect(await open.lit('recap-found')).toEqual([])
  })
})

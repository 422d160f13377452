// The panel beside a deck that is presented: what is tried is shown, saved in the notes and exported.
import { chmod, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recap } from '../helpers/cli.js'
import { choose, openPanel } from '../helpers/panel.js'
import { readPdf } from '../helpers/pdf.js'
import { openWindow, present, startBrowser } from '../helpers/present.js'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

const notes =
  '# 百度\n重造云计算市场游戏规则\nHFRL，高速迭代（其实没听懂）\n\n# 阿里\n第二讲的第一点\n第二点还要再说一遍\n第三点\n'

const shownId = (page: Page) =>
  page.evaluate(() => document.querySelector('section.present:not(.stack)')?.id ?? '')
const paper = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--c-bg').trim())
const turns = (page: Page, before: string) =>
  page.waitForFunction(
    (old) => getComputedStyle(document.documentElement).getPropertyValue('--c-bg').trim() !== old,
    {},
    before,
  )
const tried = (page: Page) =>
  page.waitForSelector('.panel-tried pre').then((one) => one?.evaluate((node) => node.textContent))

describe('the panel', () => {
  it('tries a look in all windows at the slide they show, and saves it in the notes as it was tried', async () => {
    await using server = await present(notes)
    const page = await openWindow(browser, server.url)
    const other = await openWindow(browser, server.url)
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowLeft')
    const here = await shownId(page)
    const before = await paper(page)
    await openPanel(page)
    await choose(page, 'theme', 'midnight')
    await Promise.all([turns(page, before), turns(other, before)])
    await choose(page, 'aspect', '4:3')
    await page.waitForFunction(() => document.documentElement.dataset['aspect'] === '4:3')
    await choose(page, 'remarks', 'show')
    await page.waitForFunction(() => document.querySelector('.slides')?.textContent?.includes('其实没听懂'))
    await page.waitForFunction(() =>
      document.querySelector('.panel-tried pre')?.textContent?.includes('remarks'),
    )
    expect(await tried(page)).toBe('theme: midnight\naspect: "4:3"\nremarks: show')
    expect(await shownId(page)).toBe(here)
    expect(await readFile(server.file, 'utf8')).toBe(notes)
    await chmod(server.file, 0o640)
    await page.click('#panel-save')
    await page.waitForFunction(
      () => document.querySelector('.recap-panel output')?.textContent === '已写入笔记。',
    )
    expect(await readFile(server.file, 'utf8')).toBe(
      `---\ntheme: midnight\naspect: "4:3"\nremarks: show\n---\n\n${notes}`,
    )
    expect((await stat(server.file)).mode & 0o777).toBe(0o640)
    const shown = await page.$$eval('section[data-layout]', (all) =>
      all.map(({ id, textContent }) => id + textContent),
    )
    const fresh = await openWindow(browser, server.url)
    expect(
      await fresh.$$eval('section[data-layout]', (all) => all.map(({ id, textContent }) => id + textContent)),
    ).toEqual(shown)
    expect(await paper(fresh)).toBe(await paper(page))
    // What is saved is the notes' own again.
    expect(await page.$('.panel-tried pre')).toBeNull()
  })

  it('lays an accent over the theme, takes it back, and says what the notes would say', async () => {
    await using server = await present(notes)
    const page = await openWindow(browser, server.url)
    await openPanel(page)
    await page.$eval('#look-accent', (input) => {
      if (!(input instanceof HTMLInputElement)) return
      input.value = '#0a6e5c'
      input.dispatchEvent(new Event('input', { bubbles: true }))
    })
    expect(await tried(page)).toBe('brand: { accent: "#0a6e5c" }')
    await page.waitForFunction(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--c-accent').includes('#0a6e5c'),
    )
    await page.click('#panel-drop')
    await page.waitForSelector('.panel-tried p')
    expect(await page.$('.panel-tried pre')).toBeNull()
    expect(
      await page.$$eval('#panel-copy, #panel-save', (all) => all.every((one) => one.ariaDisabled === 'true')),
    ).toBe(true)
  })

  it.each([
    ['may', 'ink'],
    ['must not', 'grid'],
    ['cannot', 'midnight'],
  ])('copies what the notes would say, where pages %s use the clipboard', async (how, theme) => {
    await using server = await present(notes)
    const { origin } = new URL(server.url)
    const write = how === 'may' ? (['clipboard-sanitized-write'] as const) : []
    await browser.defaultBrowserContext().overridePermissions(origin, ['clipboard-read', ...write])
    const page = await openWindow(browser, server.url)
    const reader = await openWindow(browser, server.url)
    // A page of another machine than this has no such property.
    if (how === 'cannot')
      await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
    await openPanel(page)
    await choose(page, 'theme', theme)
    await page.waitForSelector('.panel-tried pre')
    await page.bringToFront()
    await page.click('#panel-copy')
    await page.waitForFunction(
      () => document.querySelector('.recap-panel output')?.textContent === '已复制。',
    )
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('panel-copy')
    await reader.bringToFront()
    expect(await reader.evaluate(() => navigator.clipboard.readText())).toBe(`theme: ${theme}`)
  })

  it('is gone through by keys alone, and gives the deck back its keys and its room', async () => {
    await using server = await present(notes)
    const page = await openWindow(browser, server.url)
    const wide = () => page.$eval('.reveal', (deck) => deck.getBoundingClientRect().width)
    const all = await wide()
    await openPanel(page)
    expect(await wide()).toBeLessThan(all)
    await page.waitForFunction(() => document.activeElement?.id === 'look-theme-paper')
    const here = await shownId(page)
    await page.keyboard.press('ArrowUp')
    expect(await tried(page)).toBe('theme: midnight')
    expect(await shownId(page)).toBe(here)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('look-theme-midnight')
    await page.keyboard.press('Escape')
    expect(await page.$('.recap-panel')).toBeNull()
    expect(await wide()).toBe(all)
    await page.keyboard.press('ArrowRight')
    expect(await shownId(page)).not.toBe(here)
  })

  it('names each control for a screen reader, in the language of the deck', async () => {
    for (const [text, words] of [
      [notes, ['面板：样式与导出', '主题', '强调色', '写入笔记', '关闭']],
      [
        '# A talk\nOne thing\nAnother thing\n',
        ['Panel: look and export', 'Theme', 'Accent', 'Save to notes', 'Close'],
      ],
    ] as const) {
      await using server = await present(text)
      const page = await openWindow(browser, server.url)
      await openPanel(page)
      const root = await page.$('.recap-panel')
      const tree = await page.accessibility.snapshot(root ? { root } : {})
      const names: string[] = []
      const unnamed: string[] = []
      const walk = (node: NonNullable<typeof tree>) => {
        if (node.name) names.push(node.name)
        else if (['button', 'radio', 'ColorWell', 'group', 'link'].includes(node.role))
          unnamed.push(node.role)
        for (const child of node.children ?? []) walk(child)
      }
      if (tree) walk(tree)
      expect(unnamed).toEqual([])
      for (const word of words) expect(names).toContain(word)
    }
  })

  it('exports the deck as it is shown, with a link to the file', async () => {
    await using server = await present(notes)
    const page = await openWindow(browser, server.url)
    await openPanel(page)
    await choose(page, 'aspect', '4:3')
    await tried(page)
    await page.click('[data-format="pdf"]')
    await page.waitForFunction(() => document.querySelector('[data-format="html"]')?.ariaDisabled === 'true')
    // What was pressed keeps the focus, so that the next key is not the deck's.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-format'))).toBe('pdf')
    const link = await page.waitForSelector('.panel-formats a[href]', { timeout: 60_000 })
    const bytes = await link?.evaluate(async (one) => {
      const answer = await fetch((one as HTMLAnchorElement).href)
      return [
        answer.headers.get('content-disposition'),
        [...new Uint8Array(await answer.arrayBuffer())],
      ] as const
    })
    expect(bytes?.[0]).toContain('notes.pdf')
    const file = path.join(server.folder, 'out', 'notes.pdf')
    expect(Buffer.from(bytes?.[1] ?? []).equals(await readFile(file))).toBe(true)
    // As `recap build` would make it of notes that say so.
    await recap(['build', 'notes.md', '--aspect', '4:3', '--to', 'pdf', '--out', 'again'], server.folder)
    expect(await readFile(path.join(server.folder, 'again', 'notes.pdf'))).toEqual(await readFile(file))
    const pages = (await readPdf(await readFile(file))).pages
    expect(JSON.stringify(pages)).not.toContain('其实没听懂')
    await page.keyboard.press('Escape')
    expect(await page.$('.recap-panel, .reveal.overview')).toBeNull()
  }, 120_000)

  it('says why it cannot save, and leaves the notes as they were', async () => {
    const text = `---\nbrand: acme.yaml\n---\n${notes}`
    await using server = await present(text, { files: { 'acme.yaml': 'accent: "#123456"\n' } })
    const page = await openWindow(browser, server.url)
    await openPanel(page)
    await page.$eval('#look-accent', (input) => {
      if (!(input instanceof HTMLInputElement)) return
      input.value = '#0a6e5c'
      input.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await tried(page)
    await page.click('#panel-save')
    await page.waitForFunction(() =>
      document.querySelector('.recap-panel output')?.textContent?.includes('acme.yaml'),
    )
    expect(await readFile(server.file, 'utf8')).toBe(text)
  })

  it('tries nothing that is not offered', async () => {
    await using server = await present(notes)
    const page = await openWindow(browser, server.url)
    const statuses = await page.evaluate(async () => {
      const send = async (path: string, body: unknown) =>
        (await fetch(path, { method: 'POST', body: JSON.stringify(body) })).status
      return [
        await send('/look', { theme: '../../etc' }),
        await send('/look', { accent: 'url(http://example.org)' }),
        await send('/look', { theme: 'paper', more: 1 }),
        await send('/look', { aspect: '1:1' }),
        await send('/export', { format: 'exe' }),
        (await fetch('/made/000000000000/notes.md')).status,
        (await fetch('/made/..%2f..%2fetc/passwd')).status,
      ]
    })
    expect(statuses).toEqual([400, 400, 400, 400, 409, 404, 404])
  })
})

// `recap present` among what goes wrong: ports taken, notes that vanish, windows that vanish, a signal.
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import path from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWindow, present, startBrowser } from '../helpers/present.js'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

const notes = '# 百度\n重造云计算市场游戏规则\nHFRL，高速迭代\n\n# 阿里\n第二讲的第一点\n第二点\n'

const overlaySays = (page: Page, words: string) =>
  page.waitForFunction(
    (text) => document.querySelector('.recap-overlay')?.textContent?.includes(text),
    {},
    words,
  )
const isWell = (page: Page, words: string) =>
  page.waitForFunction(
    (text) =>
      document.querySelector('.recap-overlay') === null &&
      document.querySelector('.slides')?.textContent?.includes(text),
    {},
    words,
  )
const answers = async (url: string) => (await fetch(url, { headers: { accept: 'text/html' } })).status

describe('recap present, when something goes wrong', () => {
  it('takes the next port where the one asked for is taken, and says so', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0
    try {
      await using server = await present(notes, { args: ['--port', String(port)] })
      await server.hears(`Port ${port} is in use`)
      expect(Number(new URL(server.url).port)).toBeGreaterThan(port)
      expect(await answers(server.url)).toBe(200)
    } finally {
      other.close()
    }
  })

  it('keeps the last good deck while the notes are gone, a folder, or no text, and goes on when they are back', async () => {
    await using server = await present(notes)
    const page = await openWindow(browser, server.url)
    const spoil: readonly (readonly [string, () => Promise<unknown>])[] = [
      ['notes.md', () => Promise.resolve()],
      ['notes.md', () => mkdir(server.file)],
      ['UTF-8', () => writeFile(server.file, Buffer.from([0xff, 0x00, 0xd8, 0x80, 0xc3, 0x28]))],
    ]
    for (const [index, [words, act]] of spoil.entries()) {
      await rm(server.file, { recursive: true, force: true })
      await act()
      await overlaySays(page, words)
      expect(await page.$$eval('section[data-layout]', (all) => all.length)).toBeGreaterThan(3)
      await rm(server.file, { recursive: true, force: true })
      await server.save(`${notes}\n第 ${index + 1} 次回来\n`)
      await isWell(page, `${index + 1}次回来`)
    }
  })

  it('hears of a burst of saves, by whatever way an editor saves, and shows the last', async () => {
    await using server = await present(notes)
    const page = await openWindow(browser, server.url)
    for (let turn = 0; turn < 30; turn++) {
      const text = `${notes}\n连着存的第 ${turn} 次\n`
      if (turn % 3 === 0) await server.save(text)
      else if (turn % 3 === 1) {
        await server.save(text, 'notes.md.swp')
        await rename(path.join(server.folder, 'notes.md.swp'), server.file)
      } else {
        await rename(server.file, `${server.file}~`)
        await server.save(text)
      }
    }
    await isWell(page, '29次')
  })

  it('names the line of a theme or template that is broken, and goes on when it is mended', async () => {
    const files = {
      'mine/theme.yaml': 'name: mine\nextends: paper\n',
      'mine/layouts/points.hbs': '<p>{{title}}</p>\n',
    }
    await using server = await present(`---\ntheme: ./mine\n---\n${notes}`, { files })
    const page = await openWindow(browser, server.url)
    await server.save('name: mine\nextends: paper\ncolour: {}\n', 'mine/theme.yaml')
    await overlaySays(page, 'theme.yaml:3')
    await server.save('name: mine\nextends: paper\n', 'mine/theme.yaml')
    await isWell(page, '百度')
    await server.save('<p>\n{{#each</p>\n', 'mine/layouts/points.hbs')
    await overlaySays(page, 'points.hbs:')
    await server.save('<p class="mended">{{title}}</p>\n', 'mine/layouts/points.hbs')
    await page.waitForFunction(
      () => document.querySelector('.recap-overlay') === null && document.querySelector('.mended') !== null,
    )
  })

  it('lets windows vanish in the middle of a word, and a hundred tabs come', async () => {
    await using server = await present(notes)
    const page = await openWindow(browser, server.url)
    const cookie = (await page.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const { hostname, port, host } = new URL(server.url)
    const listen = () =>
      new Promise<{ status: number; leave: () => void }>((resolve, reject) => {
        const headers = { host, cookie, accept: 'text/event-stream' }
        const asked = request({ hostname, port, path: '/events', headers }, (answer) => {
          answer.on('error', () => undefined)
          answer.once('data', () => resolve({ status: answer.statusCode ?? 0, leave: () => asked.destroy() }))
          answer.once('end', () => resolve({ status: answer.statusCode ?? 0, leave: () => asked.destroy() }))
        })
        asked.on('error', reject)
        asked.end()
      })
    const tabs = await Promise.all(Array.from({ length: 100 }, listen))
    // Those past the fiftieth are told to stay away, and the deck is served on.
    expect(tabs.filter(({ status }) => status === 200).length).toBe(49)
    expect(tabs.filter(({ status }) => status === 503).length).toBe(51)
    await server.save(`${notes}\n大家都在\n`)
    await isWell(page, '大家都在')
    for (const { leave } of tabs) leave()
    await server.save(`${notes}\n都走了\n`)
    await isWell(page, '都走了')
    expect(await answers(server.url)).toBe(200)
    await expect.poll(async () => (await listen()).status).toBe(200)
  })

  it('ends at a signal, with windows open, and leaves no port behind', async () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      await using server = await present(notes)
      await openWindow(browser, server.url)
      const code = await server.stop(signal)
      expect(code).toBe(signal === 'SIGINT' ? 130 : 143)
      await expect(answers(server.url)).rejects.toThrow()
    }
  })
})

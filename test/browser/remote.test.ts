import { request } from 'node:http'
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWindow, type Presented, present, startBrowser } from '../helpers/present.js'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

const notes =
  '# 百度\n重造云计算市场游戏规则\n备注：先讲一个故事\n\nHFRL，高速迭代\n\n# 阿里\n第二讲的第一点\n第二点\n'
const args = ['--remote', '--host', '127.0.0.1']

/** The newest link for a phone. */
async function readLink(server: Presented): Promise<string> {
  await server.hears('It works once')
  return [...server.said().stderr.matchAll(/http:\S+speaker\?t=\S+/g)].at(-1)?.[0] ?? ''
}

type Asked = { method?: string; headers?: Record<string, string>; body?: string }

/** The status, and the cookie that comes along, for a request written by hand. */
const ask = (address: string, path: string, { method = 'GET', headers = {}, body }: Asked = {}) =>
  new Promise<{ status: number; cookie: string }>((resolve, reject) => {
    const { hostname, port, host } = new URL(address)
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const sent = request(
      { hostname, port, path, method, headers: { host, accept: 'text/html', ...length, ...headers } },
      (answer) => {
        answer.destroy()
        const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
        resolve({ status: answer.statusCode ?? 0, cookie })
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })

const paths = [
  '/',
  '/speaker',
  '/speaker/deck',
  '/speaker.js',
  '/live.js',
  '/deck.json',
  '/events',
  '/timer',
  '/look',
]

describe('recap present --remote', () => {
  it('lets a phone turn the slides by the link it prints', async () => {
    await using server = await present(notes, { args })
    const audience = await openWindow(browser, server.url)
    expect(await audience.evaluate(() => location.search)).toBe('')
    const link = await readLink(server)
    const away = await browser.createBrowserContext()
    const phone = await away.newPage()
    await phone.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true })
    await phone.goto(link)
    await phone.waitForFunction(() => document.getElementById('count')?.textContent !== '')
    // The token is not left where somebody looks over the shoulder.
    expect(await phone.evaluate(() => location.href)).toBe(link.replace(/\?.*/, ''))
    const ids = await audience.$$eval('section[data-layout]', (all) => all.map((section) => section.id))
    const shows = (id = '') =>
      audience.waitForFunction(
        (wanted) => document.querySelector('section.present:not(.stack)')?.id === wanted,
        {},
        id,
      )
    await phone.tap('#forward')
    await shows(ids[1])
    await phone.waitForFunction(() => document.getElementById('notes')?.textContent?.includes('先讲一个故事'))
    await phone.tap('#forward')
    await shows(ids[2])
    await phone.tap('#back')
    await shows(ids[1])
    // It stays in when it is opened anew.
    await phone.reload()
    await phone.waitForFunction(() => document.getElementById('count')?.textContent !== '')
    await away.close()
  })

  it('takes each link once, and prints the next', async () => {
    await using server = await present(notes, { args })
    const first = await readLink(server)
    const { pathname, search } = new URL(first)
    const target = `${pathname}${search}`
    // Those who only look whether there is a page do not spend it.
    expect((await ask(first, target, { method: 'HEAD' })).status).toBe(403)
    expect((await ask(first, target)).status).toBe(200)
    expect((await ask(first, target)).status).toBe(403)
    await server.hears('A phone has joined')
    const second = await readLink(server)
    expect(second).not.toBe(first)
    expect((await ask(second, new URL(second).pathname + new URL(second).search)).status).toBe(200)
  })

  it('refuses all without the token, this machine too, and whoever guesses', async () => {
    await using server = await present(notes, { args })
    const link = await readLink(server)
    const token = new URL(link).searchParams.get('t') ?? ''
    const wrong = [
      '',
      'x',
      token.slice(1),
      `${token}x`,
      `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
      encodeURIComponent('é'.repeat(token.length)),
    ]
    for (const path of paths) {
      expect((await ask(link, path)).status, path).toBe(403)
      for (const guess of wrong) {
        expect((await ask(link, `${path}?t=${guess}`)).status, `${path} ${guess}`).toBe(403)
        const headers = { cookie: `recap-${new URL(link).port}=${guess}` }
        expect((await ask(link, path, { headers })).status, `${path} ${guess}`).toBe(403)
      }
    }
    const body = JSON.stringify({ by: 'x', id: 'title', fragment: -1, overview: false, paused: false })
    expect((await ask(link, '/at', { method: 'POST', body })).status).toBe(403)
    // None of that spent the link, and the server stands.
    expect((await ask(link, `/speaker?t=${token}`)).status).toBe(200)
  })

  it('lets a phone move the deck and nothing else, asked for by its own name from its own pages', async () => {
    await using server = await present(notes, { args })
    const link = await readLink(server)
    const { cookie } = await ask(link, `/speaker${new URL(link).search}`)
    expect(cookie).not.toContain(new URL(link).searchParams.get('t'))
    const body = JSON.stringify({ by: 'x', id: 'title', fragment: -1, overview: false, paused: false })
    const post = (path: string, headers = {}) =>
      ask(link, path, { method: 'POST', body, headers: { cookie, ...headers } }).then(({ status }) => status)
    expect(await post('/at')).toBe(204)
    for (const path of ['/save', '/look', '/look/save', '/export']) expect(await post(path), path).toBe(403)
    for (const path of ['/look', '/made/0123456789ab/notes.pdf', '/export'])
      expect((await ask(link, path, { headers: { cookie } })).status, path).toBe(403)
    expect(await post('/at?x=/timer')).toBe(204)
    for (const headers of [
      { host: 'evil.example' },
      { host: `localhost.evil.example:${new URL(link).port}` },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ])
      expect(await post('/at', headers), JSON.stringify(headers)).toBe(403)
  })

  it('is off unless asked for: bound to this machine, with no link', async () => {
    await using server = await present(notes)
    expect(new URL(server.url).hostname).toBe('127.0.0.1')
    expect(server.url).not.toContain('t=')
    expect(server.said().stderr).not.toContain('speaker?t=')
    expect((await ask(server.url, '/deck.json', { headers: { accept: '*/*' } })).status).toBe(403)
  })

  it('binds to the address on the network, and says so', async () => {
    await using server = await present(notes, { args: ['--remote'] })
    const { hostname } = new URL(server.url)
    expect(hostname).not.toMatch(/^(127\.|0\.0\.0\.0|localhost)/)
    await server.hears(`Bound to ${hostname}`)
    const page = await openWindow(browser, server.url)
    expect(await page.$$('section[data-layout]')).not.toEqual([])
    // It answers at no other address of this machine; another program may, by the same port, which knows nothing of the token.
    const { search } = new URL(server.url)
    const json = { headers: { accept: '*/*' } }
    expect((await ask(server.url, `/deck.json${search}`, json)).status).toBe(200)
    const elsewhere = ask(server.url.replace(hostname, '127.0.0.1'), `/deck.json${search}`, json)
    expect(await elsewhere.then(({ status }) => status).catch(({ code }) => code)).not.toBe(200)
  })
})

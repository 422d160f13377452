// How Chrome is opened and closed: real Chrome, nothing left behind, and a clear error when it cannot be had.

import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openDeck } from '../../src/chrome/open-deck.js'
import { chromeNotFound } from '../../src/chrome/problems.js'
import { fakeChrome, openTestChrome, problemOf, READY, runningInGroup } from './helpers.js'

let temporary = ''

beforeEach(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'recapdeck-test-'))
  vi.stubEnv('TMPDIR', temporary)
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(temporary, { recursive: true, force: true })
})

test('Chrome opens, says what it is, and leaves no process and no file when it is closed', async () => {
  const chrome = await openTestChrome()
  expect(chrome.facts.version).toMatch(/Chrome\/\d+/)
  expect(runningInGroup(chrome.pid).length).toBeGreaterThan(0)
  expect(await readdir(temporary)).toHaveLength(1)
  await chrome.close()
  await chrome.close()
  await vi.waitFor(() => expect(runningInGroup(chrome.pid)).toEqual([]))
  expect(await readdir(temporary)).toEqual([])
})

test('`await using` closes it', async () => {
  let pid: number | undefined
  {
    await using chrome = await openTestChrome()
    pid = chrome.pid
  }
  await vi.waitFor(() => expect(runningInGroup(pid)).toEqual([]))
})

test('killNow ends all of it at once', async () => {
  const chrome = await openTestChrome()
  chrome.killNow()
  await vi.waitFor(() => expect(runningInGroup(chrome.pid)).toEqual([]))
  await chrome.close()
  expect(await readdir(temporary)).toEqual([])
})

test('a Chrome that is stopped, and so never answers, is killed when it is closed', async () => {
  const chrome = await openTestChrome()
  process.kill(Number(chrome.pid), 'SIGSTOP')
  await chrome.close()
  await vi.waitFor(() => expect(runningInGroup(chrome.pid)).toEqual([]))
  expect(await readdir(temporary)).toEqual([])
})

test('who waits for a Chrome that is killed hears that it died', async () => {
  await using chrome = await openTestChrome()
  const { page } = await openDeck(chrome, READY, { mode: '' })
  const endless = chrome.whileAlive(page.evaluate('new Promise((resolve) => { window.held = resolve })'))
  process.kill(Number(chrome.pid), 'SIGKILL')
  const problem = await problemOf(endless)
  expect(problem).toMatchObject({ code: 'chrome/died', blame: 'machine' })
  expect(problem.message).toContain('SIGKILL')
  expect((await problemOf(openDeck(chrome, READY, { mode: '' }))).code).toBe('chrome/died')
})

test('a path the user names and that is not there is an error, not a reason to take another Chrome', async () => {
  const problem = await problemOf(openTestChrome({ chosen: '/nowhere/chrome' }))
  expect(problem).toMatchObject({ code: 'chrome/not-found', blame: 'machine' })
  expect(problem.message).toBe('There is no program at “/nowhere/chrome”, which --chrome names.')
})

test('a program that ends at start is told with its last words, and leaves no file', async () => {
  const chosen = await fakeChrome('echo "no such display" >&2; exit 1')
  const problem = await problemOf(openTestChrome({ chosen }))
  expect(problem).toMatchObject({ code: 'chrome/not-started', blame: 'machine' })
  expect(problem.message).toBe(
    `Chrome at “${chosen}” did not start: it ended with code 1.\n  | no such display`,
  )
  expect((await readdir(temporary)).filter((name) => name.startsWith('recapdeck-chrome-'))).toEqual([])
})

test('a program that talks, but not as Chrome does, is told as such', async () => {
  const chosen = await fakeChrome("printf 'hello\\0' >&4; exec cat >/dev/null")
  const problem = await problemOf(openTestChrome({ chosen }))
  expect(problem.code).toBe('chrome/not-started')
  expect(problem.message).toContain('it said “hello”')
})

test('a file that is no program is told as such', async () => {
  const problem = await problemOf(openTestChrome({ chosen: import.meta.filename }))
  expect(problem.code).toBe('chrome/not-started')
  expect(problem.message).toMatch(/EACCES|not permitted|denied/)
})

test('an address where nobody answers is told as such', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  await new Promise((resolve) => server.close(resolve))
  const problem = await problemOf(openTestChrome({ chosen: `ws://127.0.0.1:${port}/devtools` }))
  expect(problem.code).toBe('chrome/not-started')
  expect(problem.message).toContain('nothing answered there')
})

test('a page of a stopped Chrome can be left, and then Chrome', async () => {
  const chrome = await openTestChrome()
  const deck = await openDeck(chrome, READY, { mode: '' })
  process.kill(Number(chrome.pid), 'SIGSTOP')
  await deck[Symbol.asyncDispose]()
  await chrome.close()
  await vi.waitFor(() => expect(runningInGroup(chrome.pid)).toEqual([]))
}, 20_000)

test('what a killed run left behind is removed at the next start, and what a running one uses is not', async () => {
  const ended = spawnSync('true')
  const host = hostname().replace(/\W/g, '').slice(0, 16)
  const [dead, alive] = [ended.pid, process.pid].map((pid) => `recapdeck-chrome-${host}-${pid}-abcdef`)
  await Promise.all([dead, alive].map((name) => mkdir(join(temporary, name ?? ''))))
  await using chrome = await openTestChrome()
  expect(chrome.browser.connected).toBe(true)
  const left = await readdir(temporary)
  expect(left).not.toContain(dead)
  expect(left).toContain(alive)
})

test('when there is no Chrome, the places looked at and the one command are told', () => {
  const { problem, blame } = chromeNotFound([
    { place: 'the PATH', found: false, note: 'not at /usr/bin/chromium' },
  ])
  expect(blame).toBe('machine')
  expect(problem.code).toBe('chrome/not-found')
  expect(problem.message).toContain('\n  - the PATH: not at /usr/bin/chromium')
  expect(problem.hint).toMatch(
    /^Run: (npm install @sparticuz\/chromium|npx puppeteer browsers install chrome-headless-shell)$/,
  )
})

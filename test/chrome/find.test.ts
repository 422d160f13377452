// Where a Chrome is looked for, in which order, and how the embedded one comes out of its package.

import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { embeddedChrome, unpackEmbedded } from '../../src/chrome/embedded.js'
import { findChrome } from '../../src/chrome/find.js'
import { readTar } from '../../src/chrome/tar.js'
import { problemOf } from './helpers.js'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recapdeck-test-'))
  vi.stubEnv('PUPPETEER_CACHE_DIR', join(folder, 'puppeteer'))
  vi.stubEnv('RECAP_CHROME', '')
  vi.stubEnv('PUPPETEER_EXECUTABLE_PATH', '')
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

async function put(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, '')
  await chmod(path, 0o755)
  return path
}

test('--chrome comes before the environment', async () => {
  vi.stubEnv('RECAP_CHROME', await put(join(folder, 'b')))
  const chosen = await put(join(folder, 'chrome-headless-shell'))
  expect(await findChrome({ chosen, cacheDir: folder })).toMatchObject({
    kind: 'shell',
    path: chosen,
    from: '--chrome',
  })
  expect(await findChrome({ cacheDir: folder })).toMatchObject({ kind: 'chrome', from: 'RECAP_CHROME' })
})

test('an address is to be joined', async () => {
  const found = await findChrome({ chosen: 'http://127.0.0.1:9222', cacheDir: folder })
  expect(found).toMatchObject({ kind: 'remote', path: 'http://127.0.0.1:9222' })
})

test('a variable that names a missing program is an error that names both', async () => {
  vi.stubEnv('RECAP_CHROME', '/nowhere/chrome')
  const problem = await problemOf(findChrome({ cacheDir: folder }))
  expect(problem.code).toBe('chrome/not-found')
  expect(problem.message).toBe('There is no program at “/nowhere/chrome”, which RECAP_CHROME names.')
})

test('of puppeteer’s cache the shell is taken, and of several the newest', async () => {
  const cache = join(folder, 'puppeteer')
  await put(join(cache, 'chrome', 'linux-150.0.1', 'chrome-linux64', 'chrome'))
  const build = (version: string) =>
    join(
      cache,
      'chrome-headless-shell',
      `linux-${version}`,
      'chrome-headless-shell-linux64',
      'chrome-headless-shell',
    )
  await put(build('99.0.1'))
  const newest = await put(build('143.0.7'))
  expect(await findChrome({ cacheDir: folder })).toMatchObject({ kind: 'shell', path: newest })
})

test('without any, the embedded one is found, still packed, and all places are told', async () => {
  const found = await findChrome({ cacheDir: folder })
  expect(found).toMatchObject({ kind: 'embedded', from: 'npm’s @sparticuz/chromium' })
  expect(found.looked.map(({ place, found }) => ({ place, found })).slice(0, 6)).toEqual([
    { place: '--chrome', found: false },
    { place: 'RECAP_CHROME', found: false },
    { place: 'PUPPETEER_EXECUTABLE_PATH', found: false },
    { place: 'puppeteer’s cache, headless shell', found: false },
    { place: 'puppeteer’s cache, Chrome', found: false },
    { place: 'npm’s @sparticuz/chromium', found: true },
  ])
})

test('two that unpack at once both get it whole, and leave nothing half-done', {
  timeout: 60_000,
}, async () => {
  const cacheDir = join(folder, 'cache')
  const chrome = embeddedChrome(cacheDir)
  if (!('path' in chrome)) throw new Error(chrome.lacking)
  await mkdir(join(cacheDir), { recursive: true })
  await Promise.all([unpackEmbedded(chrome), unpackEmbedded(chrome)])
  expect(await readdir(cacheDir)).toEqual(['chrome-143.0.4'])
  expect((await readdir(chrome.folder)).sort()).toEqual(['chromium', 'fonts', 'lib'])
  expect((await stat(chrome.path)).mode & 0o777).toBe(0o755)
  const { mtimeMs } = await stat(chrome.path)
  await unpackEmbedded(chrome)
  expect((await stat(chrome.path)).mtimeMs).toBe(mtimeMs)
})

test('a cache folder that cannot be made is told', async () => {
  const file = await put(join(folder, 'file'))
  const chrome = embeddedChrome(file)
  if (!('path' in chrome)) throw new Error(chrome.lacking)
  const problem = await problemOf(unpackEmbedded(chrome))
  expect(problem).toMatchObject({ code: 'chrome/not-unpacked', blame: 'machine' })
  expect(problem.message).toContain(file)
})

test('an archive that is cut short is refused', () => {
  const header = new Uint8Array(512)
  header.set(new TextEncoder().encode('lib/a.so'))
  header.set(new TextEncoder().encode('00000000777'), 124)
  expect(() => readTar(header)).toThrow('the archive is cut short')
})

// `recap present` run as a user runs it, and a browser that may reach it (the program's own Chrome may reach nothing).
import { spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { openChrome } from '../../src/chrome/connect.js'
import { findChrome } from '../../src/chrome/find.js'
import { readEnvironment } from '../../src/config/environment.js'
import { emptyFolder, programFile } from './cli.js'
import { root } from './notes.js'

/** A browser as the audience has one. */
export async function startBrowser(): Promise<Browser> {
  const { cacheDir } = readEnvironment()
  // Unpacked at the first use.
  await (await openChrome({ cacheDir }))[Symbol.asyncDispose]()
  const found = await findChrome({ cacheDir })
  if (found.kind === 'none') throw new Error('There is no Chrome.')
  return puppeteer.launch({
    executablePath: found.path,
    headless: found.kind === 'chrome' ? true : 'shell',
    args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--disable-dev-shm-usage'],
  })
}

export type Presented = AsyncDisposable & {
  readonly url: string
  readonly folder: string
  readonly file: string
  readonly pid: number
  /** Writes a file of the folder; the notes unless another is named. */
  readonly save: (text: string, name?: string) => Promise<void>
  /** What the program said so far. */
  readonly said: () => { readonly stdout: string; readonly stderr: string }
  /** Settles once stderr or stdout holds it. */
  readonly hears: (words: string) => Promise<void>
  /** Sends Ctrl-C and gives the exit code. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

/** Starts it on notes in a folder of their own; `files` are other files there, by their names. */
export async function present(
  notes: string | Uint8Array,
  {
    args = [],
    files = {},
    env = {},
  }: {
    args?: readonly string[]
    files?: Readonly<Record<string, string>>
    env?: Readonly<Record<string, string>>
  } = {},
): Promise<Presented> {
  const folder = await emptyFolder()
  const file = path.join(folder, 'notes.md')
  const save = async (text: string, name = 'notes.md') => {
    const target = path.join(folder, name)
    await mkdir(path.dirname(target), { recursive: true })
    await writeFile(target, text)
  }
  await writeFile(file, notes)
  for (const [name, text] of Object.entries(files)) await save(text, name)
  const words = [
    programFile,
    'present',
    'notes.md',
    ...(args.includes('--port') ? [] : ['--port', '0']),
    ...args,
  ]
  const child = spawn(process.execPath, words, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  let [stdout, stderr] = ['', '']
  const waiting = new Set<() => void>()
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    for (const look of waiting) look()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
    for (const look of waiting) look()
  })
  const hears = (wanted: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!stdout.includes(wanted) && !stderr.includes(wanted)) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      ended.then((code) => reject(new Error(`recap present ended with ${code}: ${stderr}`)))
      look()
    })
  await hears('http://')
  const stop = (signal: NodeJS.Signals = 'SIGINT') => {
    child.kill(signal)
    return ended
  }
  return {
    url: /http:\S+/.exec(stdout)?.[0] ?? '',
    folder,
    file,
    pid: child.pid ?? 0,
    save,
    said: () => ({ stdout, stderr }),
    hears,
    stop,
    [Symbol.asyncDispose]: async () => {
      await stop('SIGKILL')
    },
  }
}

/** Opens the deck in a window and waits until it is shown and heard the server's first event. */
export async function openWindow(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage()
  await page.setViewport({ width: 1280, height: 720 })
  await page.goto(url)
  await page.waitForFunction(() => document.documentElement.dataset['live'] === 'on')
  return page
}

export const notesFile = (name: string): string => path.join(root, 'examples', name)

// Turns the wishes of flags and environment into one Chrome to use, by looking at an ordered table of places.
// To look in one more place, add a row to PLACES. The only file of this room that reads process.env.

import { access, constants, readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, delimiter, join } from 'node:path'
import { embeddedChrome } from './embedded.js'
import { chosenChromeMissing, type Looked } from './problems.js'

/** `shell` is chrome-headless-shell, which starts in a tenth of the time; `embedded` must be unpacked once. */
export type ChromeKind = 'remote' | 'shell' | 'chrome' | 'embedded'

export type FoundChrome = {
  readonly kind: ChromeKind
  /** A program; for `remote` the address of a running Chrome. */
  readonly path: string
  /** The place it was found in, for people to read. */
  readonly from: string
  readonly looked: readonly Looked[]
}
export type NotFound = { readonly kind: 'none'; readonly looked: readonly Looked[] }

type Question = { readonly chosen: string | undefined; readonly cacheDir: string }
/** `file` must be there for the candidate to count. */
type Candidate = { readonly kind: ChromeKind; readonly path: string; readonly file: string }
type Place = {
  readonly name: string
  /** A place named by the user ends the search: what is wrong with it is an error. */
  readonly binding?: boolean
  /** What to look for there; or why there is nothing to look for. */
  readonly candidates: (question: Question) => Promise<readonly Candidate[] | string>
}

/** In this order: the named one, the fast one, the one that came along, what the machine has. */
const PLACES: readonly Place[] = [
  { name: '--chrome', binding: true, candidates: async ({ chosen }) => named(chosen) },
  fromVariable('RECAP_CHROME'),
  fromVariable('PUPPETEER_EXECUTABLE_PATH'),
  { name: 'puppeteer’s cache, headless shell', candidates: () => puppeteerCache('chrome-headless-shell') },
  { name: 'puppeteer’s cache, Chrome', candidates: () => puppeteerCache('chrome') },
  { name: 'npm’s @sparticuz/chromium', candidates: ({ cacheDir }) => embedded(cacheDir) },
  { name: 'the PATH', candidates: async () => onPath() },
  { name: 'the usual folders', candidates: async () => usual() },
]

/**
 * Finds the Chrome to use. `chosen` is the value of --chrome: a path, or a ws:// or http:// address to join.
 * @throws DeckError `chrome/not-found` when a path named by the user is not there.
 */
export async function findChrome(options: {
  readonly chosen?: string | undefined
  readonly cacheDir: string
}): Promise<FoundChrome | NotFound> {
  const question = { chosen: options.chosen, cacheDir: options.cacheDir }
  const looks = await Promise.all(PLACES.map((place) => lookAt(place, question)))
  const looked = looks.map(({ note, candidate }, at) => ({
    place: PLACES[at]?.name ?? '',
    found: candidate !== undefined,
    note,
  }))
  for (const [at, { candidate, missing }] of looks.entries()) {
    const from = PLACES[at]?.name ?? ''
    if (missing !== undefined && PLACES[at]?.binding) throw chosenChromeMissing(missing, from)
    if (candidate) return { kind: candidate.kind, path: candidate.path, from, looked }
  }
  return { kind: 'none', looked }
}

/** The environment Chrome inherits, before what openChrome sets. */
export function inheritedEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env }
}

type Look = { readonly note: string; readonly candidate?: Candidate; readonly missing?: string }

async function lookAt(place: Place, question: Question): Promise<Look> {
  const candidates = await place.candidates(question)
  if (typeof candidates === 'string') return { note: candidates }
  for (const candidate of candidates) {
    if (candidate.kind === 'remote' || (await isThere(candidate.file))) {
      return { note: candidate.path, candidate }
    }
  }
  const [first] = candidates
  return first === undefined ? { note: 'nothing' } : { note: `not at ${first.file}`, missing: first.file }
}

function isThere(file: string): Promise<boolean> {
  return access(file, constants.R_OK).then(
    () => true,
    () => false,
  )
}

function program(path: string): Candidate {
  return { kind: /headless[-_]shell/i.test(basename(path)) ? 'shell' : 'chrome', path, file: path }
}

function named(value: string | undefined): readonly Candidate[] | string {
  if (value === undefined || value === '') return 'not given'
  return [/^(wss?|https?):\/\//.test(value) ? { kind: 'remote', path: value, file: value } : program(value)]
}

function fromVariable(name: string): Place {
  return { name, binding: true, candidates: async () => named(process.env[name]) }
}

async function embedded(cacheDir: string): Promise<readonly Candidate[] | string> {
  const chrome = embeddedChrome(cacheDir)
  return 'lacking' in chrome ? chrome.lacking : [{ kind: 'embedded', path: chrome.path, file: chrome.packed }]
}

/** Layout of the cache: https://pptr.dev/browsers-api, <cache>/<browser>/<platform>-<build>/<browser>-<platform>/. */
async function puppeteerCache(browser: string): Promise<readonly Candidate[] | string> {
  const folder = join(process.env['PUPPETEER_CACHE_DIR'] ?? join(homedir(), '.cache', 'puppeteer'), browser)
  const builds = await readdir(folder).catch(() => [])
  const newestFirst = builds.toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  const inner = newestFirst.map(async (build) => {
    const names = await readdir(join(folder, build)).catch(() => [])
    return names.map((name) => program(join(folder, build, name, programName(browser))))
  })
  const found = (await Promise.all(inner)).flat()
  return found.length === 0 ? `nothing in ${folder}` : found
}

function programName(browser: string): string {
  if (process.platform === 'win32') return `${browser}.exe`
  if (process.platform !== 'darwin' || browser !== 'chrome') return browser
  return 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'
}

const NAMES = [
  'chrome-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
].concat(['chrome', 'microsoft-edge-stable', 'microsoft-edge', 'brave-browser'])

function onPath(): readonly Candidate[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const names = process.platform === 'win32' ? ['chrome.exe', 'msedge.exe'] : NAMES
  return names.flatMap((name) => folders.map((folder) => program(join(folder, name))))
}

const APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser']
const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'].concat([
  'Microsoft\\Edge\\Application\\msedge.exe',
])
const LINUX = [
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
  '/usr/lib/chromium/chromium',
].concat(['/snap/bin/chromium', '/usr/bin/chromium', '/usr/bin/google-chrome'])

function usual(): readonly Candidate[] {
  if (process.platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      APPS.map((app) => program(`${folder}/${app}.app/Contents/MacOS/${app}`)),
    )
  }
  if (process.platform !== 'win32') return LINUX.map(program)
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name])
  return roots.flatMap((root) => (root ? WINDOWS.map((path) => program(join(root, path))) : []))
}

// What can go wrong between us and Chrome, each as one DeckError whose message and hint a reader can act on.
// All are the machine's to mend (exit 3), none the author's.

import { DeckError } from '../shared/problem.js'

/** One place where a Chrome was looked for, and what was there. */
export type Looked = { readonly place: string; readonly found: boolean; readonly note: string }

const INSTALL_EMBEDDED = 'npm install @sparticuz/chromium'
const INSTALL_SHELL = 'npx puppeteer browsers install chrome-headless-shell'

/** The one command that brings a Chrome to this machine. */
export function howToGetChrome(): string {
  return process.platform === 'linux' && process.arch === 'x64' ? INSTALL_EMBEDDED : INSTALL_SHELL
}

export function chromeNotFound(looked: readonly Looked[]): DeckError {
  const places = looked.map(({ place, note }) => `  - ${place}: ${note}`).join('\n')
  return new DeckError(
    {
      code: 'chrome/not-found',
      message: `There is no Chrome on this machine, and PDF needs one. Places looked:\n${places}`,
      hint: `Run: ${howToGetChrome()}`,
    },
    { blame: 'machine' },
  )
}

export function chosenChromeMissing(path: string, from: string): DeckError {
  return new DeckError(
    {
      code: 'chrome/not-found',
      message: `There is no program at “${path}”, which ${from} names.`,
      hint: `Mend the path, or leave ${from} out: recapdeck then looks for a Chrome itself.`,
    },
    { blame: 'machine' },
  )
}

/** `lastWords`: the last lines of what Chrome wrote to stderr. */
export function chromeNotStarted(path: string, why: string, lastWords: string, cause?: unknown): DeckError {
  const said = lastWords === '' ? '' : `\n${lastWords.replace(/^/gm, '  | ')}`
  return new DeckError(
    {
      code: 'chrome/not-started',
      message: `Chrome at “${path}” did not start: ${why}.${said}`,
      hint: `Name another one with --chrome or RECAP_CHROME, or run: ${howToGetChrome()}`,
    },
    { blame: 'machine', cause },
  )
}

export function chromeNotUnpacked(folder: string, cause: unknown): DeckError {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new DeckError(
    {
      code: 'chrome/not-unpacked',
      message: `The Chrome that comes with recapdeck could not be unpacked into “${folder}”: ${why}`,
      hint: 'It needs 230 MB in a folder that can be written. Set XDG_CACHE_HOME to another one.',
    },
    { blame: 'machine', cause },
  )
}

export function chromeDied(how: string, cause?: unknown): DeckError {
  return new DeckError(
    {
      code: 'chrome/died',
      message: `Chrome ended in the middle of its work: ${how}.`,
      hint: 'Run it again. If it happens each time, the machine may be short of memory: try fewer decks at once.',
    },
    { blame: 'machine', cause },
  )
}

/** `limitMs`: how long was waited. `pageErrors`: what the page's own scripts threw. */
export function pageNotReady(limitMs: number, pageErrors: readonly string[]): DeckError {
  const [first] = pageErrors
  const threw = first === undefined ? '' : ` A script in it threw: ${first}`
  return new DeckError(
    {
      code: 'chrome/page-not-ready',
      message: `The deck’s page was not ready within ${limitMs / 1000} s.${threw}`,
      hint:
        first === undefined
          ? 'Break the longest lines and tables of the notes into several, or try again when the machine has less to do.'
          : 'Look for that script in the theme.',
    },
    { blame: 'machine' },
  )
}

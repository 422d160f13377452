// Turns a found Chrome into an open one: starts the program, or joins a remote one, and connects puppeteer to it.
// Not by puppeteer's own launch(): that takes 80 ms more to load, and cannot say why a program did not start.

import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { Chrome, type ChromeFacts } from './chrome.js'
import { embeddedChrome, unpackEmbedded } from './embedded.js'
import { type FoundChrome, findChrome } from './find.js'
import { chromeFlags } from './flags.js'
import { shakeHands } from './handshake.js'
import { sweepDeadFolders } from './own-folder.js'
import { chromeNotFound, chromeNotStarted } from './problems.js'
import type { Browser } from './puppeteer.js'
import { connecting, loadPuppeteer } from './puppeteer.js'
import { makeRunFolder } from './run-folder.js'
import { killGroup, startProgram, type Way, waysToStart } from './start.js'

export type OpenOptions = {
  /** A path, or a ws:// or http:// address of a Chrome to join: the value of --chrome. */
  readonly chosen?: string | undefined
  /** Where the embedded Chrome is unpacked, such as ~/.cache/recapdeck. */
  readonly cacheDir: string
  /** Told in a line what the user should know: that Chrome is unpacked, that it runs without sandbox. */
  readonly say?: ((line: string) => void) | undefined
  /** Told when it is under way (started, being unpacked, asked for at its address) and gets on by itself; maybe twice. */
  readonly onUnderWay?: (() => void) | undefined
  /** Lets Chrome take the machine's fonts where the deck's lack a letter. Off, all Linux machines print alike. */
  readonly systemFonts?: boolean | undefined
  /** The ways to start it, in order; all that this machine may allow unless told otherwise. */
  readonly ways?: readonly Way[] | undefined
}

/**
 * Finds a Chrome and opens it.
 * @throws DeckError `chrome/not-found`, `chrome/not-unpacked`, `chrome/not-started`
 */
export async function openChrome(options: OpenOptions): Promise<Chrome> {
  const found = await findChrome(options)
  if (found.kind === 'none') throw chromeNotFound(found.looked)
  if (found.kind === 'remote') {
    options.onUnderWay?.()
    return joinRemote(found)
  }
  const embedded = embeddedChrome(options.cacheDir)
  if (found.kind === 'embedded' && 'path' in embedded) {
    await unpackEmbedded(embedded, (line) => {
      options.onUnderWay?.()
      options.say?.(line)
    })
  }
  for (const way of options.ways ?? waysToStart()) {
    const opened = await launch(found, way, options)
    if (!(opened instanceof Chrome)) continue
    if (!way.sandboxed) options.say?.('Chrome runs without its sandbox: this machine does not allow it one.')
    return opened
  }
  throw chromeNotStarted(found.path, 'there is no way to start it here', '')
}

async function joinRemote(found: FoundChrome): Promise<Chrome> {
  const since = performance.now()
  const address = found.path.startsWith('ws') ? { browserWSEndpoint: found.path } : { browserURL: found.path }
  try {
    const { connect } = await loadPuppeteer()
    const browser = await connect({ ...address, ...connecting })
    // Whoever runs it decides about its sandbox; there is no asking.
    return new Chrome(browser, await factsOf(found, browser, since, { sandboxed: true, offline: false }))
  } catch (error) {
    throw chromeNotStarted(found.path, 'nothing answered there', '', error)
  }
}

/** Opens Chrome in one way; gives back undefined when it did not start and the next way is worth trying. */
async function launch(found: FoundChrome, way: Way, options: OpenOptions): Promise<Chrome | undefined> {
  const since = performance.now()
  const run = await makeRunFolder(found.kind, options)
  const started = startProgram(way, found.path, chromeFlags(found.kind, run.profile), run.environment)
  options.onUnderWay?.()
  const kill = () => killGroup(started.child)
  try {
    // Those of runs that were killed, while it starts.
    const [browser] = await Promise.all([shakeHands(started), sweepDeadFolders(tmpdir(), 'chrome')])
    const facts = await factsOf(found, browser, since, way)
    return new Chrome(browser, facts, {
      pid: started.child.pid,
      kill,
      ended: started.ended,
      folder: run.folder,
    })
  } catch (error) {
    const endedByItself = started.hasEnded()
    kill()
    await started.ended
    await rm(run.folder, { recursive: true, force: true })
    if (endedByItself && way.goOnAfter(started.lastWords())) return undefined
    const why = error instanceof Error ? error.message : String(error)
    throw chromeNotStarted(found.path, why, started.lastWords(), error)
  }
}

async function factsOf(
  { kind, path, from }: FoundChrome,
  browser: Browser,
  since: number,
  { sandboxed, offline }: Pick<Way, 'sandboxed' | 'offline'>,
): Promise<ChromeFacts> {
  const version = await browser.version()
  return { kind, path, from, version, sandboxed, offline, startMs: performance.now() - since }
}

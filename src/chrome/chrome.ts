// The one shared browser: opened once by openChrome, given to whoever prints, always closed.
// Its two promises: it never outlives us, and when it dies early everybody waiting for it hears so at once.

import { rmSync } from 'node:fs'
import type { ChromeKind } from './find.js'
import { chromeDied } from './problems.js'
import type { Browser, Page } from './puppeteer.js'

/** How long a page may take to close. */
const CLOSE_MS = 2000

/** As in flags.ts: nothing listens there. */
const NO_NETWORK = { proxyServer: 'http://127.0.0.1:9', proxyBypassList: ['<-loopback>'] }

export type ChromeFacts = {
  readonly kind: ChromeKind
  /** The program, or for `remote` its address. */
  readonly path: string
  /** The place it was found in. */
  readonly from: string
  /** Such as `HeadlessChrome/143.0.7499.0`. */
  readonly version: string
  /** Whether Chrome's own sandbox stands; to be told to the user when it does not. */
  readonly sandboxed: boolean
  /** Whether the operating system gives it no network at all. */
  readonly offline: boolean
  readonly startMs: number
}

/** The process behind a launched Chrome; a joined one has none. */
export type ChromeProcess = {
  readonly pid: number | undefined
  readonly kill: () => void
  /** Settles when it has ended, and tells how. */
  readonly ended: Promise<string>
  /** Temporary files of this run, removed with it. */
  readonly folder: string
}

export class Chrome implements AsyncDisposable {
  readonly facts: ChromeFacts
  /** Puppeteer's browser. Await what comes from it through `whileAlive`. */
  readonly browser: Browser
  readonly pid: number | undefined
  readonly #process: ChromeProcess | undefined
  readonly #death: Promise<never>
  #die: (how: string) => void = () => {}
  #closing: Promise<void> | undefined

  constructor(browser: Browser, facts: ChromeFacts, chromeProcess?: ChromeProcess) {
    this.browser = browser
    this.facts = facts
    this.pid = chromeProcess?.pid
    this.#process = chromeProcess
    this.#death = new Promise((_, reject) => {
      this.#die = (how) => reject(chromeDied(how))
    })
    this.#death.catch(() => {})
    const lost = chromeProcess?.ended ?? Promise.resolve('the connection was lost')
    browser.once('disconnected', () => lost.then(this.#die))
    process.once('exit', this.killNow)
  }

  /**
   * Waits for `work`, which is something Chrome does.
   * @throws DeckError `chrome/died` as soon as Chrome is gone; else whatever `work` throws.
   */
  async whileAlive<T>(work: Promise<T>): Promise<T> {
    try {
      return await Promise.race([work, this.#death])
    } catch (error) {
      if (this.browser.connected) throw error
      // Puppeteer tells waiting work first, and only then that the browser is gone.
      return this.#death
    }
  }

  /** Opens an empty page. A joined Chrome was not started with our flags: there the page gets the dead proxy by itself. */
  async newPage(): Promise<AsyncDisposable & { readonly page: Page }> {
    const context = this.#process ? undefined : await this.browser.createBrowserContext(NO_NETWORK)
    const page = await (context ?? this.browser).newPage()
    const close = () => (context ?? page).close().catch(() => {})
    return {
      page,
      [Symbol.asyncDispose]: () => Promise.race([close(), this.#death.catch(() => {}), atMost()]),
    }
  }

  /** Ends Chrome and removes its files. May be called twice. Never throws. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  /** Kills Chrome's process group at once, without waiting: for signal handlers and the end of the process. */
  readonly killNow = (): void => {
    process.off('exit', this.killNow)
    if (!this.#process) return
    this.#process.kill()
    try {
      rmSync(this.#process.folder, { recursive: true, force: true, maxRetries: 3 })
    } catch {
      // What a dying process still held is swept at the next start.
    }
  }

  async #close(): Promise<void> {
    if (!this.#process) {
      await this.browser.disconnect().catch(() => {})
      return this.#die('it was left')
    }
    // Asked politely it takes a tenth of a second to put in order what is removed with it.
    this.#process.kill()
    await this.#process.ended
    this.killNow()
  }
}

/** Settles after the time a page may take to close; does not keep Node running. */
function atMost(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, CLOSE_MS).unref()
  })
}

// Turns a deck's HTML into an open page in Chrome that has finished fitting, with the report it made of itself.
// The page lives at an address that does not exist and whose only content is that HTML; all else is refused.

import type { Chrome } from './chrome.js'
import { chromeDied, pageNotReady } from './problems.js'
import type { CDPSession, Page } from './puppeteer.js'

/** RFC 2606 promises that .invalid never resolves. https makes it a secure context, as a deck on the web is. */
export const ORIGIN = 'https://deck.invalid/'
/** A minute, and a second for each 20,000 letters: ten thousand slides are fitted in some minutes; this only ends what hangs. */
const limitFor = (html: string) => 60_000 + 1000 * Math.round(html.length / 20_000)
/** After one of its scripts has thrown, a page that can still finish does so soon. */
const AFTER_ERROR_MS = 2_000

export type OpenDeckOptions = {
  /** The query of the address, such as `print-pdf`; the page's script reads it. */
  readonly mode: string
  /** How long loading and fitting may take; unless told otherwise a minute, and more for long decks. */
  readonly waitMs?: number | undefined
  readonly widthPx?: number | undefined
  readonly heightPx?: number | undefined
}

export type DeckPage = AsyncDisposable & {
  readonly page: Page
  /** What the page set as `window.recapReport`; not checked yet. */
  readonly report: unknown
  /** Addresses the page asked for and did not get. Grows while the page is open. */
  readonly refused: readonly string[]
  /** What its scripts threw and wrote to console.error. Grows while the page is open. */
  readonly errors: readonly string[]
}

/**
 * Opens the HTML in a new page and waits until the page has set `window.recapReport`. HTML that is still being made may
 * be promised: the page is got ready meanwhile.
 * @throws whatever making the HTML throws; DeckError `chrome/page-not-ready`, `chrome/died`
 */
export async function openDeck(
  chrome: Chrome,
  html: string | Promise<string>,
  options: OpenDeckOptions,
): Promise<DeckPage> {
  const opened = await chrome.whileAlive(chrome.newPage())
  const { page } = opened
  try {
    const refused: string[] = []
    const errors: string[] = []
    const report = await chrome.whileAlive(show(page, html, options, refused, errors))
    return { page, report, refused, errors, [Symbol.asyncDispose]: opened[Symbol.asyncDispose] }
  } catch (error) {
    await opened[Symbol.asyncDispose]()
    throw error
  }
}

async function show(
  page: Page,
  html: string | Promise<string>,
  { mode, waitMs, widthPx = 1280, heightPx = 720 }: OpenDeckOptions,
  refused: string[],
  errors: string[],
): Promise<unknown> {
  const session = await page.createCDPSession()
  // As Chrome will write it: with what is special in an address encoded.
  const address = new URL(mode === '' ? ORIGIN : `${ORIGIN}?${mode}`).href
  const made = Promise.resolve(html)
  const report = awaitReport(
    page,
    session,
    made.then((ready) => waitMs ?? limitFor(ready)),
    errors,
  )
  const shown = Promise.all([
    page.setViewport({ width: widthPx, height: heightPx }),
    made.then((ready) => serveOnly(session, address, ready, refused)),
    session.send('Runtime.enable'),
    session.send('Runtime.addBinding', { name: BINDING }),
    page.evaluateOnNewDocument(TELL_WHEN_SET),
  ]).then(() => session.send('Page.navigate', { url: address }))
  // The report first in the race: its time limit covers the showing as well.
  return Promise.race([report, shown.then(() => report)])
}

/** Answers the one address with the HTML, and refuses every other request. data: addresses never come by here. */
async function serveOnly(
  session: CDPSession,
  address: string,
  html: string,
  refused: string[],
): Promise<void> {
  const body = Buffer.from(html).toString('base64')
  const responseHeaders = [{ name: 'content-type', value: 'text/html; charset=utf-8' }]
  session.on('Fetch.requestPaused', ({ requestId, request }) => {
    const isDeck = request.url === address
    // Full Chrome asks for it unbidden.
    if (!isDeck && request.url !== `${ORIGIN}favicon.ico`) refused.push(request.url)
    const answer = isDeck
      ? session.send('Fetch.fulfillRequest', { requestId, responseCode: 200, responseHeaders, body })
      : session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
    // Fails only when the page is gone meanwhile.
    answer.catch(() => {})
  })
  session.on('Network.webSocketCreated', ({ url }) => refused.push(url))
  await Promise.all([session.send('Fetch.enable', {}), session.send('Network.enable', {})])
}

const BINDING = '__recapReady'

/** Calls the binding when the page sets its report: no asking again and again. */
const TELL_WHEN_SET = `if (window === window.top) {
  const tell = window.${BINDING}
  let report
  Object.defineProperty(window, 'recapReport', {
    get: () => report,
    set(value) { report = value; tell(JSON.stringify(value ?? null)) },
  })
}`

/** `limit`: how long to wait from when it is known, ms. */
function awaitReport(
  page: Page,
  session: CDPSession,
  limit: Promise<number>,
  errors: string[],
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const thrown: string[] = []
    let timer: NodeJS.Timeout | undefined
    let until = Number.POSITIVE_INFINITY
    let giveUp = () => {}
    limit.then((waitMs) => {
      giveUp = () => reject(pageNotReady(waitMs, thrown))
      until = performance.now() + waitMs
      // Not to keep Node running when Chrome dies before the time is up.
      timer = setTimeout(giveUp, waitMs).unref()
    }, reject)
    const settle = (then: () => void) => {
      clearTimeout(timer)
      then()
    }
    session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === BINDING) settle(() => resolve(JSON.parse(payload)))
    })
    page.on('pageerror', (error) => {
      const message = error instanceof Error ? error.message : String(error)
      thrown.push(message)
      errors.push(message)
      clearTimeout(timer)
      timer = setTimeout(giveUp, Math.max(0, Math.min(AFTER_ERROR_MS, until - performance.now()))).unref()
    })
    page.on('console', (message) => {
      // What was refused is told by address, in `refused`.
      const ofNetwork = message.text().startsWith('Failed to load resource')
      if (message.type() === 'error' && !ofNetwork) errors.push(message.text())
    })
    page.once('error', (error) => settle(() => reject(chromeDied('the deck’s page crashed', error))))
    page.once('close', () => settle(() => reject(chromeDied('the deck’s page was closed'))))
  })
}

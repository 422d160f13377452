// The part of puppeteer this room stands on, and its types for those who print.
// Loaded late, because it is slow: `puppeteer` 150–200 ms, `puppeteer-core` 130–180 ms, and this entry of it, which can
// connect but not launch, 70–90 ms (Node 20, 2 cores). Chrome starts meanwhile.

export type { Browser, CDPSession, ConnectionTransport, Page } from 'puppeteer-core/internal/index-browser.js'

/** Of requests we hear in open-deck.ts: told to puppeteer too, each face of a deck would come by twice more, as its address. */
export const connecting = { defaultViewport: null, networkEnabled: false, issuesEnabled: false } as const

export function loadPuppeteer(): Promise<typeof import('puppeteer-core/internal/puppeteer-core-browser.js')> {
  return import('puppeteer-core/internal/puppeteer-core-browser.js')
}

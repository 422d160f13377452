// Turns a started program into puppeteer's browser, or into an error whose message says why it is none.

import { openPipe } from './pipe.js'
import type { Browser } from './puppeteer.js'
import { connecting, loadPuppeteer } from './puppeteer.js'
import type { Started } from './start.js'

/** A shell build starts in 0.1 s and full Chrome in 2 s; a loaded CI machine may need ten times that. */
const START_LIMIT_MS = 20_000

/** @throws Error with a message that completes the sentence “Chrome did not start: …” */
export async function shakeHands(started: Started): Promise<Browser> {
  let giveUp: (why: string) => void = () => {}
  const failed = new Promise<never>((_, reject) => {
    giveUp = (why) => reject(new Error(why))
  })
  const timer = setTimeout(
    () => giveUp(`it did not answer within ${START_LIMIT_MS / 1000} s`),
    START_LIMIT_MS,
  )
  started.ended.then(giveUp)
  const transport = openPipe(started.toChrome, started.fromChrome, (sample) =>
    giveUp(`it does not speak Chrome’s protocol; it said “${sample}”`),
  )
  const connected = loadPuppeteer().then(({ connect }) => connect({ transport, ...connecting }))
  try {
    // When the pipe closes puppeteer only says “Target closed”; how the program ended says more.
    return await Promise.race([connected.catch(() => failed), failed])
  } finally {
    clearTimeout(timer)
  }
}

// A page's requests → held before they are sent, or their answers before the page has them, until a test lets them go.
import type { Page } from 'puppeteer-core'

export type Held = {
  readonly method: string
  readonly body: string
  readonly release: () => Promise<unknown>
  readonly fail: () => Promise<unknown>
}

export type HeldAnswers = {
  /** The next that is held; waits for it. */
  readonly next: () => Promise<Held>
  /** Holds nothing any more. */
  readonly stop: () => Promise<unknown>
}

/** Holds what is asked of addresses like the pattern (`*` is anything). */
export async function hold(
  page: Page,
  urlPattern: string,
  requestStage: 'Request' | 'Response',
): Promise<HeldAnswers> {
  const session = await page.createCDPSession()
  const held: Held[] = []
  const waiting: ((one: Held) => void)[] = []
  session.on('Fetch.requestPaused', ({ requestId, request }) => {
    // One that the page has given up is gone.
    const gone = () => undefined
    const one = {
      method: request.method,
      body: request.postData ?? '',
      release: () => session.send('Fetch.continueRequest', { requestId }).catch(gone),
      fail: () => session.send('Fetch.failRequest', { requestId, errorReason: 'Failed' }).catch(gone),
    }
    const hear = waiting.shift()
    if (hear) hear(one)
    else held.push(one)
  })
  await session.send('Fetch.enable', { patterns: [{ urlPattern, requestStage }] })
  return {
    next() {
      const one = held.shift()
      return one ? Promise.resolve(one) : new Promise((resolve) => waiting.push(resolve))
    },
    stop: () => session.send('Fetch.disable'),
  }
}

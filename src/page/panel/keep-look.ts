// What is chosen in this window, and what the server answers → how the deck looks. One question at a time, and an answer that was
// asked for before the newest choice is let go: the next choice is always built from what was chosen, answered or not.
import type { Look, LookState } from '../live-contract.js'
import { post } from './post.js'

export type LookKeeper = {
  /** What the server said last; `undefined` until it said something. */
  readonly state: () => LookState | undefined
  /** Tries what `change` makes of what was chosen so far. */
  readonly choose: (change: (look: Look) => Look) => void
  /** Asks the server how the deck looks now. */
  readonly refresh: () => Promise<void>
  /** Has what is tried written into the notes, once all that was chosen is answered; `undefined` where nobody answers. */
  readonly save: () => Promise<Response | undefined>
  /** Settles when nothing is left to ask. */
  readonly settled: () => Promise<void>
}

type Hearing = {
  /** The server said how the deck looks. */
  readonly shown: (state: LookState) => void
  /** A choice was answered: tried, or not. */
  readonly tried: (is: boolean) => void
}

/** Nothing is chosen yet, and nothing asked. */
export function keepLook({ shown, tried }: Hearing): LookKeeper {
  let state: LookState | undefined
  /** Chosen, and not answered. */
  let chosen: Look | undefined
  /** Chosen, and not sent; the newest alone counts, a colour that is dragged makes many. */
  let next: Look | undefined
  let stale = false
  let asking: AbortController | undefined
  let settling: Promise<void> | undefined

  /** Takes an answer in; false where there is none, or something was chosen since it was asked for. */
  async function take(answer: Response | undefined): Promise<boolean> {
    const told: LookState | undefined = answer?.ok ? await answer.json().catch(() => undefined) : undefined
    if (!told || next) return false
    state = told
    chosen = undefined
    shown(told)
    return true
  }
  async function askOnce(): Promise<void> {
    asking = new AbortController()
    await take(await fetch('/look', { signal: asking.signal }).catch(() => undefined))
    asking = undefined
  }
  async function sendOnce(look: Look): Promise<void> {
    next = undefined
    const done = await take(await post('/look', look))
    if (next) return
    tried(done)
    if (done) return
    // What was not tried is not to be built on: the deck is as the server says.
    chosen = undefined
    stale = true
  }
  async function settleAll(): Promise<void> {
    while (next || stale) {
      if (next) await sendOnce(next)
      else {
        stale = false
        await askOnce()
      }
    }
  }
  const settle = (): Promise<void> => {
    settling ??= settleAll().finally(() => {
      settling = undefined
    })
    return settling
  }
  return {
    state: () => state,
    choose(change) {
      chosen = change(chosen ?? state?.look ?? {})
      next = chosen
      // It would be let go anyway, and the choice need not wait for it.
      asking?.abort()
      settle()
    },
    refresh() {
      stale = true
      return settle()
    },
    async save() {
      await settle()
      const answer = await post('/look/save', {})
      await take(answer?.clone())
      return answer
    },
    settled: settle,
  }
}

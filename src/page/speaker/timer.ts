// The speakers' one timer, which the server keeps → how long the talk has been going, at any moment.
import { listen } from '../live/listen.js'
import type { LiveTimer, TimerStep } from '../live-contract.js'

export type Timer = {
  readonly running: () => boolean
  readonly elapsedMs: () => number
  readonly step: (step: TimerStep) => void
}

/** Follows the server's timer; `connected` hears whether it can be heard. */
export function followTimer(connected: (is: boolean) => void, changed: () => void): Timer {
  let told: LiveTimer = { running: false, ranMs: 0 }
  let heardAt = performance.now()
  const take = (next: LiveTimer) => {
    told = next
    heardAt = performance.now()
    changed()
  }
  const ask = (init?: RequestInit) =>
    fetch('/timer', init)
      .then((answer) => answer.json())
      .then(take)
      .catch(() => connected(false))
  listen('presenter', {
    timer: take,
    hello() {
      connected(true)
      ask()
    },
    lost: () => connected(false),
  })
  return {
    running: () => told.running,
    elapsedMs: () => told.ranMs + (told.running ? performance.now() - heardAt : 0),
    step: (step) => {
      const headers = { 'Content-Type': 'application/json' }
      ask({ method: 'POST', headers, body: JSON.stringify({ step }) })
    },
  }
}

// One Chrome for all decks of a command: started at the first call, killed when a signal ends the process. In place of one
// that died another is started, so that what is not made yet is.
import type { Chrome } from '../chrome/chrome.js'
import { onStop } from './on-stop.js'
import { printTalk } from './print.js'

export type SharedChrome = {
  /** The same Chrome at every call while it lives; the first call's choice of program counts. */
  readonly start: (chosen: string | undefined) => Promise<Chrome>
  /** Settles when the first is under way and gets on by itself, or when there is none to be had. */
  readonly underWay: Promise<void>
  /** Closes it, if it was ever started. */
  readonly close: () => Promise<void>
}

/** A machine on which they go on dying is no machine for this. */
const mostStarted = 3

export function shareChrome(cacheDir: string): SharedChrome {
  let chosen: string | undefined
  let current: Chrome | undefined
  const started: Promise<Chrome>[] = []
  let tellUnderWay = () => {}
  const underWay = new Promise<void>((resolve) => {
    tellUnderWay = resolve
  })
  async function open() {
    const { openChrome } = await import('../chrome/connect.js')
    const chrome = await openChrome({ chosen, cacheDir, say: printTalk, onUnderWay: tellUnderWay })
    onStop(() => chrome.killNow())
    current = chrome
    return chrome
  }
  return {
    start(path) {
      if (started.length === 0) chosen = path
      const last = started.at(-1)
      const dead = current !== undefined && !current.browser.connected
      if (last && !(dead && started.length < mostStarted)) return last
      current = undefined
      const opened = open()
      started.push(opened)
      // Whoever needs it awaits it and hears of a failure; starting early must not fail by itself.
      opened.catch(() => undefined).then(tellUnderWay)
      return opened
    },
    underWay,
    close: async () => {
      for (const opened of await Promise.allSettled(started))
        if (opened.status === 'fulfilled') await opened.value[Symbol.asyncDispose]()
    },
  }
}

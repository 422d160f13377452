// One Chrome for all decks of a command: started at the first call, killed when a signal ends the process.
import type { Chrome } from '../chrome/chrome.js'
import { once } from '../shared/once.js'
import { onStop } from './on-stop.js'
import { printTalk } from './print.js'

export type SharedChrome = {
  /** The same Chrome at every call; the first call's choice of program counts. */
  readonly start: (chosen: string | undefined) => Promise<Chrome>
  /** Closes it, if it was ever started. */
  readonly close: () => Promise<void>
}

export function shareChrome(cacheDir: string): SharedChrome {
  let chosen: string | undefined
  let asked = false
  const open = once(async () => {
    const { openChrome } = await import('../chrome/connect.js')
    const chrome = await openChrome({ chosen, cacheDir, say: printTalk })
    onStop(() => chrome.killNow())
    return chrome
  })
  return {
    start(path) {
      if (!asked) chosen = path
      asked = true
      const opened = open()
      // Whoever needs it awaits it and hears of a failure; starting early must not fail by itself.
      opened.catch(() => undefined)
      return opened
    },
    close: async () => {
      if (asked)
        await open().then(
          (chrome) => chrome[Symbol.asyncDispose](),
          () => undefined,
        )
    },
  }
}

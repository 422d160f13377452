// A way to make a deck → the deck, served, and made anew whenever what it is made of changes.
import type { DeckSource, Rebuilt } from './rebuild.js'
import { type PreviewServer, type ServeAt, startServer } from './server.js'
import { openShow } from './show.js'
import { changedSince, startWatching } from './watch.js'

export type ServeRequest = ServeAt & {
  readonly source: DeckSource
  /** Told of each deck that was made, the first too. */
  readonly onRebuilt?: (rebuilt: Rebuilt) => void
}

/** Serves the deck until it is disposed of. Throws DeckError `serve/no-port`. */
export async function serveDeck({ source, onRebuilt, ...at }: ServeRequest): Promise<PreviewServer> {
  let making: Promise<void> | undefined
  let again = false
  let stopped = false
  const make = async () => {
    do {
      again = false
      const begun = Date.now()
      const rebuilt = await source.rebuild(show.desk.look())
      if (stopped) return
      // Notes read while an editor was writing them are no reason to say that something is wrong.
      if (rebuilt.problems.length > 0 && (await changedSince(rebuilt.watched, begun))) {
        again = true
        continue
      }
      await show.take(rebuilt)
      onRebuilt?.(rebuilt)
      await watcher.follow(rebuilt.watched)
      // Not `again ||=`: that would forget a change which came while it waited.
      if (await changedSince(rebuilt.watched, begun)) again = true
    } while (again)
  }
  /** One at a time: changes that come meanwhile are one more. */
  const remake = (): Promise<void> => {
    again = making !== undefined
    making ??= make().finally(() => {
      making = undefined
    })
    return making
  }
  const show = openShow(source, remake)
  const watcher = startWatching(remake)
  remake()
  try {
    const server = await startServer(show, at)
    return {
      ...server,
      async [Symbol.asyncDispose]() {
        stopped = true
        await Promise.all([watcher[Symbol.asyncDispose](), server[Symbol.asyncDispose]()])
        await making
      },
    }
  } catch (error) {
    stopped = true
    await watcher[Symbol.asyncDispose]()
    throw error
  }
}

// Files and folders → a call whenever something in them changed, once for a burst of changes.
import { stat } from 'node:fs/promises'
import { watch as watchFiles } from 'chokidar'

export type Watcher = AsyncDisposable & {
  /** Watches these and no others; settles when the first that were given are watched. */
  readonly follow: (paths: readonly string[]) => Promise<void>
}

/** Ms. An editor that saves by renaming makes two or three events within less. */
const burstMs = 8

const unseen = /[\\/](?:node_modules|\.git)[\\/]|\.tmp$|~$/

/** Calls `changed` after each burst; what is watched need not be there yet. */
export function startWatching(changed: () => void): Watcher {
  let waiting: NodeJS.Timeout | undefined
  const watched = new Set<string>()
  const watcher = watchFiles([], { ignoreInitial: true, ignored: (file) => unseen.test(file) })
  const hear = () => {
    clearTimeout(waiting)
    waiting = setTimeout(changed, burstMs)
  }
  watcher.on('all', hear)
  // Of two changes of a file within 50 ms chokidar tells the first alone; the second may be all that counts.
  watcher.on('raw', hear)
  const ready = new Promise<void>((resolve) => {
    watcher.once('ready', resolve)
  })
  // A folder that cannot be watched any more is no reason to stop showing the deck.
  watcher.on('error', () => undefined)
  return {
    async follow(paths) {
      const wanted = new Set(paths)
      const away = [...watched].filter((one) => !wanted.has(one))
      const more = [...wanted].filter((one) => !watched.has(one))
      if (away.length > 0) watcher.unwatch(away)
      if (more.length > 0) watcher.add(more)
      for (const one of away) watched.delete(one)
      for (const one of more) watched.add(one)
      await ready
    },
    async [Symbol.asyncDispose]() {
      clearTimeout(waiting)
      await watcher.close()
    },
  }
}

/** Ms. What a file system's clock may be behind ours. */
const clockLagMs = 10
/** Ms. A file from further ahead was not written just now: its time is wrong. */
const clockAheadMs = 1000

/** Whether one of the files was written since: what was saved before it was watched is heard of by nobody. */
export async function changedSince(files: readonly string[], timeMs: number): Promise<boolean> {
  const times = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  )
  const now = Date.now()
  return times.some((mtimeMs) => mtimeMs >= timeMs - clockLagMs && mtimeMs <= now + clockAheadMs)
}

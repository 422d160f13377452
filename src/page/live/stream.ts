// The server's events for one audience → whoever joins, however late: a newcomer hears first where things are now.
import type { Exporting, LiveHello, LivePlace, LiveProblem, LiveTimer, LiveUpdate } from '../live-contract.js'

export type Audience = 'shared' | 'presenter'

export type Hearing = {
  readonly hello: (hello: LiveHello) => void
  readonly at: (place: LivePlace) => void
  readonly update: (update: LiveUpdate) => void
  readonly problems: (problems: readonly LiveProblem[]) => void
  readonly timer: (timer: LiveTimer) => void
  readonly look: () => void
  readonly export: (exporting: Exporting) => void
  /** The server cannot be heard; `hello` comes when it can again. */
  readonly lost: () => void
}

/** Given an event's name and what it says, as JSON. */
export type Hear = (name: string, json: string) => void

export type Stream = {
  /** Returns what takes the listener away again. */
  readonly join: (hear: Hear) => () => void
  readonly count: () => number
  readonly close: () => void
}

const names = ['hello', 'at', 'update', 'problems', 'timer', 'look', 'export']
const againMs = 500

/** Listens from now on, and again after every break: also to the next run of the program, if it has the same address. */
export function openStream(audience: Audience): Stream {
  const all = new Set<Hear>()
  let source: EventSource
  let waiting: ReturnType<typeof setTimeout> | undefined
  /** What a newcomer is told; absent while the server cannot be heard. */
  let hello: LiveHello | undefined
  const tell: Hear = (name, json) => {
    for (const hear of all) hear(name, json)
  }
  function take(name: string, json: string): void {
    const said = JSON.parse(json)
    if (name === 'hello') hello = said
    else if (hello && name === 'update') hello = { ...hello, version: said.version }
    else if (hello && (name === 'at' || name === 'problems')) hello = { ...hello, [name]: said }
    tell(name, json)
  }
  /** A browser comes back by itself after a break, but not once it was refused: a new run knows no cookie of the last. */
  async function knock(): Promise<void> {
    await fetch('/timer', { headers: { Accept: 'text/html' } }).catch(() => undefined)
    connect()
  }
  function connect(): void {
    source = new EventSource(`/events?for=${audience}`)
    for (const name of names) source.addEventListener(name, ({ data }) => take(name, data))
    source.addEventListener('error', () => {
      hello = undefined
      tell('lost', '{}')
      if (source.readyState === EventSource.CLOSED) waiting = setTimeout(knock, againMs)
    })
  }
  connect()
  return {
    join(hear) {
      all.add(hear)
      if (hello) hear('hello', JSON.stringify(hello))
      return () => all.delete(hear)
    },
    count: () => all.size,
    close() {
      clearTimeout(waiting)
      source.close()
    },
  }
}

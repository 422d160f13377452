// Things that happen → the windows that listen, as server-sent events. One stream a browser, not a window: page/listen.ts.
import type {
  Exporting,
  LiveHello,
  LivePlace,
  LiveProblem,
  LiveTimer,
  LiveUpdate,
} from '../page/live-contract.js'
import type { LiveAudience } from './rebuild.js'

/** The events there are, by name. A route group that tells more adds a line. */
export type Events = {
  /** The first a listener hears. */
  readonly hello: LiveHello
  /** The deck changed; told to those whose deck it is. */
  readonly update: LiveUpdate
  readonly problems: readonly LiveProblem[]
  /** A window went to another slide. */
  readonly at: LivePlace
  /** The speaker's timer was started, stopped or set back. */
  readonly timer: LiveTimer
  /** What is tried on the deck changed, or was saved: `GET /look` tells. */
  readonly look: Readonly<Record<string, never>>
  readonly export: Exporting
}

export type Listener = {
  readonly audience: LiveAudience
  /** Given the event's name and its JSON. */
  readonly hear: (event: keyof Events, json: string) => void
}

export type Listeners = {
  /** Returns what takes the listener away again. */
  readonly add: (listener: Listener) => () => void
  /** Tells all, or those of one audience. */
  readonly tell: <Name extends keyof Events>(event: Name, data: Events[Name], to?: LiveAudience) => void
  readonly count: (audience?: LiveAudience) => number
}

/** Nobody listens yet. */
export function openListeners(): Listeners {
  const all = new Set<Listener>()
  const those = (to: LiveAudience | undefined) =>
    [...all].filter(({ audience }) => to === undefined || audience === to)
  return {
    add(listener) {
      all.add(listener)
      return () => all.delete(listener)
    },
    tell(event, data, to) {
      const json = JSON.stringify(data)
      for (const { hear } of those(to)) hear(event, json)
    },
    count: (audience) => those(audience).length,
  }
}

// The server's events → calls, one for each kind.
import type { Exporting, LiveHello, LivePlace, LiveProblem, LiveUpdate } from '../live-contract.js'

export type Hearing = {
  readonly hello: (hello: LiveHello) => void
  readonly at: (place: LivePlace) => void
  readonly update: (update: LiveUpdate) => void
  readonly problems: (problems: readonly LiveProblem[]) => void
  readonly look?: () => void
  readonly export?: (exporting: Exporting) => void
}

/** Listens from now on. */
export function listen(audience: 'shared' | 'presenter', hearing: Hearing): void {
  const events = new EventSource(`/events?for=${audience}`)
  for (const [name, hear] of Object.entries(hearing))
    events.addEventListener(name, ({ data }) => hear(JSON.parse(data)))
}

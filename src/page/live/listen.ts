// The server's events → calls, one for each kind.
import { type Audience, type Hear, type Hearing, openStream } from './stream.js'

/** Listens from now on. Windows of one browser share a connection, where the browser can do that. */
export function listen(audience: Audience, hearing: Partial<Hearing>): void {
  const calls = new Map(Object.entries(hearing))
  const hear: Hear = (name, json) => calls.get(name)?.(JSON.parse(json))
  if (!('SharedWorker' in window)) {
    openStream(audience).join(hear)
    return
  }
  const { port } = new SharedWorker('/listen.js')
  port.addEventListener('message', ({ data: [name, json] }) => hear(name, json))
  port.start()
  port.postMessage(audience)
  addEventListener('pagehide', () => port.postMessage('leave'))
  // Shown again as it was left.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload()
  })
}

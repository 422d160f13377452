// The windows of a browser → the server's events, over one connection for each audience, however many windows there are: browsers
// open no more than six to a server, and the seventh window would get nothing at all.
import { type Audience, openStream, type Stream } from './live/stream.js'

const streams = new Map<Audience, Stream>()

function join(port: MessagePort, audience: Audience): () => void {
  const stream = streams.get(audience) ?? openStream(audience)
  streams.set(audience, stream)
  const leave = stream.join((name, json) => port.postMessage([name, json]))
  return () => {
    leave()
    if (stream.count() > 0) return
    stream.close()
    streams.delete(audience)
  }
}

self.addEventListener('connect', (event) => {
  const port = event instanceof MessageEvent ? event.ports[0] : undefined
  if (!port) return
  let leave: (() => void) | undefined
  port.addEventListener('message', ({ data }) => {
    leave?.()
    if (data === 'shared' || data === 'presenter') leave = join(port, data)
    else port.close()
  })
  port.start()
})

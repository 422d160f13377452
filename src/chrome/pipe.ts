// Turns the two pipes of a started Chrome into the transport puppeteer speaks over: JSON messages, each ended by a zero byte.
// A pipe, not a socket: when we are killed, Chrome sees it close and ends by itself.

import type { Readable, Writable } from 'node:stream'
import type { ConnectionTransport } from './puppeteer.js'

/** `onGarbage` is called when what comes is no message, so that the program is no Chrome. */
export function openPipe(
  toChrome: Writable,
  fromChrome: Readable,
  onGarbage: (sample: string) => void,
): ConnectionTransport {
  let pending: Buffer[] = []
  let open = true
  let ended = false
  const transport: ConnectionTransport = {
    send(message) {
      if (open && !ended) toChrome.write(`${message}\0`)
      // Puppeteer may come only after the program has gone: untold, it would wait three minutes for this answer.
      else setImmediate(() => transport.onclose?.())
    },
    close() {
      open = false
    },
  }
  // A broken pipe is told by the `close` that follows it.
  toChrome.on('error', () => {})
  fromChrome.on('error', () => {})
  fromChrome.on('close', () => {
    ended = true
    transport.onclose?.()
  })
  fromChrome.on('data', (chunk: Buffer) => {
    let start = 0
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      const message = Buffer.concat([...pending, chunk.subarray(start, end)]).toString()
      pending = []
      start = end + 1
      if (!message.startsWith('{')) return onGarbage(message.slice(0, 80))
      // One message a turn: puppeteer's listeners run before the next message changes the state they see.
      setImmediate(() => open && transport.onmessage?.(message))
    }
    if (start < chunk.length) pending.push(chunk.subarray(start))
  })
  return transport
}

// A show → a server for it on Node's http: the gate, then the routes on the shelf. Closing it leaves nothing open.
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { errnoOf } from '../shared/files.js'
import { DeckError } from '../shared/problem.js'
import { openGate } from './gate.js'
import type { App } from './route-group.js'
import { routeGroups } from './routes/index.js'
import type { Show } from './show.js'

export type PreviewServer = AsyncDisposable & {
  /** Where the deck is, for this machine. */
  readonly url: string
  readonly port: number
  /** A link for one phone to the speaker's page; only the newest lets in, and only once. */
  readonly invite: () => string
}

/** How many ports are tried, from the one asked for. */
const triedPorts = 50

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

async function listenNear(server: Server, port: number, host: string): Promise<void> {
  for (let tried = 0; ; tried++) {
    try {
      await listen(server, port + tried, host)
      return
    } catch (cause) {
      const errno = errnoOf(cause)
      const next = errno === 'EADDRINUSE' || errno === 'EACCES'
      if (next && port > 0 && tried < triedPorts && port + tried < 65_535) continue
      const message = `Nothing can be served at ${host}:${port} (${errno ?? 'unknown error'}).`
      const hint = next
        ? 'Choose another port with --port.'
        : 'Choose an address of this machine with --host.'
      throw new DeckError({ code: 'serve/no-port', message, hint }, { blame: 'machine', cause })
    }
  }
}

const plainHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
}

export type ServeAt = {
  readonly port: number
  readonly host: string
  /** Others than this machine are to reach it: all need a token then. */
  readonly remote?: boolean
  /** Told when a phone came in by its link. */
  readonly onJoined?: () => void
}

/**
 * Serves the show on `port`, or the next that is free; 0 takes any. Throws DeckError `serve/no-port`.
 */
export async function startServer(
  show: Show,
  { port, host, remote = false, onJoined }: ServeAt,
): Promise<PreviewServer> {
  const app: App = new Hono()
  for (const group of routeGroups) group.add(app, show)
  app.notFound((context) => context.text('There is nothing here.', 404))
  app.onError((error, context) => {
    if (error instanceof DeckError) return context.text(error.message, 500)
    throw error
  })
  const answer = getRequestListener(app.fetch)
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 10_000 })
  await listenNear(server, port, host)
  const address = server.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port
  const gate = openGate(host, bound, { remote, ...(onJoined ? { onJoined } : {}) })
  server.on('request', (request, response) => {
    for (const [name, value] of Object.entries(plainHeaders)) response.setHeader(name, value)
    const judged = gate.judge(request)
    if ('refuse' in judged) {
      response.writeHead(judged.refuse, { 'Content-Type': 'text/plain', Connection: 'close' })
      response.end()
      return
    }
    if (judged.cookie) response.setHeader('Set-Cookie', judged.cookie)
    answer(request, response)
  })
  const near = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  const url = `http://${near.includes(':') ? `[${near}]` : near}:${bound}/`
  return {
    url: remote ? `${url}?t=${gate.token}` : url,
    port: bound,
    invite: () => `${url}speaker?t=${gate.invite()}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

// One gate for all requests: asked for by our own name, from our own pages, from this machine or with the token of this run.
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'

export type Gate = {
  /** What a link from another machine must carry as `?t=`; the pages then carry it as a cookie. */
  readonly token: string
  /** The status to refuse a request with, or the cookie a page is to be sent with. */
  readonly judge: (request: IncomingMessage) => { readonly refuse: number } | { readonly cookie?: string }
}

const methods = ['GET', 'HEAD', 'POST']
const longestTarget = 2048
const loopback = /^(?:127\.|::1$|::ffff:127\.)/
const ownNames = ['localhost', '127.0.0.1', '[::1]']

/** The names the server answers to when it is bound to `host`. */
function namesFor(host: string): readonly string[] {
  const inBrackets = (address: string) => (isIP(address) === 6 ? `[${address}]` : address)
  if (host !== '0.0.0.0' && host !== '::') return [...ownNames, inBrackets(host)]
  const addresses = Object.values(networkInterfaces()).flatMap((faces) => faces ?? [])
  return [...ownNames, ...addresses.map(({ address }) => inBrackets(address))]
}

const same = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/** The value of a cookie; a browser may send the same name once for each path. */
const cookieOf = (request: IncomingMessage, name: string): string | undefined =>
  (request.headers.cookie ?? '')
    .split(/;\s*/)
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1)

/** A gate for a server bound to `host` and `port`. */
export function openGate(host: string, port: number): Gate {
  const token = randomBytes(18).toString('base64url')
  const names = new Set(namesFor(host).map((name) => `${name.toLowerCase()}:${port}`))
  // Cookies know no ports, and two decks may be served at a time.
  const cookie = `recap-${port}`

  function judge(request: IncomingMessage): ReturnType<Gate['judge']> {
    const { method = '', url = '', headers, socket } = request
    if (!methods.includes(method)) return { refuse: 405 }
    if (url.length > longestTarget) return { refuse: 414 }
    if (!url.startsWith('/') || url.startsWith('//')) return { refuse: 400 }
    // A foreign name that leads here (DNS rebinding), and a page of another server that asks.
    if (!names.has((headers.host ?? '').toLowerCase())) return { refuse: 403 }
    const { origin } = headers
    if (origin !== undefined && origin !== `http://${headers.host}`) return { refuse: 403 }
    const site = headers['sec-fetch-site']
    const linked = method !== 'POST' && headers['sec-fetch-mode'] === 'navigate'
    if (site !== undefined && site !== 'same-origin' && site !== 'none' && !linked) return { refuse: 403 }

    const query = url.split('?')[1] ?? ''
    const given = new URLSearchParams(query).get('t') ?? cookieOf(request, cookie) ?? ''
    if (same(given, token)) return { cookie: `${cookie}=${token}; Path=/; HttpOnly; SameSite=Strict` }
    // Whoever sits at this machine opens a page without a link; all that pages ask for afterwards carries the cookie.
    const near = loopback.test(socket.remoteAddress ?? '')
    const isPage = method !== 'POST' && (headers.accept ?? '').includes('text/html')
    if (near && isPage) return { cookie: `${cookie}=${token}; Path=/; HttpOnly; SameSite=Strict` }
    return { refuse: 403 }
  }
  return { token, judge }
}

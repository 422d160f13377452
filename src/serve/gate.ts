// One gate for all requests: asked for by our own name, from our own pages, from this machine or with a token of this run.
// A deck shown to a phone is bound to an address that others reach, and then this machine needs the token, too.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'

export type Gate = {
  /** What a link of this machine may carry as `?t=`; its pages then carry it as a cookie. */
  readonly token: string
  /** A token for one phone: the first page asked for with it gets a cookie, and with that it is spent. Only the newest holds. */
  readonly invite: () => string
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

const digest = (text: string) => createHash('sha256').update(text).digest()

/** In a time that tells nothing of where they differ, nor of how long the secret is. */
const same = (one: string, other: string) => timingSafeEqual(digest(one), digest(other))

/** The value of a cookie; a browser may send the same name once for each path. */
const cookieOf = (request: IncomingMessage, name: string): string | undefined =>
  (request.headers.cookie ?? '')
    .split(/;\s*/)
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1)

/** All that a phone may send: a guest goes through the deck and changes nothing on this machine. */
const guestPosts = ['/at', '/timer']
/** What is no guest's affair: how the deck looks, and the files made of it. */
const ownersOnly = /^\/(?:look|export|made)(?:\/|$)/

const newToken = () => randomBytes(18).toString('base64url')

type GateOptions = {
  /** Whether others than this machine are to reach it. */
  readonly remote: boolean
  /** Told when a phone came in by its link. */
  readonly onJoined?: () => void
}

/** A gate for a server bound to `host` and `port`. */
export function openGate(host: string, port: number, { remote, onJoined }: GateOptions): Gate {
  const token = newToken()
  const guest = newToken()
  let invitation: string | undefined
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

    const [target = '', query] = url.split('?')
    const shown = [new URLSearchParams(query).get('t'), cookieOf(request, cookie)]
    const holds = (secret: string) => shown.some((one) => one && same(one, secret))
    const send = (value: string) => ({ cookie: `${cookie}=${value}; Path=/; HttpOnly; SameSite=Strict` })
    const isPage = method !== 'POST' && (headers.accept ?? '').includes('text/html')
    if (holds(token)) return send(token)
    const guestMay = !ownersOnly.test(target) && (method !== 'POST' || guestPosts.includes(target))
    if (holds(guest)) return guestMay ? send(guest) : { refuse: 403 }
    if (invitation !== undefined && isPage && method === 'GET' && holds(invitation)) {
      invitation = undefined
      onJoined?.()
      return send(guest)
    }
    // Whoever sits at this machine opens a page without a link; all that pages ask for afterwards carries the cookie.
    const near = !remote && loopback.test(socket.remoteAddress ?? '')
    if (near && isPage) return send(token)
    return { refuse: 403 }
  }
  return {
    token,
    invite() {
      invitation = newToken()
      return invitation
    },
    judge,
  }
}

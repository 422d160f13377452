// `/events`: what happens, as server-sent events; `?for=presenter` hears of the speaker's deck in place of the audience's.
import { streamSSE } from 'hono/streaming'
import type { RouteGroup } from '../route-group.js'

/** A browser needs one; more than these are no audience. */
const mostListeners = 50
/** Seconds. A stream that is silent for long is cut by what lies between, and a client that went away is found out by writing. */
const beatS = 20
/** Ms until a window that lost us asks again; browsers wait for three seconds of their own. */
const retryMs = 500

export const events: RouteGroup = {
  name: 'events',
  add(app, show) {
    app.get('/events', async (context) => {
      if (show.listeners.count() >= mostListeners) return context.text('Too many windows listen.', 503)
      const audience = context.req.query('for') === 'presenter' ? 'presenter' : 'shared'
      const drawn = await show.look(audience)
      return streamSSE(context, async (stream) => {
        const hello = {
          run: show.run,
          version: drawn?.version ?? 0,
          at: show.place(),
          problems: show.problems(),
        }
        const write = (event: string, data: string) => stream.writeSSE({ event, data }).catch(() => undefined)
        const gone = new Promise<void>((resolve) => stream.onAbort(resolve))
        const leave = show.listeners.add({ audience, hear: write })
        const beat = setInterval(() => stream.write(':\n\n').catch(() => undefined), beatS * 1000)
        await stream.writeSSE({ event: 'hello', data: JSON.stringify(hello), retry: retryMs })
        await gone
        clearInterval(beat)
        leave()
      })
    })
  },
}

// `/`: the deck as its audience sees it. `/deck.json`: the same in pieces, for a window that was away.
import type { LiveAudience } from '../rebuild.js'
import type { RouteGroup } from '../route-group.js'
import { partsOf } from '../show.js'

/** Everything the page shows comes with it or from this server; nothing else may be loaded. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "font-src 'self' data:",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const audienceOf = (words: string | undefined): LiveAudience =>
  words === 'presenter' ? 'presenter' : 'shared'

/** Where nothing could be made yet: the page's script says why, and loads the deck once there is one. */
const emptyPage =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>recapdeck</title></head><body><script src="/live.js"></script></body></html>'

export const deck: RouteGroup = {
  name: 'deck',
  add(app, show) {
    app.get('/', async (context) => {
      const drawn = await show.look(audienceOf(context.req.query('for')))
      context.header('Content-Security-Policy', pagePolicy)
      if (!drawn) return context.html(emptyPage)
      return context.html(drawn.deck.html.replace('content="live"', `content="${show.run} ${drawn.version}"`))
    })
    app.get('/deck.json', async (context) => {
      const drawn = await show.look(audienceOf(context.req.query('for')))
      return drawn ? context.json(partsOf(drawn)) : context.notFound()
    })
  },
}

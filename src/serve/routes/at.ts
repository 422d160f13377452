// `POST /at`: a window tells where it stands, and all others go there.
import * as z from 'zod'
import type { RouteGroup } from '../route-group.js'

const mostBytes = 1024
const placeSchema = z.strictObject({
  by: z.string().max(40),
  id: z.string().max(200),
  fragment: z.int().min(-1).max(1000),
  overview: z.boolean(),
  paused: z.boolean(),
})

export const at: RouteGroup = {
  name: 'at',
  add(app, show) {
    app.post('/at', async (context) => {
      if (Number(context.req.header('content-length') ?? mostBytes + 1) > mostBytes)
        return context.text('', 413)
      const place = placeSchema.safeParse(await context.req.json().catch(() => undefined))
      if (!place.success) return context.text('', 400)
      show.move(place.data)
      return context.body(null, 204)
    })
  },
}

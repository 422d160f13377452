// `/timer`: one clock for all windows of who speaks, on the laptop and on the phone; `POST` starts, stops or sets it back.
import * as z from 'zod'
import type { LiveTimer } from '../../page/live-contract.js'
import type { RouteGroup } from '../route-group.js'

const mostBytes = 100
const stepSchema = z.strictObject({ step: z.enum(['start', 'pause', 'reset']) })

export const timer: RouteGroup = {
  name: 'timer',
  add(app, { listeners }) {
    let ranMs = 0
    let since: number | undefined
    const now = (): LiveTimer => ({
      running: since !== undefined,
      ranMs: Math.round(ranMs + (since === undefined ? 0 : performance.now() - since)),
    })
    app.get('/timer', (context) => context.json(now()))
    app.post('/timer', async (context) => {
      if (Number(context.req.header('content-length') ?? mostBytes + 1) > mostBytes)
        return context.text('', 413)
      const asked = stepSchema.safeParse(await context.req.json().catch(() => undefined))
      if (!asked.success) return context.text('', 400)
      const { step } = asked.data
      const before = now()
      ranMs = step === 'reset' ? 0 : before.ranMs
      since = step === 'start' || (step === 'reset' && before.running) ? performance.now() : undefined
      listeners.tell('timer', now())
      return context.json(now())
    })
  },
}

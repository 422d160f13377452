// `/look`: how the deck looks, what may be tried on it, and what is; `POST` tries, `POST /look/save` writes it into the notes.
import * as z from 'zod'
import { DeckError } from '../../shared/problem.js'
import type { RouteGroup } from '../route-group.js'
import { tellProblem } from '../show.js'

const mostBytes = 2048
const word = z.string().max(300).exactOptional()
const lookSchema = z.strictObject({
  theme: word,
  aspect: word,
  remarks: word,
  density: word,
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .exactOptional(),
})

export const look: RouteGroup = {
  name: 'look',
  add(app, { desk }) {
    app.get('/look', async (context) => {
      const state = await desk.state()
      return state ? context.json(state) : context.notFound()
    })
    app.post('/look', async (context) => {
      if (Number(context.req.header('content-length') ?? mostBytes + 1) > mostBytes)
        return context.text('', 413)
      const asked = lookSchema.safeParse(await context.req.json().catch(() => undefined))
      if (!asked.success || !(await desk.try(asked.data))) return context.text('', 400)
      return context.json((await desk.state()) ?? {})
    })
    app.post('/look/save', async (context) => {
      try {
        await desk.save()
        return context.json((await desk.state()) ?? {})
      } catch (error) {
        if (!(error instanceof DeckError)) throw error
        return context.json(tellProblem(error.problem), 409)
      }
    })
  },
}

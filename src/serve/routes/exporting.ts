// `POST /export`: makes a file of the deck as it looks, of which the windows hear. `/made/…`: the file.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { RouteGroup } from '../route-group.js'

const mostBytes = 200
const askedSchema = z.strictObject({ format: z.string().max(40) })

export const exporting: RouteGroup = {
  name: 'exporting',
  add(app, { desk }) {
    app.post('/export', async (context) => {
      if (Number(context.req.header('content-length') ?? mostBytes + 1) > mostBytes)
        return context.text('', 413)
      const asked = askedSchema.safeParse(await context.req.json().catch(() => undefined))
      if (!asked.success) return context.text('', 400)
      return context.body(null, (await desk.export(asked.data.format)) ? 202 : 409)
    })
    app.get('/made/:id/:name', async (context) => {
      const file = desk.made(`${context.req.param('id')}/${context.req.param('name')}`)
      const facts = file === undefined ? undefined : await stat(file).catch(() => undefined)
      if (file === undefined || !facts?.isFile()) return context.notFound()
      const name = encodeURIComponent(path.basename(file))
      // Saved, never opened here: a deck has a script, which is no script of this server's.
      return context.body(Readable.toWeb(createReadStream(file)) as ReadableStream, 200, {
        'Content-Type': 'application/octet-stream',
        'Content-Length': String(facts.size),
        'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
      })
    })
  },
}

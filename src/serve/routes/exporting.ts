// `POST /export`: makes a file of the deck as it looks, of which the windows hear. `/made/…`: the file.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod'
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
      const bytes = file === undefined ? undefined : await readFile(file).catch(() => undefined)
      if (file === undefined || !bytes) return context.notFound()
      const name = encodeURIComponent(path.basename(file))
      // Saved, never opened here: a deck has a script, which is no script of this server's.
      return context.body(new Uint8Array(bytes), 200, {
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
      })
    })
  },
}

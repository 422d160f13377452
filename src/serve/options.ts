// What may be chosen about the served deck: config key `serve`.
import * as z from 'zod'

export const serveOptions = z.strictObject({
  port: z.int().min(0).max(65_535).optional().describe('The port of `recap present`; 4321 when not given.'),
  host: z.string().optional().describe('The address it is bound to; 127.0.0.1 when not given.'),
})

export type ServeOptions = z.output<typeof serveOptions>

// What the page said of itself, unchecked → a PageReport. A joined Chrome may be anything, so nothing is taken on trust.
import { z } from 'zod'
import type { PageReport } from '../page/contract.js'
import { DeckError } from '../shared/problem.js'

const part = z.object({
  id: z.string(),
  step: z.number(),
  fontPx: z.number(),
  units: z.number(),
  fill: z.number(),
})
const schema: z.ZodType<PageReport> = z.object({
  mode: z.enum(['live', 'print', 'pages']),
  slides: z.array(
    z.object({
      id: z.string(),
      layout: z.string(),
      parts: z.array(part),
      trouble: z.enum(['shrunk', 'overflow', 'not-kept']).exactOptional(),
    }),
  ),
  pages: z.number().int().nonnegative(),
  fitMs: z.number(),
})

/** Throws DeckError `chrome/bad-report` when it is not what the page script of this version reports. */
export function readPageReport(reported: unknown): PageReport {
  const parsed = schema.safeParse(reported)
  if (parsed.success) return parsed.data
  throw new DeckError(
    {
      code: 'chrome/bad-report',
      message: `The deck’s page reported what we do not understand: ${parsed.error.issues[0]?.message ?? ''}.`,
      hint: 'Run npm run build, so that the page script is of this version.',
    },
    { blame: 'machine' },
  )
}

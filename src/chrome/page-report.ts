// What the page said of itself, unchecked → a PageReport. A joined Chrome may be anything, so nothing is taken on trust.
import * as z from 'zod'
import type { PageReport, PartBoxes } from '../page/contract.js'
import { DeckError } from '../shared/problem.js'
import type { DeckPage } from './open-deck.js'

const part = z.object({
  id: z.string(),
  step: z.number(),
  fontPx: z.number(),
  units: z.number(),
  fill: z.number(),
  lines: z.tuple([z.number(), z.number()]).exactOptional(),
})
const trouble = z.object({
  kind: z.enum(['shrunk', 'cut', 'overflow', 'not-kept']),
  what: z.enum([
    'head',
    'title',
    'subtitle',
    'event',
    'author',
    'closing',
    'lead',
    'fact',
    'question',
    'body',
    'unit',
    'list',
    'table',
    'code',
    'quote',
    'figure',
    'formula',
    'agenda',
    'slide',
  ]),
  holds: z.enum(['table', 'code', 'unit']).exactOptional(),
  line: z.number().exactOptional(),
  fontPx: z.number().exactOptional(),
})
const schema: z.ZodType<PageReport> = z.object({
  mode: z.enum(['live', 'print', 'pages']),
  slides: z.array(
    z.object({
      id: z.string(),
      layout: z.string(),
      parts: z.array(part),
      trouble: z.array(trouble).exactOptional(),
    }),
  ),
  pages: z.number().int().nonnegative(),
  fitMs: z.number(),
})

const boxes: z.ZodType<readonly PartBoxes[]> = z.array(
  z.object({
    id: z.string(),
    boxes: z.array(
      z.object({
        role: z.enum([
          'head',
          'title',
          'meta',
          'unit',
          'table',
          'code',
          'math',
          'quote',
          'figure',
          'remark',
          'text',
        ]),
        line: z.number().exactOptional(),
        fontPx: z.number(),
        x: z.number(),
        y: z.number(),
        width: z.number(),
        height: z.number(),
      }),
    ),
  }),
)

function read<T>(shape: z.ZodType<T>, reported: unknown): T {
  const parsed = shape.safeParse(reported)
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

/** Throws DeckError `chrome/bad-report` when it is not what the page script of this version reports. */
export const readPageReport = (reported: unknown): PageReport => read(schema, reported)

/**
 * Measures where texts and pictures stand on the slides of a deck that is open in the mode `pages`.
 * @throws DeckError `chrome/bad-report`
 */
export async function readBoxes({ page }: Pick<DeckPage, 'page'>): Promise<readonly PartBoxes[]> {
  return read(boxes, await page.evaluate('window.recapBoxes?.()'))
}

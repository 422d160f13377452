// What may be chosen about the deck: config key `deck`.
import * as z from 'zod'
import { aspects } from '../theme/aspect.js'

export const deckOptions = z.strictObject({
  theme: z
    .string()
    .optional()
    .describe('A theme: built in, a folder or .css file, a package, or reveal:NAME.'),
  aspect: z.enum(aspects).optional().describe('The slides’ shape; 16:9 when not given.'),
})

export type DeckOptions = z.output<typeof deckOptions>

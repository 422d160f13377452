// What may be chosen about the deck: config key `deck`.
import { z } from 'zod'

export const deckOptions = z.strictObject({
  theme: z.string().optional().describe('A built-in theme’s name, or the folder of your own.'),
})

export type DeckOptions = z.output<typeof deckOptions>

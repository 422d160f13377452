// What may be chosen about Chrome: config key `chrome`.
import * as z from 'zod'

export const chromeOptions = z.strictObject({
  path: z
    .string()
    .optional()
    .describe('The program to use, or the ws:// or http:// address of one that runs.'),
})

export type ChromeOptions = z.output<typeof chromeOptions>

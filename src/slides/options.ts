// What may be chosen about the slides: config key `slides`.
import * as z from 'zod'

export const slidesOptions = z.strictObject({
  remarks: z
    .enum(['hide', 'notes', 'show'])
    .optional()
    .describe('Private remarks: nowhere, in the speaker notes only (default), or on the slides.'),
  fragments: z.boolean().optional().describe('true shows points one at a time on the screen.'),
  agenda: z.boolean().optional().describe('false leaves the agenda out.'),
})

export type SlidesOptions = z.output<typeof slidesOptions>

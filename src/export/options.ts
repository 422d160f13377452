// What may be chosen about the files: config key `export`.
import * as z from 'zod'
import { papers } from './format.js'

export const exportOptions = z.strictObject({
  out: z.string().optional().describe('The folder the files go to; out when not given.'),
  to: z.array(z.string()).optional().describe('The formats; html and pdf when not given.'),
  url: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('The address of the folder the files are published in, for previews of links to the deck.'),
  fragments: z
    .boolean()
    .optional()
    .describe('true gives the PDF a page for each step of slides whose points come one at a time.'),
  paper: z.enum(papers).optional().describe('What handouts are printed on; a4 when not given.'),
})

export type ExportOptions = z.output<typeof exportOptions>

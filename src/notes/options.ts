// What may be chosen about the notes: config key `notes`.
import { z } from 'zod'

export const notesOptions = z.strictObject({
  lang: z.string().optional().describe('The language of the deck, when it is not that of most of the notes.'),
})

export type NotesOptions = z.output<typeof notesOptions>

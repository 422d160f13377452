// What may be chosen about the notes: config key `notes`.
import * as z from 'zod'
import { lineHabits } from './reading.js'
import { readPhrase } from './remarks/phrases.js'

const phrase = z.string().check((context) => {
  const wrong = readPhrase(context.value).problem
  if (wrong !== undefined) context.issues.push({ code: 'custom', message: wrong, input: context.value })
})

export const notesOptions = z.strictObject({
  lang: z.string().optional().describe('The language of the deck, when it is not that of most of the notes.'),
  sections: z
    .union([z.literal('auto'), z.int().min(1).max(6)])
    .optional()
    .describe('The heading level that begins a section, 1 to 6; auto (default) finds it out.'),
  lines: z
    .enum(lineHabits)
    .optional()
    .describe('What a line of a paragraph is: points, prose, or auto (default) judges.'),
  remarks: z
    .strictObject({
      private: z.array(phrase).default([]).describe('What makes a bracket, a clause or a line private.'),
      public: z.array(phrase).default([]).describe('What keeps one in the deck; decides before `private`.'),
    })
    .optional()
    .describe('Words or /patterns/ of the author’s own that decide what is a private remark.'),
})

export type NotesOptions = z.output<typeof notesOptions>

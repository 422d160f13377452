// The keys of the front matter: what each may be, and a sentence on what it means.
import * as z from 'zod'
import { aspects } from '../theme/aspect.js'
import { brandSchema } from '../theme/brand.js'
import { densities } from '../theme/density.js'
import { lineHabits } from './reading.js'

const text = z.union([z.string(), z.number()]).transform(String)

/** Every key of the front matter, with what it means. */
export const headSchema = z.object({
  title: text.exactOptional().describe('The deck’s title, on the first slide and in the PDF’s metadata.'),
  subtitle: text.exactOptional().describe('A line under the title.'),
  event: text.exactOptional().describe('The conference.'),
  date: text.exactOptional().describe('When it was, as it shall be printed.'),
  place: text.exactOptional().describe('Where it was.'),
  author: text.exactOptional().describe('Who took the notes.'),
  description: text
    .exactOptional()
    .describe('What the deck is about, for search engines and the PDF’s subject.'),
  keywords: z
    .union([text, z.array(text).transform((words) => words.join(', '))])
    .exactOptional()
    .describe('Words it is found by, separated by commas or as a list.'),
  lang: text.exactOptional().describe('The language of the deck: zh-Hans, zh-Hant, ja or en.'),
  theme: text.exactOptional().describe('A theme’s name or the path of its folder.'),
  brand: z
    .union([text, brandSchema])
    .exactOptional()
    .describe('The path of a brand.yaml, or its keys: accent, ink, bg, font, logo.'),
  aspect: z
    .enum(aspects)
    .exactOptional()
    .describe(`The slides’ shape: ${aspects.join(', ')}.`),
  density: z
    .enum(densities)
    .exactOptional()
    .describe('How full slides are: roomy, usual or dense; usual is the theme’s own.'),
  agenda: z.boolean().exactOptional().describe('true or false; false leaves the agenda out.'),
  fragments: z
    .boolean()
    .exactOptional()
    .describe('true shows the points of a slide one at a time, where the deck is shown by reveal.js.'),
  minutes: z
    .number()
    .positive()
    .max(1440)
    .exactOptional()
    .describe('A number: how many minutes the deck is to take; the speaker’s view keeps the pace.'),
  sections: z
    .union([z.literal('auto'), z.int().min(1).max(6)])
    .exactOptional()
    .describe('The heading level that begins a section, 1 to 6; auto finds it out.'),
  lines: z
    .enum(lineHabits)
    .exactOptional()
    .describe('points: each line of a paragraph is a thought; prose: its lines are one; auto judges.'),
  remarks: z
    .enum(['hide', 'notes', 'show'])
    .exactOptional()
    .describe('Private remarks: hide drops them, notes keeps them for the speaker alone, show shows them.'),
  closing: z
    .union([z.boolean(), text])
    .exactOptional()
    .describe('The last slide’s words; false leaves it out.'),
})

/** What people who write Chinese call them. */
export const chineseKeys: ReadonlyMap<string, string> = new Map([
  ['标题', 'title'],
  ['題目', 'title'],
  ['题目', 'title'],
  ['標題', 'title'],
  ['副标题', 'subtitle'],
  ['会议', 'event'],
  ['活动', 'event'],
  ['日期', 'date'],
  ['时间', 'date'],
  ['時間', 'date'],
  ['地点', 'place'],
  ['地點', 'place'],
  ['作者', 'author'],
  ['主题', 'theme'],
  ['语言', 'lang'],
])

/** Their names. */
export const knownKeys = Object.keys(headSchema.shape)
/** The sentence of one. */
export const descriptionOf = (key: string) =>
  Object.entries(headSchema.shape).find(([known]) => known === key)?.[1].description ?? ''

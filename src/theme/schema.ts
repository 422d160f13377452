// theme.yaml's keys, each with a sentence; what the file leaves out comes from its parent, at last from defaults.ts.
import * as z from 'zod'
import { isColor } from './color.js'

const color = z.string().refine(isColor, {
  error: ({ input }) => `“${input}” is not a CSS colour; write it like "#0a6e5c", in quotes`,
})
const family = z.string().min(1)
const weight = z.number().min(100).max(900)

const fontChoice = z
  .strictObject({
    latin: family.describe('Family for Latin letters and figures.'),
    cjk: family.describe('Family for Chinese and Japanese.'),
    weight: weight.describe('Weight of the face, 100 to 900.'),
    'latin-weight': weight.describe('Weight of its Latin letters, when it differs.'),
    'latin-scale': z
      .number()
      .min(0.5)
      .max(2)
      .describe('Size of Latin letters beside Han; 1.08 is 8 % larger.'),
  })
  .partial()

export const colorsSchema = z.strictObject({
  bg: color.describe('The page.'),
  surface: color.describe('Cards and code, a shade off the page.'),
  ink: color.describe('Text.'),
  muted: color.describe('Lesser text: captions, counts.'),
  line: color.describe('Rules and borders.'),
  accent: color.describe('The one colour that leads the eye.'),
  'on-accent': color.describe('Text on the accent.'),
  remark: color.describe('The note-taker’s remarks, where they are shown.'),
})

const px = z.number().min(0).max(400)

const fontSchema = z.strictObject({
  text: fontChoice.optional().describe('Points and paragraphs; what the other roles fall back to.'),
  strong: fontChoice.optional().describe('Bold words in the text.'),
  display: fontChoice.optional().describe('Titles and large words.'),
  label: fontChoice.optional().describe('Small furniture: numbers of sections, table heads.'),
  numeral: fontChoice.optional().describe('Large numbers.'),
  remark: fontChoice.optional().describe('Remarks, where they are shown, and the seal.'),
  code: fontChoice.optional().describe('Code.'),
  scale: z
    .number()
    .min(0.8)
    .max(1.25)
    .optional()
    .describe('Makes points and slide titles larger or smaller.'),
})

const densitySchema = z
  .strictObject({
    steps: z
      .array(z.number().min(16).max(120))
      .min(1)
      .max(6)
      .describe(
        'Type sizes of points, px, largest first: one for slides with little on them, then the usual, last the smallest.',
      ),
    fill: z.number().min(0.3).max(1).describe('How full a good slide is.'),
    'max-points': z.number().int().min(1).max(20).describe('Points a slide carries well.'),
  })
  .partial()

const slideSchema = z
  .strictObject({
    padding: z.tuple([px, px, px, px]).describe('Top, right, bottom, left, px on the 1280×720 canvas.'),
    density: densitySchema.describe('How much stands on a slide.'),
    remarks: z
      .enum(['margin', 'below'])
      .describe('Remarks, where they are shown: in a margin beside the points, or below each.'),
  })
  .partial()

/** What a logo can stand on; a test keeps it to the layouts there are. */
export const logoPlaces = [
  ...['all', 'title', 'agenda', 'section', 'statement', 'cards', 'number', 'compare', 'figure'],
  ...['table', 'code', 'quote', 'panel', 'reflection', 'takeaways', 'closing', 'points'],
]

export const logoSchema = z
  .strictObject({
    src: z.string().min(1).describe('A picture in the theme’s folder; SVG is best.'),
    dark: z.string().min(1).describe('The same picture as it is drawn for dark grounds.'),
    on: z.array(z.enum(logoPlaces)).min(1).describe('Layouts it stands on, or `all`.'),
    height: z.number().min(12).max(160).describe('Its height, px on the canvas.'),
  })
  .partial()

const tokens = {
  color: colorsSchema.partial().optional().describe('Eight colour roles; those left out follow the others.'),
  font: fontSchema.optional().describe('A face for each role of type.'),
  slide: slideSchema.optional().describe('Measures of the slide.'),
  logo: logoSchema.optional().describe('A picture in the corner.'),
}

/** What one layer of a theme may say: a variant, a brand, the command line. */
export const tokensSchema = z.strictObject(tokens)

/** The shape of theme.yaml. */
export const themeFileSchema = z.strictObject({
  name: z.string().min(1).describe('The theme’s name.'),
  mood: z.string().optional().describe('One line on how it feels, for `recap theme list`.'),
  extends: z
    .string()
    .optional()
    .describe('The theme it builds on, named as for `--theme`; without it, a plain white page.'),
  tokens: z
    .string()
    .optional()
    .describe('A file of design tokens (DTCG JSON) in its folder, read before the keys below.'),
  ...tokens,
  variants: z
    .record(
      z.string().regex(/^[a-z][\w-]*$/i, 'a variant’s name is letters, digits and hyphens'),
      tokensSchema,
    )
    .optional()
    .describe('Other looks of it by name, each with the four keys above: `--theme acme:dark`.'),
})

export type ThemeFile = z.output<typeof themeFileSchema>
export type ThemeTokens = z.output<typeof tokensSchema>
export type FontFile = z.output<typeof fontChoice>
export type Colors = Readonly<Record<keyof z.output<typeof colorsSchema>, string>>

export type ThemeSettings = {
  readonly color: Colors
  readonly font: NonNullable<ThemeTokens['font']>
  readonly slide: {
    readonly padding: readonly [number, number, number, number]
    readonly density: {
      readonly steps: readonly number[]
      readonly fill: number
      readonly 'max-points': number
    }
    readonly remarks?: 'margin' | 'below' | undefined
  }
}

// theme.yaml's keys, each with a sentence; what the file leaves out comes from its parent, at last from `themeDefaults`.
import { z } from 'zod'

const color = z
  .string()
  .regex(/^(#[0-9a-f]{3,8}|(rgb|hsl|oklch|oklab|lab|lch)\([^;{}<>]*\)|[a-z]+)$/i, 'is not a CSS colour')
const family = z.string().min(1)

const fontChoice = z
  .strictObject({
    latin: family.describe('Family for Latin letters and figures.'),
    cjk: family.describe('Family for Chinese and Japanese.'),
    weight: z.number().min(100).max(900).describe('Weight of the face, 100 to 900.'),
    'latin-weight': z.number().min(100).max(900).describe('Weight of its Latin letters, when it differs.'),
    'latin-scale': z
      .number()
      .min(0.5)
      .max(2)
      .describe('Size of Latin letters beside Han; 1.08 is 8 % larger.'),
  })
  .partial()

const colors = z.strictObject({
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

/** The shape of theme.yaml. */
export const themeFileSchema = z.strictObject({
  name: z.string().min(1).describe('The theme’s name.'),
  mood: z.string().optional().describe('One line on how it feels, for `recap theme list`.'),
  extends: z.string().optional().describe('The theme it builds on: a built-in name or a folder.'),
  color: colors.partial().optional().describe('Eight colour roles.'),
  font: z
    .strictObject({
      text: fontChoice.optional().describe('Points and paragraphs.'),
      strong: fontChoice.optional().describe('Bold words in the text.'),
      display: fontChoice.optional().describe('Titles and large words.'),
      label: fontChoice.optional().describe('Small furniture: numbers of sections, table heads.'),
      numeral: fontChoice.optional().describe('Large numbers.'),
      remark: fontChoice.optional().describe('Remarks, where they are shown, and the seal.'),
      code: fontChoice.optional().describe('Code.'),
    })
    .optional()
    .describe('A face for each role; `text` is what the others fall back to.'),
  slide: z
    .strictObject({
      padding: z.tuple([px, px, px, px]).describe('Top, right, bottom, left, px on the 1280×720 canvas.'),
      density: z
        .strictObject({
          steps: z
            .array(z.number().min(10).max(120))
            .min(1)
            .max(6)
            .describe(
              'Type sizes of points, px, largest first: one for slides with little on them, then the usual, last the smallest.',
            ),
          fill: z.number().min(0.3).max(1).describe('How full a good slide is.'),
          'max-points': z.number().int().min(1).max(20).describe('Points a slide carries well.'),
        })
        .partial(),
    })
    .partial()
    .optional()
    .describe('Measures of the slide.'),
})

export type ThemeFile = z.output<typeof themeFileSchema>
export type FontFile = z.output<typeof fontChoice>

export type ThemeSettings = {
  readonly color: Readonly<Record<keyof z.output<typeof colors>, string>>
  readonly font: Readonly<Partial<Record<string, FontFile>>>
  readonly slide: {
    readonly padding: readonly [number, number, number, number]
    readonly density: {
      readonly steps: readonly number[]
      readonly fill: number
      readonly 'max-points': number
    }
  }
}

/** A plain white page in the house faces: where every chain of themes ends. */
export const themeDefaults: ThemeSettings = {
  color: {
    bg: '#ffffff',
    surface: '#f4f4f2',
    ink: '#16181d',
    muted: '#5c6370',
    line: '#d9dce1',
    accent: '#1f5eff',
    'on-accent': '#ffffff',
    remark: '#8a4b08',
  },
  font: {
    text: {
      latin: 'Source Serif 4',
      cjk: 'Noto Serif SC',
      weight: 500,
      'latin-weight': 400,
      'latin-scale': 1.08,
    },
    strong: { weight: 900 },
    display: { weight: 900 },
    label: { weight: 600 },
    numeral: { weight: 600 },
    code: { latin: 'IBM Plex Mono', weight: 400, 'latin-weight': 400, 'latin-scale': 1 },
  },
  slide: { padding: [64, 88, 60, 88], density: { steps: [44, 37, 30, 27, 24], fill: 0.72, 'max-points': 6 } },
}

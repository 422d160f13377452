// A deck open in Chrome → how well each kind of text on it is read, measured on pictures of the slides without their words.
import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { takePictures } from '../../export/pictures.js'
import { contrastScriptFile } from '../../shared/package-files.js'
import type { Problem } from '../../shared/problem.js'
import { enoughContrast } from '../../theme/contrast.js'
import type { Theme } from '../../theme/theme.js'
import type { DrawnDeck } from './draw-in.js'

const text = z.object({
  layout: z.string(),
  role: z.string(),
  words: z.string(),
  sizePx: z.number(),
  ratio: z.number(),
  ink: z.string(),
  behind: z.string(),
})
export type RoleContrast = z.output<typeof text>

/** Every text of the deck. The deck's page is of no other use afterwards: its words are hidden. */
export async function measureContrasts(drawn: DrawnDeck): Promise<readonly RoleContrast[]> {
  const { page } = drawn.open
  await page.evaluate(await readFile(contrastScriptFile, 'utf8'))
  await page.evaluate('recapContrast.hideTexts()')
  const pictures = await takePictures(drawn, { type: 'png', scale: 1 })
  const found: RoleContrast[] = []
  for (const [index, { bytes }] of pictures.entries()) {
    const picture = `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`
    found.push(
      ...z
        .array(text)
        .parse(await page.evaluate(`recapContrast.compare(${index}, ${JSON.stringify(picture)})`)),
    )
  }
  return found
}

/** Of each role the text that is read worst, the worst role first. */
export function worstOf(found: readonly RoleContrast[]): readonly RoleContrast[] {
  const worst = new Map<string, RoleContrast>()
  for (const one of found.toSorted((a, b) => a.ratio - b.ratio))
    if (!worst.has(one.role)) worst.set(one.role, one)
  return [...worst.values()]
}

/** One problem for each role that is hard to read. */
export const tellLow = (contrasts: readonly RoleContrast[], theme: Theme): readonly Problem[] =>
  contrasts
    .filter(({ ratio }) => ratio < enoughContrast)
    .map(({ role, layout, words, ratio, ink, behind }) => ({
      code: 'theme/low-contrast',
      severity: 'warning',
      message: `“${words}” (${role} on ${layout}) is ${ink} on ${behind}: ${ratio.toFixed(1)}:1, where ${enoughContrast}:1 is easy to read.`,
      hint: `Change its colour in the theme ${theme.name}, or what is behind it.`,
    }))

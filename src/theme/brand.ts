// brand.yaml, `brand:` in the notes, `--set` on the command line, custom.css → layers that lie over any theme.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'
import { readText } from '../shared/files.js'
import { type At, DeckError } from '../shared/problem.js'
import { explainIssue, knownKeys, readYaml } from '../shared/read-yaml.js'
import { suggestName } from '../shared/text.js'
import { colorsSchema, logoSchema, type ThemeTokens, tokensSchema } from './schema.js'
import { readSheet } from './sheets.js'
import { type Layer, tokenWords } from './step.js'
import type { Sheet } from './theme.js'

const { bg, ink, accent } = colorsSchema.shape
const family = z.string().min(1)

/** What a brand may say. */
export const brandSchema = z.strictObject({
  accent: accent.optional(),
  ink: ink.optional(),
  bg: bg.optional(),
  font: z
    .union([family, z.strictObject({ latin: family, cjk: family }).partial()])
    .optional()
    .describe('The family of Latin letters, or `latin` and `cjk`, for all type but code.'),
  logo: z
    .union([z.string().min(1), logoSchema])
    .optional()
    .describe('A picture beside the brand’s file, or `src`, `dark`, `on` and `height` as in theme.yaml.'),
})
export type Brand = z.output<typeof brandSchema>

/** Codes and words for a brand's mistakes. */
export const brandWords = {
  codes: { broken: 'theme/not-yaml', unknown: 'theme/unknown-brand-key', bad: 'theme/bad-brand' },
  key: 'key of a brand',
}

const branded = ['text', 'strong', 'display', 'label', 'numeral', 'remark'] as const

/** A brand as a layer; `root` is the folder its logo lies in. */
export function layBrand({ accent, ink, bg, font, logo }: Brand, root: string, at: At): Layer {
  const color = { accent, ink, bg }
  const face = typeof font === 'string' ? { latin: font } : font
  const tokens: ThemeTokens = {
    ...(Object.values(color).some((one) => one !== undefined) ? { color } : {}),
    ...(face ? { font: Object.fromEntries(branded.map((role) => [role, face])) } : {}),
    ...(logo === undefined ? {} : { logo: typeof logo === 'string' ? { src: logo } : logo }),
  }
  return { tokens, root, at }
}

async function readBrandFile(file: string): Promise<Layer> {
  const brand = readYaml(await readText(file), brandSchema, { ...brandWords, file })
  return layBrand(brand, path.dirname(file), { file })
}

/**
 * The brand of some notes, what wins first: what their front matter says, a path or the keys themselves; keys lie over
 * brand.yaml beside the notes, a path stands in its place.
 * Throws DeckError with file, line and mend.
 */
export async function readBrand(
  notesFile: string,
  asked: string | Brand | undefined,
): Promise<readonly Layer[]> {
  const root = path.dirname(path.resolve(notesFile))
  const at = { file: notesFile, line: 1 }
  const own = typeof asked === 'object' ? [layBrand(asked, root, at)] : []
  const file = path.resolve(root, typeof asked === 'string' ? asked : 'brand.yaml')
  if (existsSync(file)) return [...own, await readBrandFile(file)]
  if (typeof asked !== 'string') return own
  const message = `There is no “${file}”.`
  const hint =
    'Give the path of a brand.yaml from the notes’ folder, or its keys: brand: { accent: "#0a6e5c" }.'
  throw new DeckError({ code: 'theme/no-brand', message, hint, at })
}

/** custom.css beside the notes: the author's last word on looks. */
export async function readOwnSheet(notesFile: string): Promise<readonly Sheet[]> {
  const root = path.dirname(path.resolve(notesFile))
  const file = path.join(root, 'custom.css')
  return existsSync(file) ? [{ file, css: (await readSheet(file, root)).css, layer: 'user' }] : []
}

/** `color.accent=#0a6e5c` → a layer. Throws DeckError with blame usage, naming the flag. */
export function readSetting(setting: string): Layer {
  const flag = `--set ${setting}`
  const fail = (code: string, message: string, hint: string | undefined): never => {
    throw new DeckError(
      { code, message: `${flag}: ${message}`, ...(hint ? { hint } : {}) },
      { blame: 'usage' },
    )
  }
  const [, keys, written] = /^([\w.-]+)\s*=\s*(.*)$/s.exec(setting) ?? []
  if (keys === undefined || written === undefined)
    return fail('theme/bad-setting', 'this is no KEY=VALUE.', 'Write it like --set color.accent=#0a6e5c')
  const names = keys.split('.')
  let value: unknown
  try {
    // In YAML “#” begins a comment; here it is a colour.
    value = written.startsWith('#') ? written : parse(written, { schema: 'core', maxAliasCount: 0 })
  } catch {
    return fail('theme/bad-setting', `“${written}” is no value.`, 'Write lists like [64, 88, 60, 88].')
  }
  const nested = names.reduceRight<unknown>((inner, name) => Object.fromEntries([[name, inner]]), value)
  const parsed = tokensSchema.safeParse(nested)
  if (parsed.success) return { tokens: parsed.data, root: path.resolve('.'), at: { file: flag } }
  const { problem } = explainIssue(parsed.error, tokensSchema, tokenWords)
  const known = knownKeys(tokensSchema, names.slice(0, -1))
  return fail(problem.code, problem.message, problem.hint ?? suggestName(keys, known))
}

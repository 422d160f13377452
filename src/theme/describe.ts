// The schema of theme.yaml → a table of its keys: what each may be, what it is when nobody says, and a sentence.
import * as z from 'zod'
import { themeDefaults } from './defaults.js'
import { themeFileSchema } from './schema.js'
import { fontRoles } from './theme.js'

export type ThemeKey = {
  /** Such as `color.accent`. */
  readonly key: string
  /** What it may be, in words. */
  readonly kind: string
  /** What it is when neither a theme nor its parents say; in YAML. */
  readonly usual: string
  readonly sentence: string
}

const nodeSchema = z.object({
  type: z.string().optional(),
  description: z.string().default(''),
  enum: z.array(z.string()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
})
type Node = z.output<typeof nodeSchema>

function kindOf(key: string, { type, enum: words, minimum, maximum }: Node): string {
  if (words) return words.join(', ')
  if (key.startsWith('color.')) return 'colour'
  if (type === 'array') return 'list'
  if (type === 'object') return 'map'
  if (type === 'string') return 'text'
  return minimum === undefined || maximum === undefined ? 'number' : `${minimum} to ${maximum}`
}

const elsewhere: Readonly<Record<string, string>> = {
  'logo.on': '[title, section, closing]',
  'logo.height': '40',
  'font.scale': '1',
}

function usualOf(path: readonly string[]): string {
  const key = path.join('.')
  let value: unknown = themeDefaults
  for (const name of path) value = Object(value) === value ? Reflect.get(Object(value), name) : undefined
  if (Array.isArray(value)) return `[${value.join(', ')}]`
  return typeof value === 'string' || typeof value === 'number' ? String(value) : (elsewhere[key] ?? '')
}

// All roles of type have the same keys: those of `text` stand for them.
const isOneOfMany = (path: readonly string[]) =>
  path.length === 3 && path[0] === 'font' && fontRoles.some((role) => role !== 'text' && role === path[1])

function walk(raw: unknown, path: readonly string[]): readonly ThemeKey[] {
  const node = nodeSchema.parse(raw)
  if (isOneOfMany(path)) return []
  const below = Object.entries(node.properties ?? {}).flatMap(([name, inner]) => walk(inner, [...path, name]))
  if (path.length === 0) return below
  const key = path.join('.')
  const own = { key, kind: kindOf(key, node), usual: usualOf(path), sentence: node.description }
  return [own, ...below]
}

/** Every key of theme.yaml, in the schema's order. */
export const listThemeKeys = (): readonly ThemeKey[] =>
  walk(z.toJSONSchema(themeFileSchema, { io: 'input', unrepresentable: 'any' }), [])

/** The same as a Markdown table, which themes/README.md holds. */
export function themeKeysTable(): string {
  const rows = listThemeKeys().map(
    ({ key, kind, usual, sentence }) =>
      `| \`${key}\` | ${kind} | ${usual === '' ? '' : `\`${usual}\``} | ${sentence} |`,
  )
  return ['| key | may be | else | what it is |', '|---|---|---|---|', ...rows].join('\n')
}

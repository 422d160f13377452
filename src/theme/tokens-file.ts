// Design tokens as other tools write them (DTCG 2025.10: $value, $type, {alias}) → a theme's tokens.
// https://www.designtokens.org/tr/2025.10/format/
import { readText } from '../shared/files.js'
import { DeckError } from '../shared/problem.js'
import { explainIssue } from '../shared/read-yaml.js'
import { hexOf } from './color.js'
import { placeOf } from './place.js'
import { type ThemeTokens, tokensSchema } from './schema.js'

type Tree = Readonly<Record<string, unknown>>
const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What the keys of theme.yaml begin with; other groups, such as a palette, are there to be referred to. */
const groups = ['color', 'font', 'slide', 'logo']

const spaces: Readonly<Record<string, string>> = {
  srgb: 'color(srgb',
  'srgb-linear': 'color(srgb-linear',
  'display-p3': 'color(display-p3',
  'a98-rgb': 'color(a98-rgb',
  'prophoto-rgb': 'color(prophoto-rgb',
  rec2020: 'color(rec2020',
  'xyz-d65': 'color(xyz-d65',
  'xyz-d50': 'color(xyz-d50',
  ...Object.fromEntries(['oklch', 'oklab', 'lch', 'lab', 'hsl', 'hwb'].map((space) => [space, `${space}(`])),
}

function colorOf({ colorSpace, components, hex }: Tree): unknown {
  const numbers = Array.isArray(components) ? components.map(String) : []
  const opening = spaces[String(colorSpace)]
  const percent = colorSpace === 'hsl' || colorSpace === 'hwb'
  const shown = numbers.map((one, index) => (percent && index > 0 && one !== 'none' ? `${one}%` : one))
  const css = opening === undefined ? undefined : hexOf(`${opening} ${shown.join(' ')})`)
  return css ?? hex
}

/** A token's value as theme.yaml would have it: colours as hex, dimensions in px, the first of several font families. */
function plainValue(value: unknown, key: string): unknown {
  if (Array.isArray(value))
    return key === 'latin' || key === 'cjk' ? value[0] : value.map((one) => plainValue(one, ''))
  if (!isTree(value))
    return typeof value === 'string' && /^[\d.]+px$/.test(value) ? Number.parseFloat(value) : value
  if ('colorSpace' in value || 'hex' in value) return colorOf(value)
  if ('value' in value && 'unit' in value)
    return value['unit'] === 'px' ? value['value'] : `${value['value']}${value['unit']}`
  return value
}

type Read = {
  readonly root: Tree
  /** `word` is what stands where the mistake is. */
  readonly fail: (message: string, hint: string, word: string) => never
}

function follow(value: unknown, read: Read, seen: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => follow(one, read, seen))
  const alias = typeof value === 'string' ? /^\{([^{}]+)\}$/.exec(value)?.[1] : undefined
  if (alias === undefined) return value
  const chain = [...seen, alias]
  if (seen.includes(alias))
    return read.fail(
      `Tokens refer to each other in a circle: ${chain.join(' → ')}.`,
      'Give one of them a value.',
      `{${alias}}`,
    )
  let node: unknown = read.root
  for (const key of alias.split('.')) node = isTree(node) ? node[key] : undefined
  if (isTree(node) && '$value' in node) return follow(node['$value'], read, chain)
  return read.fail(
    `“{${alias}}” refers to a token that is not there.`,
    'Write the path of a token that has a $value.',
    `{${alias}}`,
  )
}

function plainTree(tree: Tree, read: Read): Tree {
  const entries = Object.entries(tree).flatMap(([key, node]) => {
    if (key.startsWith('$') || !isTree(node)) return []
    const value = '$value' in node ? plainValue(follow(node['$value'], read, []), key) : plainTree(node, read)
    return [[key, value] as const]
  })
  return Object.fromEntries(entries)
}

/** Reads a file of tokens named as the keys of theme.yaml are. Throws DeckError `theme/bad-tokens` naming the token. */
export async function readTokensFile(file: string): Promise<ThemeTokens> {
  const source = await readText(file)
  const refuse = (message: string, hint: string, offset = 0): never => {
    throw new DeckError({ code: 'theme/bad-tokens', message, hint, at: { file, ...placeOf(source, offset) } })
  }
  const fail: Read['fail'] = (message, hint, word) => refuse(message, hint, Math.max(0, source.indexOf(word)))
  let root: unknown
  try {
    root = JSON.parse(source)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : ''
    const offset = Number(/position (\d+)/.exec(why)?.[1] ?? 0)
    refuse(`This is not JSON: ${why}.`, 'Export the tokens again.', offset)
  }
  if (!isTree(root)) return refuse('This holds no group of tokens.', 'Export the tokens again.')
  const named = Object.fromEntries(groups.flatMap((key) => (isTree(root[key]) ? [[key, root[key]]] : [])))
  const parsed = tokensSchema.safeParse(plainTree(named, { root, fail }))
  if (parsed.success) return parsed.data
  const codes = { broken: 'theme/bad-tokens', unknown: 'theme/bad-tokens', bad: 'theme/bad-tokens' }
  const { problem, keys } = explainIssue(parsed.error, tokensSchema, { codes, key: 'token' })
  const last = String(keys.at(-1) ?? '')
  const offset = Math.max(0, source.indexOf(`"${last}"`))
  throw new DeckError({ ...problem, at: { file, ...placeOf(source, offset) } })
}

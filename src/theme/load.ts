// A theme's name or folder → the theme: theme.yaml by its schema, `extends` followed, style sheets read, defaults under all.
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { isScalar, LineCounter, parseDocument } from 'yaml'
import { readText } from '../shared/files.js'
import { themesDir } from '../shared/package-files.js'
import { DeckError } from '../shared/problem.js'
import { suggestName } from '../shared/text.js'
import {
  type FontFile,
  type ThemeFile,
  type ThemeSettings,
  themeDefaults,
  themeFileSchema,
} from './schema.js'
import type { FontChoice, FontRole, Theme } from './theme.js'

/** The names of the built-in themes, in alphabetical order. */
export function listThemes(): readonly string[] {
  return readdirSync(themesDir)
    .filter((name) => existsSync(path.join(themesDir, name, 'theme.yaml')))
    .toSorted()
}

function findThemeDir(name: string, from: string): string {
  if (!/[\\/]/.test(name) && !name.startsWith('.')) {
    const dir = path.join(themesDir, name)
    if (existsSync(path.join(dir, 'theme.yaml'))) return dir
    throw new DeckError({
      code: 'theme/unknown-theme',
      message: `There is no theme “${name}”.`,
      hint: `${suggestName(name, listThemes())} A folder of your own is given as a path: ./${name}.`,
    })
  }
  const dir = path.resolve(from, name)
  if (existsSync(path.join(dir, 'theme.yaml'))) return dir
  throw new DeckError({
    code: 'theme/unknown-theme',
    message: `There is no theme.yaml in “${dir}”.`,
    hint: 'Give the folder that holds theme.yaml, or the name of a built-in theme.',
  })
}

function readThemeFile(source: string, file: string): ThemeFile {
  const lineCounter = new LineCounter()
  const document = parseDocument(source, { lineCounter, schema: 'core', logLevel: 'silent' })
  const broken = document.errors[0]
  if (broken) {
    const place = broken.linePos?.[0]
    const at = { file, line: place?.line ?? 1, column: place?.col ?? 1 }
    throw new DeckError({
      code: 'theme/not-yaml',
      message: broken.message.split('\n')[0] ?? 'It is not YAML.',
      at,
    })
  }
  const parsed = themeFileSchema.safeParse(document.toJS({ maxAliasCount: 0 }))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const keys =
    issue?.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : (issue?.path ?? [])
  const parent = document.getIn(keys.slice(0, -1), true)
  const pair =
    typeof parent === 'object' && parent !== null && 'items' in parent && Array.isArray(parent.items)
      ? parent.items.find((item) => isScalar(item?.key) && item.key.value === keys.at(-1))
      : undefined
  const place = lineCounter.linePos(pair?.key?.range?.[0] ?? 0)
  const name = keys.join('.')
  const unknown = issue?.code === 'unrecognized_keys'
  throw new DeckError({
    code: unknown ? 'theme/unknown-token' : 'theme/bad-token',
    message: unknown
      ? `There is no token “${name}”.`
      : `“${name}” ${issue?.message ?? 'is not what was expected'}.`,
    hint: 'The tokens are listed in themes/README.md.',
    at: { file, line: place.line, column: place.col },
  })
}

type Loaded = { readonly name: string; readonly file: ThemeFile; readonly styles: Theme['styles'] }

async function loadChain(name: string, from: string, seen: readonly string[]): Promise<readonly Loaded[]> {
  const dir = findThemeDir(name, from)
  if (seen.includes(dir)) {
    const chain = [...seen, dir].map((step) => path.basename(step)).join(' → ')
    throw new DeckError({ code: 'theme/cycle', message: `Themes extend each other in a circle: ${chain}.` })
  }
  const yamlFile = path.join(dir, 'theme.yaml')
  const file = readThemeFile(await readText(yamlFile), yamlFile)
  const cssFile = path.join(dir, 'theme.css')
  const styles = existsSync(cssFile) ? [{ file: cssFile, css: await readText(cssFile) }] : []
  const parents = file.extends === undefined ? [] : await loadChain(file.extends, dir, [...seen, dir])
  return [{ name: file.name, file, styles }, ...parents]
}

function chooseFont(role: FontRole, layers: readonly ThemeSettings['font'][]): FontChoice {
  const pick = <K extends keyof FontFile>(key: K): FontFile[K] =>
    layers.map((layer) => layer[role]?.[key]).find((value) => value !== undefined) ??
    layers.map((layer) => layer['text']?.[key]).find((value) => value !== undefined)
  const own = (key: 'latin-weight' | 'weight') =>
    layers.map((layer) => layer[role]?.[key]).find((value) => value !== undefined)
  const weight = pick('weight') ?? 400
  return {
    latin: pick('latin') ?? 'Source Serif 4',
    cjk: pick('cjk') ?? 'Noto Serif SC',
    weight,
    // A role that sets its weight and says nothing of Latin means both.
    latinWeight: own('latin-weight') ?? own('weight') ?? pick('latin-weight') ?? weight,
    latinScale: pick('latin-scale') ?? 1,
  }
}

/** Loads a theme. Throws DeckError (`theme/…`) with file, line and column for anything it cannot use. */
export async function loadTheme(name: string, from: string): Promise<Theme> {
  const chain = await loadChain(name, from, [])
  const fonts = [...chain.map((step) => step.file.font ?? {}), themeDefaults.font]
  const oldestFirst = chain.toReversed()
  const color = { ...themeDefaults.color }
  for (const step of oldestFirst) Object.assign(color, step.file.color)
  const slides = chain.map((step) => step.file.slide)
  const density = { ...themeDefaults.slide.density }
  for (const step of slides.toReversed()) Object.assign(density, step?.density)
  return {
    name: chain[0]?.name ?? name,
    chain: chain.map((step) => step.name),
    color,
    font: {
      text: chooseFont('text', fonts),
      strong: chooseFont('strong', fonts),
      display: chooseFont('display', fonts),
      label: chooseFont('label', fonts),
      numeral: chooseFont('numeral', fonts),
      remark: chooseFont('remark', fonts),
      code: chooseFont('code', fonts),
    },
    slide: {
      padding: slides.find((slide) => slide?.padding)?.padding ?? themeDefaults.slide.padding,
      density,
    },
    styles: oldestFirst.flatMap((step) => step.styles),
  }
}

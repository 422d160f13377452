// One theme of a chain, where it lies → all it brings: tokens, style sheets, templates, fonts.
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { readText } from '../shared/files.js'
import type { At } from '../shared/problem.js'
import { readYaml } from '../shared/read-yaml.js'
import { findAsset } from './assets.js'
import type { ThemePlace } from './find.js'
import { bridgeCss, isForeign, readForeign, withoutFaces } from './foreign.js'
import { placeOfKey } from './place.js'
import { type ThemeFile, type ThemeTokens, themeFileSchema } from './schema.js'
import { type Remote, readSheet } from './sheets.js'
import type { Sheet } from './theme.js'
import { readTokensFile } from './tokens-file.js'

/** Tokens, and where they were written: what a path in them starts from, and a problem points to. */
export type Layer = { readonly tokens: ThemeTokens; readonly root: string; readonly at: At }

export type Step = {
  readonly place: ThemePlace
  readonly file: ThemeFile
  /** Newest first. */
  readonly layers: readonly Layer[]
  readonly variants: Readonly<Record<string, Layer>>
  readonly styles: readonly Sheet[]
  readonly foreign: boolean
  readonly templateDirs: readonly string[]
  readonly fontFiles: readonly string[]
  readonly remotes: readonly Remote[]
}

/** What a key of theme.yaml is called, and the codes of what can be wrong with it. */
export const tokenWords = {
  codes: { broken: 'theme/not-yaml', unknown: 'theme/unknown-token', bad: 'theme/bad-token' },
  key: 'token',
}

async function readLone(place: ThemePlace): Promise<Step> {
  const foreign = isForeign(withoutFaces(await readText(place.file)))
  const { css, remotes } = await readSheet(place.file, place.dir)
  const sheet: Sheet = {
    file: place.file,
    css: foreign ? withoutFaces(css) : css,
    layer: foreign ? 'compat' : 'theme',
  }
  const own = foreign ? readForeign(css) : {}
  return {
    place,
    file: { name: place.name, ...(foreign ? {} : { extends: 'paper' }) },
    layers: [{ tokens: own, root: place.dir, at: { file: place.file } }],
    variants: {},
    styles: foreign ? [sheet, { file: place.file, css: bridgeCss, layer: 'bridge' }] : [sheet],
    foreign,
    templateDirs: [],
    fontFiles: [],
    remotes,
  }
}

async function readFolder(place: ThemePlace): Promise<Step> {
  const { dir, file } = place
  const at = { file }
  const read = readYaml(await readText(file), themeFileSchema, { ...tokenWords, file })
  const { color, font, slide, logo } = read
  const own: Layer = { tokens: { color, font, slide, logo }, root: dir, at }
  const imported: readonly Layer[] =
    read.tokens === undefined
      ? []
      : [
          {
            tokens: await readTokensFile(await findAsset(read.tokens, dir, await placeOfKey(at, 'tokens'))),
            root: dir,
            at,
          },
        ]
  const cssFile = path.join(dir, 'theme.css')
  const sheet = existsSync(cssFile) ? await readSheet(cssFile, dir) : undefined
  const fontsDir = path.join(dir, 'fonts')
  const fonts = existsSync(fontsDir) ? readdirSync(fontsDir) : []
  const fontFiles = fonts
    .filter((name) => /\.(woff2|woff|ttf|otf)$/i.test(name))
    .toSorted()
    .map((name) => findAsset(path.join('fonts', name), dir, at))
  const hasTemplates = ['layouts', 'partials'].some((name) => existsSync(path.join(dir, name)))
  const variants = Object.entries(read.variants ?? {}).map(([name, tokens]) => [
    name,
    { tokens, root: dir, at },
  ])
  return {
    place,
    file: read,
    layers: [own, ...imported],
    variants: Object.fromEntries(variants),
    styles: sheet ? [{ file: cssFile, css: sheet.css, layer: 'theme' }] : [],
    foreign: false,
    templateDirs: hasTemplates ? [dir] : [],
    fontFiles: await Promise.all(fontFiles),
    remotes: sheet?.remotes ?? [],
  }
}

/** Reads one theme, its parents not. */
export const readStep = (place: ThemePlace): Promise<Step> =>
  place.kind === 'folder' ? readFolder(place) : readLone(place)

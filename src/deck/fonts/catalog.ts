// The families a theme may name → the npm package each comes from, and that package's style sheets.
// Adding a family is adding a row; weights, styles and slices are read from the sheets themselves.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { DeckError } from '../../shared/problem.js'

export type Family = {
  readonly name: string
  readonly package: string
  /** Style sheets within the package, of which the best weight and style is taken. */
  readonly sheets: readonly string[]
  /** `cjk`: glyphs are merged and given `halt`; `latin`: kerning and ligatures are kept. */
  readonly script: 'cjk' | 'latin'
  readonly licence: string
  /** The name the cut font bears inside, in a PDF's list of fonts for one (see name.ts). */
  readonly cutName: string
}
export type InstalledFamily = Family & { readonly version: string; readonly folder: string }

const upright = ['index.css']
const withItalic = ['index.css', 'wght-italic.css']
const plexWeights = [100, 200, 300, 400, 500, 600, 700]
const plexMono = plexWeights.flatMap((weight) => [`${weight}.css`, `${weight}-italic.css`])
const wenkai = ['lxgwwenkai-light.css', 'lxgwwenkai-regular.css', 'lxgwwenkai-bold.css']
const variable = (name: string): string => `@fontsource-variable/${name}`
const licence = 'OFL-1.1'

const families: readonly Family[] = [
  {
    name: 'Noto Serif SC',
    package: variable('noto-serif-sc'),
    sheets: upright,
    script: 'cjk',
    licence,
    cutName: 'DeckSong',
  },
  {
    name: 'Noto Sans SC',
    package: variable('noto-sans-sc'),
    sheets: upright,
    script: 'cjk',
    licence,
    cutName: 'DeckHei',
  },
  {
    name: 'LXGW WenKai',
    package: 'lxgw-wenkai-webfont',
    sheets: wenkai,
    script: 'cjk',
    licence,
    cutName: 'DeckKai',
  },
  {
    name: 'Source Serif 4',
    package: variable('source-serif-4'),
    sheets: withItalic,
    script: 'latin',
    licence,
    cutName: 'DeckSerif',
  },
  {
    name: 'IBM Plex Mono',
    package: '@fontsource/ibm-plex-mono',
    sheets: plexMono,
    script: 'latin',
    licence,
    cutName: 'DeckMono',
  },
  {
    name: 'IBM Plex Sans',
    package: variable('ibm-plex-sans'),
    sheets: withItalic,
    script: 'latin',
    licence,
    cutName: 'DeckSansPlex',
  },
  {
    name: 'Inter Tight',
    package: variable('inter-tight'),
    sheets: withItalic,
    script: 'latin',
    licence,
    cutName: 'DeckSansTight',
  },
  {
    name: 'Inter',
    package: variable('inter'),
    sheets: withItalic,
    script: 'latin',
    licence,
    cutName: 'DeckSansInter',
  },
  {
    name: 'Geist',
    package: variable('geist'),
    sheets: upright,
    script: 'latin',
    licence,
    cutName: 'DeckSansGeist',
  },
  {
    name: 'Figtree',
    package: variable('figtree'),
    sheets: withItalic,
    script: 'latin',
    licence,
    cutName: 'DeckSansFig',
  },
  {
    name: 'EB Garamond',
    package: variable('eb-garamond'),
    sheets: withItalic,
    script: 'latin',
    licence,
    cutName: 'DeckSerifGaramond',
  },
  {
    name: 'Newsreader',
    package: variable('newsreader'),
    sheets: withItalic,
    script: 'latin',
    licence,
    cutName: 'DeckSerifNews',
  },
]

/** The names a theme may use, in the catalogue's order. */
export const familyNames: readonly string[] = families.map((family) => family.name)

const require = createRequire(import.meta.url)
const installed = new Map<string, InstalledFamily>()

/**
 * The family of that name, where it is installed. Throws DeckError `deck/unknown-font` for a name not in the catalogue,
 * and `deck/font-not-installed` when its package is missing.
 */
export function findFamily(name: string): InstalledFamily {
  const known = installed.get(name)
  if (known !== undefined) return known
  const family = families.find((row) => row.name === name)
  if (family === undefined)
    throw new DeckError({
      code: 'deck/unknown-font',
      message: `There is no font “${name}”.`,
      hint: `The fonts known are: ${familyNames.join(', ')}.`,
    })
  const found = { ...family, ...readPackage(family) }
  installed.set(name, found)
  return found
}

function readPackage(family: Family): { readonly version: string; readonly folder: string } {
  try {
    const file = require.resolve(`${family.package}/package.json`)
    // A whole parse and schema would cost the warm path more than the rest of it.
    const version = /"version":\s*"([^"]+)"/.exec(readFileSync(file, 'utf8'))?.[1] ?? '0'
    return { version, folder: path.dirname(file) }
  } catch (cause) {
    throw new DeckError(
      {
        code: 'deck/font-not-installed',
        message: `The font “${family.name}” is not installed.`,
        hint: `Install it with: npm install ${family.package}`,
      },
      { blame: 'machine', cause },
    )
  }
}

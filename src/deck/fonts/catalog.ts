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
  /** `cjk`: glyphs are merged and given `halt`; `latin`: kerning and ligatures are kept; `signs`: glyphs alone. */
  readonly script: 'cjk' | 'latin' | 'signs'
  readonly licence: string
  /** The name the cut font bears inside, in a PDF's list of fonts for one (see name.ts). */
  readonly cutName: string
  /** The family's name in the sheets, where they declare several. */
  readonly face?: string
  /** Its sheet declares a few of the letters its one file has. */
  readonly declaresLess?: true
}
export type InstalledFamily = Family & { readonly version: string; readonly folder: string }

const licence = 'OFL-1.1'
const upright = ['index.css']
const withItalic = ['index.css', 'wght-italic.css']
const plexWeights = [100, 200, 300, 400, 500, 600, 700]
const plexMono = plexWeights.flatMap((weight) => [`${weight}.css`, `${weight}-italic.css`])
const wenkai = ['lxgwwenkai-light.css', 'lxgwwenkai-regular.css', 'lxgwwenkai-bold.css']

const families: readonly Family[] = [
  row('Noto Serif SC', 'cjk', 'DeckSong', '@fontsource-variable/noto-serif-sc', upright),
  row('Noto Sans SC', 'cjk', 'DeckHei', '@fontsource-variable/noto-sans-sc', upright),
  row('LXGW WenKai', 'cjk', 'DeckKai', 'lxgw-wenkai-webfont', wenkai),
  row('Source Serif 4', 'latin', 'DeckSerif', '@fontsource-variable/source-serif-4', withItalic),
  row('IBM Plex Mono', 'latin', 'DeckMono', '@fontsource/ibm-plex-mono', plexMono),
  row('IBM Plex Sans', 'latin', 'DeckSansPlex', '@fontsource-variable/ibm-plex-sans', withItalic),
  row('Inter Tight', 'latin', 'DeckSansTight', '@fontsource-variable/inter-tight', withItalic),
  row('Inter', 'latin', 'DeckSansInter', '@fontsource-variable/inter', withItalic),
  row('Geist', 'latin', 'DeckSansGeist', '@fontsource-variable/geist', withItalic),
  row('Figtree', 'latin', 'DeckSansFig', '@fontsource-variable/figtree', withItalic),
  row('EB Garamond', 'latin', 'DeckSerifGaramond', '@fontsource-variable/eb-garamond', withItalic),
  row('Newsreader', 'latin', 'DeckSerifNews', '@fontsource-variable/newsreader', withItalic),
]

// Families no theme names: the deck takes them for what it draws itself.
const ownFamilies: readonly Family[] = [
  row('Noto Sans Symbols 2', 'signs', 'DeckSigns', '@fontsource/noto-sans-symbols-2', upright),
  {
    ...row('Noto Sans Math', 'signs', 'DeckSignsMath', '@fontsource/noto-sans-math', upright),
    declaresLess: true,
  },
  row('Noto Emoji', 'signs', 'DeckEmoji', '@fontsource-variable/noto-emoji', upright),
  ...['AMS', 'Caligraphic', 'Fraktur', 'Main', 'Math', 'SansSerif', 'Script', 'Typewriter'].map(mathRow),
  ...['Size1', 'Size2', 'Size3', 'Size4'].map(mathRow),
]

/** One of KaTeX's families; all of them stand in its one sheet. */
function mathRow(face: string): Family {
  const name = `KaTeX_${face}`
  return { ...row(name, 'signs', `DeckMath${face}`, 'katex', ['dist/katex.css']), face: name }
}

function row(
  name: string,
  script: Family['script'],
  cutName: string,
  npmName: string,
  sheets: readonly string[],
): Family {
  return { name, script, cutName, package: npmName, sheets, licence }
}

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
  const family = [...families, ...ownFamilies].find((row) => row.name === name)
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

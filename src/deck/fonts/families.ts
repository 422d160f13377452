// The families there are → the npm package each comes from, and that package's style sheets.
// Adding a family is adding a row (and running LICENSES/gather.mjs); weights, styles and slices are read from the sheets themselves.

export type Family = {
  readonly name: string
  readonly package: string
  /** Style sheets within the package, of which the best weight and style is taken. */
  readonly sheets: readonly string[]
  /**
   * `cjk`: glyphs are merged and given `halt`; `latin`: kerning and ligatures are kept, and all of ASCII; `shaped`: as
   * `latin`, without ASCII; `signs`: glyphs alone; `boxes`: none of its glyphs, but a box with the letter's number;
   * `room`: none either, but empty room, and `rest`: not even room.
   */
  readonly script: 'cjk' | 'latin' | 'shaped' | 'signs' | 'boxes' | 'room' | 'rest'
  readonly licence: string
  /** The name the cut font bears inside, in a PDF's list of fonts for one (see name.ts). */
  readonly cutName: string
  /** The family's name in the sheets, where they declare several. */
  readonly face?: string
  /** Its sheet declares a few of the letters its one file has. */
  readonly declaresLess?: true
}

const licence = 'OFL-1.1'
const upright = ['index.css']
const withItalic = ['index.css', 'wght-italic.css']
const plexWeights = [100, 200, 300, 400, 500, 600, 700]
const plexMono = plexWeights.flatMap((weight) => [`${weight}.css`, `${weight}-italic.css`])
const wenkai = ['lxgwwenkai-light.css', 'lxgwwenkai-regular.css', 'lxgwwenkai-bold.css']
const wenkaiTc = ['lxgwwenkaitc-light.css', 'lxgwwenkaitc-regular.css', 'lxgwwenkaitc-bold.css']

/** The families a theme may name. */
export const families: readonly Family[] = [
  row('Noto Serif SC', 'cjk', 'DeckSong', '@fontsource-variable/noto-serif-sc', upright),
  row('Noto Sans SC', 'cjk', 'DeckHei', '@fontsource-variable/noto-sans-sc', upright),
  row('LXGW WenKai', 'cjk', 'DeckKai', 'lxgw-wenkai-webfont', wenkai),
  // The letter forms of Taiwan, Hong Kong and Japan: installed by those who write them (regional.ts).
  row('Noto Serif TC', 'cjk', 'DeckSongTC', '@fontsource-variable/noto-serif-tc', upright),
  row('Noto Sans TC', 'cjk', 'DeckHeiTC', '@fontsource-variable/noto-sans-tc', upright),
  row('Noto Serif JP', 'cjk', 'DeckMincho', '@fontsource-variable/noto-serif-jp', upright),
  row('Noto Sans JP', 'cjk', 'DeckGothic', '@fontsource-variable/noto-sans-jp', upright),
  row('LXGW WenKai TC', 'cjk', 'DeckKaiTC', 'lxgw-wenkai-tc-webfont', wenkaiTc),
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

const scriptNames =
  'Thai Arabic Hebrew Devanagari Bengali Tamil Telugu Kannada Sinhala Khmer Georgian Armenian Ethiopic'

// Families no theme names: the deck takes them for what it draws itself, and for scripts themes say nothing of (scripts.ts).
export const ownFamilies: readonly Family[] = [
  row('Noto Sans', 'latin', 'DeckSansNoto', '@fontsource-variable/noto-sans', upright),
  row('Noto Sans KR', 'cjk', 'DeckKorean', '@fontsource-variable/noto-sans-kr', upright),
  ...scriptNames.split(' ').map(scriptRow),
  row('Code points', 'boxes', 'DeckBoxes', '@fontsource/ibm-plex-mono', ['400.css']),
  row('Emoji', 'room', 'DeckPictures', '@fontsource/ibm-plex-mono', ['400.css']),
  row('Emoji, what is joined', 'rest', 'DeckPicturesJoined', '@fontsource/ibm-plex-mono', ['400.css']),
  row('Noto Sans Symbols 2', 'signs', 'DeckSigns', '@fontsource/noto-sans-symbols-2', upright),
  {
    ...row('Noto Sans Math', 'signs', 'DeckSignsMath', '@fontsource/noto-sans-math', upright),
    declaresLess: true,
  },
  row('Noto Emoji', 'signs', 'DeckEmoji', '@fontsource-variable/noto-emoji', upright),
  ...['AMS', 'Caligraphic', 'Fraktur', 'Main', 'Math', 'SansSerif', 'Script', 'Typewriter'].map(mathRow),
  ...['Size1', 'Size2', 'Size3', 'Size4'].map(mathRow),
]

function scriptRow(name: string): Family {
  const npmName = `@fontsource-variable/noto-sans-${name.toLowerCase()}`
  return row(`Noto Sans ${name}`, 'shaped', `Deck${name}`, npmName, upright)
}

/** One of KaTeX's families; all of them stand in its one sheet. */
function mathRow(face: string): Family {
  const name = `KaTeX_${face}`
  return { ...row(name, 'signs', `DeckMath${face}`, 'katex', ['dist/katex.css']), face: name, licence: 'MIT' }
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

/** The npm package of a family. */
export function packageOf(name: string): string | undefined {
  return [...families, ...ownFamilies].find((family) => family.name === name)?.package
}

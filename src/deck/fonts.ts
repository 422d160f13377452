// A theme's faces and the letters used → @font-face rules with the cut fonts in them, and a stack for each role.
import type { DeckLang } from '../notes/notes.js'
import { DeckError, type Problem } from '../shared/problem.js'
import { placeOfValue } from '../theme/place.js'
import { type FontRole, fontRoles, type Theme } from '../theme/theme.js'
import type { Authored } from './authored.js'
import { type CutFace, findFallbacks, lettersIn } from './fallbacks.js'
import { type Face, mergeFaces, planFaces, type RoleFaces, stackOf } from './font-plan.js'
import { type Catalogue, openCatalogue } from './fonts/catalog.js'
import { type CutFont, type CutLately, cutFonts, type FontRequest } from './fonts/cut.js'
import { readFamilies } from './fonts/own-families.js'
import type { Pinner } from './fonts/pinner.js'
import { regionalFamily, regions } from './fonts/regional.js'
import { growFaces, type HeldLetters } from './grow-faces.js'
import type { Letters } from './letters.js'
import { tellMissing, tellRegions } from './missing-letters.js'

const encoded = new WeakMap<Uint8Array, string>()
function encode(woff2: Uint8Array): string {
  const told = encoded.get(woff2) ?? Buffer.from(woff2).toString('base64')
  encoded.set(woff2, told)
  return told
}

const rangeOf = (letters: string): string =>
  Array.from(letters, (letter) => `U+${letter.codePointAt(0)?.toString(16)}`).join()

function fontFaceRule(face: Face, font: CutFont): string {
  const data = encode(font.woff2)
  const scale = face.scale === 1 ? '' : `size-adjust:${Math.round(face.scale * 100)}%;`
  const range = face.late ? `unicode-range:${rangeOf(font.request.chars)};` : ''
  return `@font-face{font-family:"${face.family}";font-style:${face.request.style};font-display:block;${scale}${range}src:url(data:font/woff2;base64,${data}) format("woff2")}`
}

type Plan = { readonly roles: readonly (readonly [FontRole, RoleFaces])[]; readonly text: RoleFaces }

function planRoles(theme: Theme, letters: Letters, catalogue: Catalogue): Plan {
  const plan = (role: FontRole) =>
    planFaces(role, theme.font[role], letters, (lang) => {
      const { cjk } = theme.font[role]
      const own = regionalFamily(cjk, lang)
      return catalogue.look(own) === undefined ? cjk : own
    })
  return { roles: fontRoles.map((role) => [role, plan(role)] as const), text: plan('text') }
}

/** Letters that the faces of the text, to which all others fall back, lack in the language they stand in. */
function findLost(letters: Letters, { text }: Plan, cut: readonly CutFace[]): ReadonlySet<string> {
  const has = new Map<string, Set<string>>()
  for (const { face, font } of cut) {
    const held = has.get(face.family) ?? new Set()
    has.set(face.family, held)
    for (const letter of lettersIn(font)) held.add(letter)
  }
  const lost = new Set<string>()
  for (const [lang, { text: used }] of letters.byLang) {
    const cjk = text.cjk.get(lang)
    const faces = [text.latin, text.marks, ...(cjk ? [cjk] : [])]
    const held = faces.map(({ family }) => has.get(family))
    for (const letter of used)
      if (letter.trim() !== '' && !held.some((letters) => letters?.has(letter))) lost.add(letter)
  }
  return lost
}

function writeStacks({ roles, text }: Plan, more: readonly string[]): string {
  const stacks = (lang: DeckLang) =>
    roles
      .map(([role, own]) => {
        const generic = role === 'code' ? 'monospace' : 'serif'
        return `--f-${role}:${stackOf(own, text, more, lang)},${generic}`
      })
      .join(';')
  const plain = stacks('zh-Hans')
  const others = (['en', ...regions] as const).map((lang) => [lang, stacks(lang)] as const)
  const rules = others
    .filter(([, stack]) => stack !== plain)
    .map(([lang, stack]) => `:root:lang(${lang}),[lang]:lang(${lang}){${stack}}`)
  return `@layer base{:root,[lang]{${plain}}${rules.join('')}}`
}

/** Throws what the catalogue throws for a family it has not, and where that is named. */
async function refuseUnknown(theme: Theme, requests: readonly FontRequest[], catalogue: Catalogue) {
  for (const { source } of requests) {
    try {
      catalogue.find(source)
    } catch (error) {
      const named = theme.fontPlaces?.find(({ family }) => family === source)
      if (!(error instanceof DeckError) || named === undefined) throw error
      const at = await placeOfValue(named.at, source)
      throw new DeckError({ ...error.problem, at }, { blame: error.blame, cause: error })
    }
  }
}

export type DeckFonts = {
  readonly css: string
  /** Rules for letters that came since the faces were cut; they stand after `css`. */
  readonly late: string
  readonly problems: readonly Problem[]
}

/** What is known from the last time, where a deck is made again and again. */
export type FontsAgain = { readonly lately: CutLately; readonly held: HeldLetters }

/**
 * Cuts the theme's fonts to the letters. Letters that no face has are one warning, with their lines in what the author
 * wrote. `from`: folders beside whose `node_modules` the program's own are looked through.
 */
export async function makeFonts(
  theme: Theme,
  letters: Letters,
  options: {
    readonly cacheDir: string
    readonly authored?: readonly Authored[]
    readonly from?: readonly string[]
    readonly pinner?: Pinner
    readonly again?: FontsAgain
    readonly onProgress?: (done: number, total: number) => void
  },
): Promise<DeckFonts> {
  const { authored = [], from = [], again, ...others } = options
  const cutting = { ...others, ...(again ? { lately: again.lately } : {}) }
  const own = await readFamilies(theme.fontFiles)
  const catalogue = openCatalogue({ own: own.families, from })
  const plan = planRoles(theme, letters, catalogue)
  const wanted = mergeFaces(
    plan.roles.flatMap(([, { latin, marks, cjk, italic }]) => [
      latin,
      marks,
      ...cjk.values(),
      ...(italic ? [italic] : []),
    ]),
  )
  const faces = again ? growFaces(wanted, again.held) : wanted
  const requests = faces.map((face) => face.request)
  await refuseUnknown(theme, requests, catalogue)
  const fonts = await cutFonts(requests, { ...cutting, catalogue })
  const cut = faces.flatMap((face, index) => {
    const font = fonts[index]
    return font === undefined || font.woff2.length === 0 ? [] : [{ face, font }]
  })
  const { sequences } = letters
  const { weight } = theme.font.text
  const lost = findLost(letters, plan, cut)
  const more = await findFallbacks(lost, { ...cutting, catalogue, sequences, weight })
  const rulesOf = (some: readonly CutFace[]) => some.map(({ face, font }) => fontFaceRule(face, font))
  const rules = rulesOf([...cut.filter(({ face }) => !face.late), ...more.faces])
  const stacks = writeStacks(
    plan,
    more.faces.map(({ face }) => face.family),
  )
  return {
    css: `${rules.join('\n')}\n${stacks}`,
    late: rulesOf(cut.filter(({ face }) => face.late)).join('\n'),
    problems: [
      ...own.problems,
      ...tellRegions(theme, letters, catalogue),
      ...tellMissing(more.lost, authored, catalogue),
    ],
  }
}

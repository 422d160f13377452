// A theme's faces and the letters used → @font-face rules with the cut fonts in them, and a stack for each role.
// One family per face and weight: a letter a heavy face lacks then falls to the text face, never to the system's.
import type { Problem } from '../shared/problem.js'
import { hanPattern } from '../shared/text.js'
import { type FontChoice, type FontRole, fontRoles, type Theme } from '../theme/theme.js'
import { type CutFont, cutFonts, type FontRequest } from './fonts/cut.js'
import type { Letters } from './letters.js'
import { requestSigns } from './signs.js'

// Marks that Chinese sets full-width and English narrow. They are cut into a face of their own, which stands first in the
// stack for English only: a Latin dash in a Chinese line is half as wide as it should be.
const sharedMarks = /[\u00B7\u2014\u2018\u2019\u201C\u201D\u2026]/u
const isLatin = (letter: string) => /[\u0020-\u024F\u0370-\u052F\u1E00-\u20CF\u2100-\u22FF]/u.test(letter)
// The Chinese face is also asked for whatever is not Latin: it has many signs, and none matches its letters better.
const isWide = (letter: string) =>
  hanPattern.test(letter) || /[\u2010-\u2027\u2100-\u25FF]/u.test(letter) || !isLatin(letter)

type Face = { readonly family: string; readonly request: FontRequest; readonly scale: number }

const familyName = (source: string, weight: number, ending = '') =>
  `recap-${source.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${weight}${ending}`

const pick = (letters: ReadonlySet<string>, keep: (letter: string) => boolean) =>
  [...letters]
    .filter((letter) => letter.trim() !== '' && keep(letter))
    .toSorted()
    .join('')

type RoleFaces = { readonly latin: Face; readonly marks: Face; readonly cjk: Face; readonly italic?: Face }

function planFaces(role: FontRole, choice: FontChoice, letters: Letters): RoleFaces {
  const used = letters[role]
  const face = (
    source: string,
    weight: number,
    chars: string,
    ending = '',
    style: 'normal' | 'italic' = 'normal',
  ): Face => ({
    family: familyName(source, weight, ending),
    request: { source, weight, style, chars },
    scale: source === choice.latin ? choice.latinScale : 1,
  })
  const latin = face(
    choice.latin,
    choice.latinWeight,
    pick(used, (letter) => isLatin(letter) && !sharedMarks.test(letter)),
  )
  const marks = face(
    choice.latin,
    choice.latinWeight,
    pick(used, (letter) => sharedMarks.test(letter)),
    '-marks',
  )
  const cjk = face(choice.cjk, choice.weight, pick(used, isWide))
  const slanted = role === 'text' ? pick(letters.emphasis, (letter) => isLatin(letter)) : ''
  if (slanted === '') return { latin, marks, cjk }
  return { latin, marks, cjk, italic: face(choice.latin, choice.latinWeight, slanted, '', 'italic') }
}

/** Faces of the same family are one face with all their letters. */
function mergeFaces(faces: readonly Face[]): readonly Face[] {
  const merged = new Map<string, Face>()
  for (const face of faces) {
    if (face.request.chars === '') continue
    const key = `${face.family} ${face.request.style}`
    const earlier = merged.get(key)
    const chars = [...new Set(`${earlier?.request.chars ?? ''}${face.request.chars}`)].toSorted().join('')
    merged.set(key, { ...face, request: { ...face.request, chars } })
  }
  return [...merged.values()]
}

function fontFaceRule(face: Face, font: CutFont): string {
  const data = Buffer.from(font.woff2).toString('base64')
  const scale = face.scale === 1 ? '' : `size-adjust:${Math.round(face.scale * 100)}%;`
  return `@font-face{font-family:"${face.family}";font-style:${face.request.style};font-display:block;${scale}src:url(data:font/woff2;base64,${data}) format("woff2")}`
}

function stackOf(faces: RoleFaces, text: RoleFaces, signs: readonly Face[], english: boolean): string {
  const own = english ? [faces.marks, faces.latin, faces.cjk] : [faces.latin, faces.cjk, faces.marks]
  const under = english ? [text.marks, text.latin, text.cjk] : [text.latin, text.cjk, text.marks]
  return [...new Set([...own, ...under, ...signs].map((face) => `"${face.family}"`))].join(',')
}

export type DeckFonts = { readonly css: string; readonly problems: readonly Problem[] }

const lettersIn = ({ request, missing }: CutFont): readonly string[] => {
  const lacking = new Set(missing)
  return [...request.chars].filter((letter) => !lacking.has(letter))
}

type Sign = { readonly face: Face; readonly font: CutFont }

/** The fonts of signs that have at least one of their letters. */
async function cutSigns(
  requests: readonly FontRequest[],
  options: { readonly cacheDir: string },
): Promise<readonly Sign[]> {
  if (requests.length === 0) return []
  const cut = await cutFonts(requests, { cacheDir: options.cacheDir })
  return cut
    .filter((font) => lettersIn(font).length > 0)
    .map((font) => {
      const family = familyName(font.request.source, font.request.weight)
      return { face: { family, request: font.request, scale: 1 }, font }
    })
}

/** Cuts the theme's fonts to the letters. Letters that no face has are one warning. */
export async function makeFonts(
  theme: Theme,
  letters: Letters,
  options: { readonly cacheDir: string; readonly onProgress?: (done: number, total: number) => void },
): Promise<DeckFonts> {
  const planned = fontRoles.map((role) => [role, planFaces(role, theme.font[role], letters)] as const)
  const every = planned.flatMap(([, { latin, marks, cjk, italic }]) => [
    latin,
    marks,
    cjk,
    ...(italic ? [italic] : []),
  ])
  const faces = mergeFaces(every)
  const cut = await cutFonts(
    faces.map((face) => face.request),
    options,
  )
  const text = planned.find(([role]) => role === 'text')?.[1]
  // The text's faces are those all others fall back to.
  const base = new Set(text ? [text.latin, text.marks, text.cjk].map(({ family }) => family) : [])
  const held = new Set(
    cut.flatMap((font, index) => (base.has(faces[index]?.family ?? '') ? lettersIn(font) : [])),
  )
  const findLost = () =>
    new Set([...letters.text].filter((letter) => letter.trim() !== '' && !held.has(letter)))
  const signs = await cutSigns(requestSigns(findLost(), letters.sequences), options)
  for (const { font } of signs) for (const letter of lettersIn(font)) held.add(letter)
  const drawn = [...faces.map((face, index) => ({ face, font: cut[index] })), ...signs]
  const rules = drawn.flatMap(({ face, font }) =>
    font === undefined || font.woff2.length === 0 ? [] : [fontFaceRule(face, font)],
  )
  const signFaces = signs.map(({ face }) => face)
  const stacks = (english: boolean) =>
    text === undefined
      ? ''
      : planned
          .map(
            ([role, own]) =>
              `--f-${role}:${stackOf(own, text, signFaces, english)},${role === 'code' ? 'monospace' : 'serif'}`,
          )
          .join(';')
  const css = `${rules.join('\n')}
@layer base{:root,[lang]{${stacks(false)}}:root:lang(en),[lang]:lang(en){${stacks(true)}}}`
  const lost = [...findLost()].toSorted()
  const shown = lost.length > 40 ? `${lost.slice(0, 40).join(' ')} …` : lost.join(' ')
  const problem: Problem = {
    code: 'deck/missing-letters',
    severity: 'warning',
    message: `No font here has ${lost.length} letter${lost.length === 1 ? '' : 's'}: ${shown}`,
    hint: 'On screen the viewer’s own fonts draw them; in the PDF they may be missing.',
  }
  return { css, problems: lost.length > 0 ? [problem] : [] }
}

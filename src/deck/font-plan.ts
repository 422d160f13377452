// A theme's choice of fonts and the letters of each role → the faces to cut, and the order they are looked through in.
// One family per face and weight: a letter a heavy face lacks then falls to the text face, never to the system's.
import type { DeckLang } from '../notes/notes.js'
import { hanPattern } from '../shared/text.js'
import type { FontChoice, FontRole } from '../theme/theme.js'
import type { FontRequest } from './fonts/cut.js'
import type { Letters } from './letters.js'

// Marks that Chinese sets full-width and English narrow. They are cut into a face of their own, which stands first in the
// stack for English only: a Latin dash in a Chinese line is half as wide as it should be.
const sharedMarks = /[\u00B7\u2014\u2018\u2019\u201C\u201D\u2026]/u
const isLatin = (letter: string) => /[\u0020-\u024F\u0370-\u052F\u1E00-\u20CF\u2100-\u22FF]/u.test(letter)
// The Chinese face is also asked for whatever is not Latin: it has many signs, and none matches its letters better.
const isWide = (letter: string) =>
  hanPattern.test(letter) || /[\u2010-\u2027\u2100-\u25FF]/u.test(letter) || !isLatin(letter)

/** A face under its CSS name. */
export type Face = {
  readonly family: string
  readonly request: FontRequest
  /** Its size beside the others: 1.08 is 8 % larger. */
  readonly scale: number
  /** It stands for its own letters alone, before another face of the family. */
  readonly late?: boolean
}

export const familyName = (source: string, weight: number, ending = '') =>
  `recap-${source.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${weight}${ending}`

const pick = (letters: ReadonlySet<string>, keep: (letter: string) => boolean) =>
  [...letters]
    .filter((letter) => letter.trim() !== '' && keep(letter))
    .toSorted()
    .join('')

/** The faces of one role; Chinese has one for each language that is written in letter forms of its own. */
export type RoleFaces = {
  readonly latin: Face
  readonly marks: Face
  readonly cjk: ReadonlyMap<DeckLang, Face>
  readonly italic?: Face
}

/** Plans one role's faces; `cjkFor` tells the family for a language. */
export function planFaces(
  role: FontRole,
  choice: FontChoice,
  letters: Letters,
  cjkFor: (lang: DeckLang) => string,
): RoleFaces {
  const used = letters[role]
  const face = (source: string, weight: number, chars: string, ending = '', slanted = false): Face => ({
    family: familyName(source, weight, ending),
    request: { source, weight, style: slanted ? 'italic' : 'normal', chars },
    scale: source === choice.latin ? choice.latinScale : 1,
  })
  const { latin: family, latinWeight: weight } = choice
  const latin = face(
    family,
    weight,
    pick(used, (letter) => isLatin(letter) && !sharedMarks.test(letter)),
  )
  const marks = face(
    family,
    weight,
    pick(used, (letter) => sharedMarks.test(letter)),
    '-marks',
  )
  const cjk = new Map(
    [...letters.byLang].map(([lang, own]) => [
      lang,
      face(cjkFor(lang), choice.weight, pick(own[role], isWide)),
    ]),
  )
  const slanted = role === 'text' ? pick(letters.emphasis, isLatin) : ''
  if (slanted === '') return { latin, marks, cjk }
  return { latin, marks, cjk, italic: face(family, weight, slanted, '', true) }
}

/** Faces of the same family are one face with all their letters. */
export function mergeFaces(faces: readonly Face[]): readonly Face[] {
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

/** The families a role's letters are looked for in, in one language, as CSS writes them. */
export function stackOf(faces: RoleFaces, text: RoleFaces, more: readonly string[], lang: DeckLang): string {
  const order = ({ latin, marks, cjk }: RoleFaces) => {
    const han = cjk.get(lang) ?? [...cjk.values()][0]
    const wide = han === undefined ? [] : [han]
    return lang === 'en' ? [marks, latin, ...wide] : [latin, ...wide, marks]
  }
  const families = [...order(faces), ...order(text)].map(({ family }) => family)
  return [...new Set([...families, ...more])].map((family) => `"${family}"`).join(',')
}

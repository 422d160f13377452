// Letters that a theme's faces lack → further faces for them, in the order they are to be looked through: other families
// that know the script, then signs, at last boxes with the letters' numbers, so that nothing prints as nothing.
import { type Face, familyName } from './font-plan.js'
import type { Catalogue } from './fonts/catalog.js'
import { type CutFont, cutFonts, type FontRequest } from './fonts/cut.js'
import type { Pinner } from './fonts/pinner.js'
import { scripts } from './fonts/scripts.js'
import { requestSigns } from './signs.js'

export type CutFace = { readonly face: Face; readonly font: CutFont }
export type Fallbacks = {
  readonly faces: readonly CutFace[]
  /** Letters drawn as boxes. */
  readonly lost: readonly string[]
}
type Options = {
  readonly cacheDir: string
  readonly catalogue: Catalogue
  readonly pinner?: Pinner | undefined
}

/** The letters a cut font has. */
export function lettersIn({ request, missing }: CutFont): readonly string[] {
  const lacking = new Set(missing)
  return [...request.chars].filter((letter) => !lacking.has(letter))
}

const join = (letters: Iterable<string>) => [...letters].toSorted().join('')

/** Cuts, and keeps the fonts that have at least one of their letters. */
async function cutUseful(requests: readonly FontRequest[], options: Options): Promise<readonly CutFace[]> {
  const cut = requests.length === 0 ? [] : await cutFonts(requests, options)
  return cut
    .filter((font) => lettersIn(font).length > 0)
    .map((font) => {
      const { source, weight } = font.request
      return { face: { family: familyName(source, weight, '-more'), request: font.request, scale: 1 }, font }
    })
}

/** `lost` loses what is found. */
async function cutScripts(lost: Set<string>, weight: number, options: Options): Promise<readonly CutFace[]> {
  const found: CutFace[] = []
  for (const { letters, families } of scripts) {
    const left = new Set([...lost].filter((letter) => letters.test(letter)))
    for (const source of families) {
      if (left.size === 0 || options.catalogue.look(source) === undefined) continue
      const cut = await cutUseful([{ source, weight, style: 'normal', chars: join(left) }], options)
      found.push(...cut)
      for (const { font } of cut)
        for (const letter of lettersIn(font)) {
          left.delete(letter)
          lost.delete(letter)
        }
    }
  }
  return found
}

/** Finds faces for the letters; `sequences` is what is drawn as one, `weight` the text's. */
export async function findFallbacks(
  letters: ReadonlySet<string>,
  { sequences, weight, ...options }: Options & { sequences: ReadonlySet<string>; weight: number },
): Promise<Fallbacks> {
  if (letters.size === 0) return { faces: [], lost: [] }
  const lost = new Set(letters)
  const ofScripts = await cutScripts(lost, weight, options)
  const signs = await cutUseful(requestSigns(lost, sequences), options)
  for (const { font } of signs) for (const letter of lettersIn(font)) lost.delete(letter)
  const boxes = join(lost)
  const request: FontRequest = { source: 'Code points', weight: 400, style: 'normal', chars: boxes }
  const drawn = boxes === '' ? [] : await cutUseful([request], options)
  return { faces: [...ofScripts, ...signs, ...drawn], lost: [...lost].toSorted() }
}

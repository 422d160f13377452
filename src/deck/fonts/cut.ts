// Requests for fonts → one small static WOFF2 font each, just the letters wanted. Static TrueType, because Chromium puts
// variable and CFF fonts into a PDF as Type 3. What was cut once is read back from the cache, with no wasm loaded.
import { createHash } from 'node:crypto'
import path from 'node:path'
import { joinBytes, makeSink, viewOf } from './bytes.js'
import { readSealed, writeSealed } from './cache.js'
import { type Catalogue, openCatalogue } from './catalog.js'
import { type Cut, type CutPlan, cutOne } from './cut-one.js'
import { openPinner, type Pinner } from './pinner.js'

export type FontRequest = {
  /** Family as the theme names it, e.g. "Noto Serif SC", "Source Serif 4", "LXGW WenKai", "IBM Plex Mono". */
  readonly source: string
  /** `wght` to pin (variable fonts), or the nearest static weight; 1 to 1000. */
  readonly weight: number
  readonly style: 'normal' | 'italic'
  /** Letters wanted, in any order, repeats allowed. */
  readonly chars: string
}

export type CutFont = {
  readonly request: FontRequest
  /** Without a byte where the source has nothing to draw, not even a space. */
  readonly woff2: Uint8Array
  /** The wanted letters that the source lacks, by code point. */
  readonly missing: string
}

/** Raise it whenever the same request would give other bytes. */
const cutterVersion = 4
/** What is never drawn and so never missing: control and format characters, joiners, variation selectors. */
const unseen = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu
/** A Latin font always has the 95 letters of ASCII: they cost about 4 KB, and most edits then need no new font. */
const ascii = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 0x20 + index))

/** Fonts by what they were cut from and to. Who cuts again and again hands in the same, and nothing is read from the disk twice. */
export type CutLately = Map<string, Cut>
const mostLately = 24

function keepLately(lately: CutLately, key: string, cut: Cut): void {
  lately.delete(key)
  lately.set(key, cut)
  const [oldest] = lately.keys()
  if (lately.size > mostLately && oldest !== undefined) lately.delete(oldest)
}

/**
 * Cuts all the fonts, in the order of the requests; equal requests are cut once. `onProgress` is told after each.
 * Throws DeckError `deck/unknown-font` or `deck/font-not-installed`, before anything is cut.
 */
export async function cutFonts(
  requests: readonly FontRequest[],
  options: {
    /** Folder for cut fonts and pinned slices; may be missing, damaged or unwritable. */
    readonly cacheDir: string
    /** Where families are found; the program's own packages unless told otherwise. */
    readonly catalogue?: Catalogue
    /** Who pins, kept open by the caller; one of its own unless given. */
    readonly pinner?: Pinner | undefined
    readonly lately?: CutLately
    readonly onProgress?: (done: number, total: number) => void
  },
): Promise<readonly CutFont[]> {
  const { catalogue = openCatalogue() } = options
  const plans = requests.map((request) => makePlan(request, catalogue))
  await using own = openPinner()
  const { pinner = own } = options
  const cuts = new Map<string, Promise<Cut>>()
  const readOrCut = async (plan: CutPlan, key: string): Promise<Cut> => {
    const folder = path.join(options.cacheDir, 'fonts')
    const kept = await readSealed(folder, key)
    if (kept !== undefined) return unpackCut(kept)
    const cut = await cutOne(plan, { cacheDir: options.cacheDir, pinner })
    await writeSealed(folder, key, packCut(cut))
    return cut
  }
  let done = 0
  const cutting = requests.map(async (request, index): Promise<CutFont> => {
    const plan = plans[index] ?? makePlan(request, catalogue)
    const key = keyOf(plan)
    const known = options.lately?.get(key)
    const reading = cuts.get(key) ?? (known ? Promise.resolve(known) : readOrCut(plan, key))
    cuts.set(key, reading)
    const cut = await reading
    if (options.lately) keepLately(options.lately, key, cut)
    const { woff2, missing } = cut
    options.onProgress?.(++done, requests.length)
    return { request, woff2, missing }
  })
  return await Promise.all(cutting)
}

function makePlan({ source, weight, style, chars }: FontRequest, catalogue: Catalogue): CutPlan {
  const family = catalogue.find(source)
  const all = family.script === 'latin' ? chars + ascii : chars
  const wanted = family.script === 'rest' ? all : all.replace(unseen, '')
  const points = [...new Set(wanted)].map((letter) => letter.codePointAt(0) ?? 0)
  return { family, weight, style, points: points.sort((a, b) => a - b) }
}

function keyOf({ family, weight, style, points }: CutPlan): string {
  const told = [cutterVersion, family.package, family.version, weight, style, points.join()]
  return createHash('sha256').update(told.join('\n')).digest('hex')
}

/** A cut as it lies in the cache: the length of `missing` in bytes, `missing` in UTF-8, then the font. */
function packCut({ woff2, missing }: Cut): Uint8Array {
  const letters = new TextEncoder().encode(missing)
  const length = makeSink(4)
  length.u32(letters.length)
  return joinBytes([length.bytes(), letters, woff2])
}

function unpackCut(bytes: Uint8Array): Cut {
  const fontAt = 4 + viewOf(bytes).getUint32(0)
  return { missing: new TextDecoder().decode(bytes.subarray(4, fontAt)), woff2: bytes.subarray(fontAt) }
}

// One request → one WOFF2 font. Chinese glyphs are picked from slices that lie pinned in the cache, without HarfBuzz;
// a Latin font is cut by HarfBuzz, which keeps its kerning and ligatures, and letters of further slices are added.
import { drawBox } from './boxes.js'
import type { InstalledFamily } from './catalog.js'
import { blank, type Face, type Glyph, openFace } from './face.js'
import { mergeFaces } from './merge.js'
import { openPinned, pickLetters } from './pick.js'
import type { Pinner } from './pinner.js'
import type { Slice } from './rule.js'
import { declares, readSlices } from './slices.js'
import { writeWoff2 } from './woff2.js'

export type Cut = { readonly woff2: Uint8Array; readonly missing: string }
export type CutPlan = {
  readonly family: InstalledFamily
  readonly weight: number
  readonly style: 'normal' | 'italic'
  /** Wanted code points, ascending. */
  readonly points: readonly number[]
}

const space = 0x20

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)
// What makes one emoji of several: joiner, keycap, variation selectors, skin tones, tags. The fonts of signs know such sequences in
// part or not at all, and a browser looks through all faces for one that has every letter of a sequence. Drawn as nothing,
// they leave the signs that were joined, and no box.
const joints = [0x200d, 0x20e3, 0xfe0e, 0xfe0f, ...range(0x1f3fb, 0x1f3ff), ...range(0xe0020, 0xe007f)]

/** Cuts the font; `cacheDir` keeps the pinned slices. Throws Error when the package's files are damaged. */
export async function cutOne(
  plan: CutPlan,
  options: { readonly cacheDir: string; readonly pinner: Pinner },
): Promise<Cut> {
  const { family, points } = plan
  const { slices, pin } = await readSlices(family, plan.weight, plan.style)
  const fullWidth = family.script === 'cjk'
  // As in a browser the sheet's last rule wins, save that Chinese punctuation shared with `latin` stays with its kin.
  const ordered = fullWidth ? slices : slices.toReversed()
  const open = (slice: Slice): Promise<Face> => openPinned(slice, pin, { family, ...options })
  const draw = drawers.get(family.script)
  if (draw) return cutDrawn(plan, draw, ordered, open)
  const shaped = family.script === 'latin' || family.script === 'shaped'
  const base = shaped ? await cutBase(ordered, pin, points, options.pinner) : undefined
  const others = points.filter((point) => base?.codePoints.has(point) !== true)
  const { faces, missing } = await pickLetters(others, ordered, open)
  // A font must have a letter, or browsers refuse it.
  const empty = base === undefined && faces.size === 0
  const picks = empty ? (await pickLetters([space], ordered, open)).faces : faces
  if (base === undefined && picks.size === 0)
    return { woff2: new Uint8Array(), missing: String.fromCodePoint(...missing) }
  const name = `${family.cutName}-${plan.weight}${plan.style === 'italic' ? '-Italic' : ''}`
  const blanks = family.script === 'signs' ? joints : []
  const sfnt = mergeFaces({
    ...(base === undefined ? {} : { base }),
    picks,
    fullWidth,
    blanks,
    name,
    open: family.licence === 'OFL-1.1',
  })
  return { woff2: await writeWoff2(sfnt), missing: String.fromCodePoint(...missing) }
}

/** Room for a picture, of an em (emoji.css sets the pictures in it). */
const roomWidth = 1.2

type Drawer = (point: number, unitsPerEm: number) => Glyph
const drawers: ReadonlyMap<InstalledFamily['script'], Drawer> = new Map<InstalledFamily['script'], Drawer>([
  ['boxes', drawBox],
  ['room', (_, unitsPerEm) => ({ ...blank, advance: Math.round(roomWidth * unitsPerEm) })],
  ['rest', () => blank],
])

/** Every letter as we draw it; the slices give the measures of the font alone. */
async function cutDrawn(
  { family, points }: CutPlan,
  draw: Drawer,
  slices: readonly Slice[],
  open: (slice: Slice) => Promise<Face>,
): Promise<Cut> {
  const { faces: picks } = await pickLetters([space], slices, open)
  const { unitsPerEm = 1000 } = [...picks.values()][0] ?? {}
  const drawn = new Map(points.map((point) => [point, draw(point, unitsPerEm)]))
  const sfnt = mergeFaces({ picks, fullWidth: false, blanks: [], drawn, name: family.cutName, open: true })
  return { woff2: await writeWoff2(sfnt), missing: '' }
}

/** The slice that declares most of the letters, cut to them with its layout features. */
async function cutBase(
  slices: readonly Slice[],
  pin: number | undefined,
  points: readonly number[],
  pinner: Pinner,
): Promise<Face | undefined> {
  let best: { readonly slice: Slice; readonly count: number } | undefined
  for (const slice of slices) {
    const count = points.filter((point) => declares(slice, point)).length
    if (count > (best?.count ?? 0)) best = { slice, count }
  }
  if (best === undefined) return undefined
  const letters = String.fromCodePoint(...points)
  const { file, axes = {} } = best.slice
  const font = await pinner.pin({ file, letters, axes, ...(pin === undefined ? {} : { pin }) })
  return openFace(font)
}

// Wanted letters → for each, the opened slice that truly has it. What a sheet declares is only a hint: the slices of
// Noto Serif SC declare 2,600 letters more than they hold, so every letter is looked up in the font itself.
import path from 'node:path'
import { readSealed, writeSealed } from './cache.js'
import type { InstalledFamily } from './catalog.js'
import { type Face, openFace } from './face.js'
import type { Pinner } from './pinner.js'
import type { Slice } from './rule.js'
import { declares } from './slices.js'

export type Picks = {
  /** Code point → the font to take its glyph from. */
  readonly faces: ReadonlyMap<number, Face>
  /** Code points that no slice has, ascending. */
  readonly missing: readonly number[]
}

/** Looks up each code point in the slices that declare it, the first first; a slice is opened only when needed. */
export async function pickLetters(
  points: readonly number[],
  slices: readonly Slice[],
  open: (slice: Slice) => Promise<Face>,
): Promise<Picks> {
  const opened = new Map<Slice, Promise<Face>>()
  const openOnce = (slice: Slice): Promise<Face> => {
    const opening = opened.get(slice) ?? open(slice)
    opened.set(slice, opening)
    return opening
  }
  const wanted = points.map((point) => ({ point, among: slices.filter((slice) => declares(slice, point)) }))
  // All slices that come first for some letter are opened side by side, before any letter asks for its second.
  await Promise.all([...new Set(wanted.flatMap(({ among }) => among.slice(0, 1)))].map(openOnce))
  const faces = new Map<number, Face>()
  const missing: number[] = []
  for (const { point, among } of wanted) {
    const face = await findFace(point, among, openOnce)
    if (face === undefined) missing.push(point)
    else faces.set(point, face)
  }
  return { faces, missing }
}

async function findFace(point: number, among: readonly Slice[], open: (slice: Slice) => Promise<Face>) {
  for (const slice of among) {
    const face = await open(slice)
    if (face.codePoints.has(point)) return face
  }
  return undefined
}

/** Opens a slice pinned at one weight with all its glyphs, from the cache if it lies there, else pinned now. */
export async function openPinned(
  slice: Slice,
  pin: number | undefined,
  options: { readonly family: InstalledFamily; readonly cacheDir: string; readonly pinner: Pinner },
): Promise<Face> {
  const { family, cacheDir, pinner } = options
  const folder = path.join(cacheDir, 'slices', `${family.package.replaceAll('/', '+')}@${family.version}`)
  const name = `${path
    .relative(family.folder, slice.file)
    .replaceAll(/[\\/]/g, '+')
    .replace(/\.woff2$/, '')}-${pin ?? 'static'}.ttf`
  const kept = await readSealed(folder, name)
  if (kept !== undefined) return openFace(kept)
  const font = await pinner.pin({
    file: slice.file,
    axes: slice.axes ?? {},
    ...(pin === undefined ? {} : { pin }),
  })
  await writeSealed(folder, name, font)
  return openFace(font)
}

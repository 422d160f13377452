// One WOFF2 slice → an uncompressed static TrueType font, with HarfBuzz in wasm. The one file here that loads wasm, and
// only when something is pinned: the warm path must not pay for it.
import { readFile } from 'node:fs/promises'
import type { SubsetOptions } from 'subset-font'

/** What to do with a slice. */
export type Pinning = {
  /** Absolute path of the WOFF2 file. */
  readonly file: string
  /** Value for the `wght` axis; none when the font is static. */
  readonly pin?: number
  /** Values for its other axes. */
  readonly axes?: Readonly<Record<string, number>>
  /** Keep only these letters, with all their layout features; without it every glyph is kept, and no features. */
  readonly letters?: string
}

// Copyright, names, trademark, makers, licence and their addresses (OpenType specification, `name`): the fonts' licence
// asks that its notice travels with every copy.
const keptNames = Array.from({ length: 15 }, (_, id) => id)

/** Loads what cuts fonts; the first pinning does so otherwise. */
export const loadCutter = () => import('subset-font')

/** Decodes and pins. Throws Error when the file cannot be read or is no font. */
export async function pinSlice({ file, pin, axes, letters }: Pinning): Promise<Uint8Array> {
  const [{ default: subsetFont }, slice] = await Promise.all([loadCutter(), readFile(file)])
  const common: SubsetOptions = {
    targetFormat: 'sfnt',
    noHinting: true,
    preserveNameIds: keptNames,
    variationAxes: { ...axes, ...(pin === undefined ? {} : { wght: pin }) },
  }
  return letters === undefined
    ? subsetFont(slice, '', { ...common, keepAllGlyphs: true, noLayoutClosure: true, keepFeatures: [] })
    : subsetFont(slice, letters, common)
}

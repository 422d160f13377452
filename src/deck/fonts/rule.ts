// What a style sheet says of a face, and of the files its letters lie in.

export type Slice = {
  /** Absolute path of a WOFF2 file. */
  readonly file: string
  /** First and last code points the sheet declares, ascending; the font may hold fewer. */
  readonly ranges: readonly (readonly [number, number])[]
  /** Values to pin the font's other axes to, where it has some beside `wght`. */
  readonly axes?: Readonly<Record<string, number>>
}
/** A face as a sheet declares it: weights from 1 to 1000. */
export type Rule = Slice & { readonly italic: boolean; readonly lightest: number; readonly heaviest: number }

// What we use of subset-font, which brings no types: a font's bytes → the bytes of a smaller or pinned font.
declare module 'subset-font' {
  export type SubsetOptions = {
    readonly targetFormat?: 'sfnt' | 'woff2'
    readonly noHinting?: boolean
    readonly noLayoutClosure?: boolean
    readonly keepAllGlyphs?: boolean
    readonly keepFeatures?: readonly string[]
    readonly preserveNameIds?: readonly number[]
    readonly variationAxes?: Readonly<Record<string, number>>
  }
  export default function subsetFont(
    font: Uint8Array,
    letters: string,
    options: SubsetOptions,
  ): Promise<Uint8Array>
}

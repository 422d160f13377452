// What the page tells about itself as plain data. Shared by type only with the rooms that run in Node.

export type PartReport = {
  readonly id: string
  /** Index into the theme's type steps; higher than the last one means below the floor. */
  readonly step: number
  readonly fontPx: number
  readonly units: number
  /** Height of the units over the height of their box; 1 is full. */
  readonly fill: number
}

export type SlideReport = {
  /** The id of the slide as it was planned; its parts after the first are `id-2`, `id-3`… */
  readonly id: string
  readonly layout: string
  readonly parts: readonly PartReport[]
  /** Content had to go below the smallest size the theme allows, did not fit even so, or was split against the author's wish. */
  readonly trouble?: 'shrunk' | 'overflow' | 'not-kept'
}

export type PageReport = {
  readonly mode: 'live' | 'print' | 'pages'
  readonly slides: readonly SlideReport[]
  /** Slides after splitting: what the PDF must have as pages. */
  readonly pages: number
  readonly fitMs: number
}

// What the page tells about itself as plain data. Shared by type only with the rooms that run in Node.

export type PartReport = {
  readonly id: string
  /** Index into the theme's type steps; higher than the last one means below the floor. */
  readonly step: number
  readonly fontPx: number
  readonly units: number
  /** Height of the units over the height of their box; 1 is full. */
  readonly fill: number
  /** The first and last line of the notes that what it shows came from; absent where that is not known. */
  readonly lines?: readonly [number, number]
}

/** Something that is not shown as it should be. */
export type Trouble = {
  /** Smaller than it should ever be, ended by “…”, too large even so, or split against the author's wish. */
  readonly kind: 'shrunk' | 'cut' | 'overflow' | 'not-kept'
  /**
   * On title slides, what stands beside the title: `event`, `author`, `subtitle` and `closing` come from the front matter,
   * `lead` and `fact` stand right under a heading.
   * `unit`: a point; `list`: a point with points under it; `body`: a layout that is not split; `slide`: all its units.
   */
  readonly what:
    | 'head'
    | 'title'
    | 'subtitle'
    | 'event'
    | 'author'
    | 'closing'
    | 'lead'
    | 'fact'
    | 'question'
    | 'body'
    | 'unit'
    | 'list'
    | 'table'
    | 'code'
    | 'quote'
    | 'figure'
    | 'formula'
    | 'agenda'
    | 'slide'
  /** What a slide kept whole holds, where that is one thing. */
  readonly holds?: 'table' | 'code' | 'unit'
  /** Its line of the notes. */
  readonly line?: number
  /** The size it came to. */
  readonly fontPx?: number
}

export type SlideReport = {
  /** The id of the slide as it was planned; its parts after the first are `id-2`, `id-3`… */
  readonly id: string
  readonly layout: string
  readonly parts: readonly PartReport[]
  /** One for each cause, in reading order; absent where all is well. */
  readonly trouble?: readonly Trouble[]
}

export type PageReport = {
  readonly mode: 'live' | 'print' | 'pages'
  readonly slides: readonly SlideReport[]
  /** Slides after splitting: what the PDF must have as pages. */
  readonly pages: number
  readonly fitMs: number
}

export type BoxReport = {
  /** What stands in the box; a unit that is no line of text is called what it is. */
  readonly role:
    | 'head'
    | 'title'
    | 'meta'
    | 'unit'
    | 'table'
    | 'code'
    | 'math'
    | 'quote'
    | 'figure'
    | 'remark'
    | 'text'
  /** The line of the notes it came from. */
  readonly line?: number
  /** The size of its text, unless something in it has one of its own. */
  readonly fontPx: number
  /** Px on the slide, from its top left corner. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where things stand on one part, in reading order; a title stands in its head. */
export type PartBoxes = { readonly id: string; readonly boxes: readonly BoxReport[] }

/** What a handout is asked to be; `paper` in mm. */
export type Sheets = {
  readonly paper: { readonly width: number; readonly height: number }
  readonly perPage: 1 | 2 | 3 | 6
  /** Numbers of the slides, from 1. */
  readonly slides: readonly number[]
  /** Stands at their foot. */
  readonly occasion: string
  /** The sheets' style. */
  readonly css: string
}

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

/** One slide of a served deck, before the page fits it. */
export type LiveSlide = {
  readonly id: string
  /** The number of the stack it stands in with its neighbours. */
  readonly stack?: number | undefined
  readonly html: string
}

/** What the page of a served deck is made of: `GET /deck.json`. */
export type LiveParts = {
  /** Counts the changes of one run, from 1. */
  readonly version: number
  readonly title: string
  /** Attributes of the page's root; one that is absent is taken away. */
  readonly root: Readonly<
    Record<'lang' | 'data-aspect' | 'data-variant' | 'data-minutes', string | undefined>
  >
  /** Style sheets by name, in the order they stand in. */
  readonly sheets: Readonly<Record<string, string>>
  readonly slides: readonly LiveSlide[]
}

/** Event `update`: what makes of one version the next. */
export type LiveUpdate = Omit<LiveParts, 'slides' | 'sheets'> & {
  readonly from: number
  /** Those that changed. */
  readonly sheets: Readonly<Record<string, string>>
  /** All slides in order; `html` only where it changed. */
  readonly slides: readonly (Omit<LiveSlide, 'html'> & { readonly html?: string })[]
}

/** Event `at`, and what is sent to `POST /at`: where a window of the deck stands. */
export type LivePlace = {
  /** The window that went there, by a name it gave itself. */
  readonly by: string
  /** The id of the slide or part. */
  readonly id: string
  /** The fragment shown last, from 0; -1 before the first. */
  readonly fragment: number
  readonly overview: boolean
  /** Blacked out. */
  readonly paused: boolean
}

/** Event `timer`: the one clock of all speakers' windows. */
export type LiveTimer = { readonly running: boolean; readonly ranMs: number }

/** `POST /timer`. */
export type TimerStep = 'start' | 'pause' | 'reset'

/** Event `problems`: what keeps the notes from being shown as they are now; none when all is well. */
export type LiveProblem = {
  /** file:line:column. */
  readonly place?: string | undefined
  readonly code: string
  readonly message: string
  readonly hint?: string | undefined
}

/** What is tried on the deck that is shown, and sent to `POST /look`; what is absent is as the notes say. */
export type Look = Partial<Record<'theme' | 'accent' | 'aspect' | 'remarks' | 'density', string>>

export type ThemeOffer = {
  readonly name: string
  /** Its paper, ink and accent, as #rrggbb. */
  readonly colors: readonly string[]
}

export type FormatOffer = {
  readonly name: string
  readonly purpose: string
  /** Whether it holds what is kept out of every other file. */
  readonly forSpeaker: boolean
}

/** `GET /look`: what there is to try, what is tried, and what is shown now. */
export type LookState = {
  readonly look: Look
  readonly shown: Required<Look>
  /** What is tried, as lines of front matter; empty when nothing is. */
  readonly frontMatter: string
  readonly themes: readonly ThemeOffer[]
  readonly aspects: readonly string[]
  readonly policies: readonly string[]
  readonly densities: readonly string[]
  readonly formats: readonly FormatOffer[]
}

/** Event `export`: how far a format is that somebody asked for by `POST /export`. */
export type Exporting = {
  readonly format: string
  readonly state: 'busy' | 'done' | 'failed'
  /** What is being done, where the file is, or why there is none. */
  readonly words: string
  /** Where it can be had; absent for a folder of files. */
  readonly href?: string
}

/** Event `hello`, the first that a window hears, and hears again when it was away. */
export type LiveHello = {
  /** A name for the run of the program. */
  readonly run: string
  readonly version: number
  /** Where the windows are. */
  readonly at?: LivePlace | undefined
  readonly problems: readonly LiveProblem[]
}

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

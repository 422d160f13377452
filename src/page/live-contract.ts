// What the page of a served deck and its server tell each other, as plain data. Shared by type only with the rooms that run in Node.

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

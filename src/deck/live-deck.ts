// Slides and a theme → a deck to be served: its page, and the pieces by which the page is changed while it is shown.
import type { Notes } from '../notes/notes.js'
import type { LiveParts, LiveSlide } from '../page/live-contract.js'
import type { Problem } from '../shared/problem.js'
import type { Slide } from '../slides/slide.js'
import type { Theme } from '../theme/theme.js'
import type { Audience } from './deck.js'
import type { CutLately } from './fonts/cut.js'
import { openPinner, type Pinner } from './fonts/pinner.js'
import type { FontsAgain } from './fonts.js'
import { drawParts, type RenderOptions } from './render.js'
import { stackSlides } from './stack-slides.js'
import { loadTemplates } from './templates.js'

export type LiveDeck = {
  readonly title: string
  readonly lang: string
  readonly root: LiveParts['root']
  readonly sheets: Readonly<Record<string, string>>
  readonly slides: readonly LiveSlide[]
  /** The whole page. */
  readonly html: string
  readonly problems: readonly Problem[]
}

const lately: CutLately = new Map()
/** Each audience's by itself: the letters of what only the speaker reads are not in the others' fonts. */
const again: Readonly<Record<Audience, FontsAgain>> = {
  shared: { lately, held: new Map() },
  presenter: { lately, held: new Map() },
}
let pinner: Pinner | undefined

/** Renders a deck to be served. Throws DeckError for a template, theme style or font that cannot be used. */
export async function renderLiveDeck(
  notes: Notes,
  slides: readonly Slide[],
  theme: Theme,
  options: RenderOptions,
): Promise<LiveDeck> {
  // What is made a second time is being edited: there will be letters whose slices were never pinned.
  pinner?.warm()
  pinner ??= openPinner()
  const [templates, { rendered, sheets, head, problems }] = await Promise.all([
    loadTemplates(),
    drawParts(notes, slides, theme, { ...options, again: again[options.audience], pinner }),
  ])
  return {
    title: notes.title.text,
    lang: notes.lang,
    root: {
      lang: notes.lang,
      'data-aspect': options.aspect ?? '16:9',
      'data-variant': theme.variant,
      'data-minutes': head['minutes'],
    },
    sheets,
    slides: slides.map(({ id, section }, index) => ({ id, stack: section, html: rendered[index] ?? '' })),
    html: templates.live({ ...head, sheets, slides: stackSlides(slides, rendered) }),
    problems,
  }
}

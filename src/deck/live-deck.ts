// Slides and a theme → a deck to be served: its page, and the pieces by which the page is changed while it is shown.
import type { Notes } from '../notes/notes.js'
import type { LiveParts, LiveSlide } from '../page/live-contract.js'
import type { Problem } from '../shared/problem.js'
import type { Slide } from '../slides/slide.js'
import type { Theme } from '../theme/theme.js'
import type { CutLately } from './fonts/cut.js'
import { makeFonts } from './fonts.js'
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
const makeFontsAgain: typeof makeFonts = (theme, letters, options) =>
  makeFonts(theme, letters, { ...options, lately })

/** Renders a deck to be served. Throws DeckError for a template, theme style or font that cannot be used. */
export async function renderLiveDeck(
  notes: Notes,
  slides: readonly Slide[],
  theme: Theme,
  options: RenderOptions,
): Promise<LiveDeck> {
  const [templates, { rendered, sheets, head, problems }] = await Promise.all([
    loadTemplates(),
    drawParts(notes, slides, theme, { ...options, fonts: makeFontsAgain }),
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

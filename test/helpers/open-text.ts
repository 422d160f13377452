// Notes typed into a test, or slides made by hand → the deck, open in Chrome as the plain pages of a print.
import type { Chrome } from '../../src/chrome/chrome.js'
import { openDeck } from '../../src/chrome/open-deck.js'
import { readBoxes, readPageReport } from '../../src/chrome/page-report.js'
import { readEnvironment } from '../../src/config/environment.js'
import type { Audience } from '../../src/deck/deck.js'
import { renderDeck } from '../../src/deck/render.js'
import type { Notes } from '../../src/notes/notes.js'
import { planSlides } from '../../src/slides/plan.js'
import type { Slide } from '../../src/slides/slide.js'
import { type Aspect, canvasOf } from '../../src/theme/aspect.js'
import { loadTheme } from '../../src/theme/load.js'
import { parseText } from './notes.js'

type Look = { readonly theme?: string; readonly aspect?: Aspect; readonly audience?: Audience }

export async function openSlides(
  chrome: Chrome,
  notes: Notes,
  slides: readonly Slide[],
  { theme = 'paper', aspect = '16:9', audience = 'shared' }: Look = {},
) {
  const { cacheDir } = readEnvironment()
  const deck = await renderDeck(notes, slides, await loadTheme(theme, '.'), {
    audience,
    aspect,
    cacheDir,
  })
  const open = await openDeck(chrome, deck.html, { mode: 'pages', ...canvasOf(aspect) })
  return {
    deck,
    page: open.page,
    boxes: () => readBoxes(open),
    problems: deck.problems,
    report: readPageReport(open.report),
    print: () => open.page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true }),
    [Symbol.asyncDispose]: () => open[Symbol.asyncDispose](),
  }
}

export async function openText(chrome: Chrome, source: string, look: Look = {}) {
  const { notes, problems } = parseText(source)
  const open = await openSlides(chrome, notes, planSlides(notes).slides, look)
  return { ...open, problems: [...problems, ...open.problems] }
}

/** The deck's whole page, as it stands in a file. */
export async function renderText(
  source: string,
  { theme = 'paper', aspect = '16:9', audience = 'shared' }: Look = {},
) {
  const { notes } = parseText(source)
  const { cacheDir } = readEnvironment()
  const look = { audience, aspect, cacheDir }
  return (await renderDeck(notes, planSlides(notes).slides, await loadTheme(theme, '.'), look)).html
}

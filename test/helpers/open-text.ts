// Notes typed into a test → the deck, open in Chrome as the plain pages of a print.
import type { Chrome } from '../../src/chrome/chrome.js'
import { openDeck } from '../../src/chrome/open-deck.js'
import { readBoxes, readPageReport } from '../../src/chrome/page-report.js'
import { readEnvironment } from '../../src/config/environment.js'
import type { Audience } from '../../src/deck/deck.js'
import { renderDeck } from '../../src/deck/render.js'
import { planSlides } from '../../src/slides/plan.js'
import { loadTheme } from '../../src/theme/load.js'
import { parseText } from './notes.js'

export async function openText(
  chrome: Chrome,
  source: string,
  theme = 'paper',
  audience: Audience = 'shared',
) {
  const { notes, problems } = parseText(source)
  const { cacheDir } = readEnvironment()
  const deck = await renderDeck(notes, planSlides(notes).slides, await loadTheme(theme, '.'), {
    audience,
    cacheDir,
  })
  const open = await openDeck(chrome, deck.html, { mode: 'pages' })
  return {
    deck,
    page: open.page,
    boxes: () => readBoxes(open),
    problems: [...problems, ...deck.problems],
    report: readPageReport(open.report),
    print: () => open.page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true }),
    [Symbol.asyncDispose]: () => open[Symbol.asyncDispose](),
  }
}

// Notes and a theme → the deck of them, open in Chrome and fitted: what looking at a theme and checking it stand on.
import type { Chrome } from '../../chrome/chrome.js'
import { type DeckPage, openDeck } from '../../chrome/open-deck.js'
import { readPageReport } from '../../chrome/page-report.js'
import { renderDeck } from '../../deck/render.js'
import { parseNotes } from '../../notes/parse.js'
import { readNotesBytes } from '../../notes/read.js'
import type { PageReport } from '../../page/contract.js'
import type { Problem } from '../../shared/problem.js'
import { planSlides } from '../../slides/plan.js'
import { type Aspect, canvasOf } from '../../theme/aspect.js'
import type { Theme } from '../../theme/theme.js'

export type DrawnDeck = AsyncDisposable & {
  readonly open: DeckPage
  readonly report: PageReport
  readonly problems: readonly Problem[]
}

/** Opens the notes in a theme. Remarks are as the notes’ front matter has them. */
export async function drawIn(
  theme: Theme,
  file: string,
  {
    aspect,
    chrome,
    cacheDir,
  }: { readonly aspect: Aspect; readonly chrome: Chrome; readonly cacheDir: string },
): Promise<DrawnDeck> {
  const bytes = await readNotesBytes(file)
  const { notes } = parseNotes(bytes, file, {})
  const { slides } = planSlides(notes, { remarks: notes.head.remarks ?? 'notes' })
  const deck = await renderDeck(notes, slides, theme, { audience: 'shared', aspect, cacheDir })
  const open = await openDeck(chrome, deck.html, { mode: 'pages', ...canvasOf(aspect) })
  return {
    open,
    report: readPageReport(open.report),
    problems: deck.problems,
    [Symbol.asyncDispose]: () => open[Symbol.asyncDispose](),
  }
}

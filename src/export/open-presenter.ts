// The deck with speaker notes and remarks → a page of its own, fitted as the shared one is.
import { openDeck } from '../chrome/open-deck.js'
import type { ExportInput } from './format.js'

/** Whoever opens it closes it. */
export async function openPresenter({ openPage, drawPresenter }: ExportInput) {
  const [fitted, deck] = await Promise.all([openPage(), drawPresenter()])
  const { width: widthPx, height: heightPx } = fitted.open.page.viewport() ?? {}
  const open = await openDeck(fitted.chrome, deck.html, { mode: 'pages', widthPx, heightPx })
  return { fitted, deck, open }
}

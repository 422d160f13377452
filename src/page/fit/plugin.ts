// Fitting as a plugin of reveal.js, which runs it before it lays slides out or prints them: every view has the same parts.
import type { RevealApi } from 'reveal.js'
import type { SlideReport } from '../contract.js'
import { awaitContent, fitSlides } from './index.js'

export type Fitted = { readonly slides: readonly SlideReport[]; readonly fitMs: number }

/**
 * Fits the slides under `root` in one go; they stand as plain boxes meanwhile (html.fitting), at the canvas's own size
 * however large the window is. Faces and pictures must be there: see awaitContent.
 */
export function fitDeck(root: HTMLElement): Fitted {
  const { classList } = document.documentElement
  const before = performance.now()
  classList.add('fitting')
  const slides = fitSlides(root)
  const fitMs = Math.round(performance.now() - before)
  classList.remove('fitting')
  return { slides, fitMs }
}

export type FitPlugin = {
  readonly id: 'recap-fit'
  /**
   * Waits for faces and pictures. Before reveal.js starts, not in `init`: while a plugin waits, reveal.js may already
   * answer the window's load event with a layout, or on a phone with its scroll view, of slides that are not fitted.
   */
  readonly ready: (root: HTMLElement) => Promise<void>
  readonly init: (deck: Pick<RevealApi, 'getRevealElement'>) => void
  readonly result: () => Fitted
}

/** A plugin for one deck. */
export function Fit(): FitPlugin {
  let fitted: Fitted = { slides: [], fitMs: 0 }
  return {
    id: 'recap-fit',
    ready: awaitContent,
    init(deck) {
      const root = deck.getRevealElement()
      if (root) fitted = fitDeck(root)
    },
    result: () => fitted,
  }
}

// A notes file and what the command line asks → a way to make its live deck, as often as its files change.
import path from 'node:path'
import { findConfigFile } from '../../config/environment.js'
import { loadConfig } from '../../config/load.js'
import { listAuthored } from '../../deck/authored.js'
import { type LiveDeck, renderLiveDeck } from '../../deck/live-deck.js'
import type { Look } from '../../page/live-contract.js'
import { type PlannedDeck, planDeck } from '../../pipeline/plan-deck.js'
import type { LiveAudience, Rebuilt } from '../../serve/rebuild.js'
import { once } from '../../shared/once.js'
import { DeckError } from '../../shared/problem.js'
import { hexOf } from '../../theme/color.js'
import { type Asked, planRequest } from './try-look.js'

/** The pictures that the notes name, whether they are there or not. */
function listPictures({ notes }: PlannedDeck): readonly string[] {
  const tags = listAuthored(notes).flatMap(({ html }) => [...html.matchAll(/<img\b[^>]*?\bsrc="([^"]+)"/g)])
  const names = tags.map(([, src = '']) => src.replaceAll('&amp;', '&'))
  return names
    .filter((name) => !/^[a-z][a-z0-9+.-]+:/i.test(name))
    .map((name) => path.resolve(path.dirname(notes.file), name))
}

/** What a deck is made of, whatever the notes say. */
function listBasics(file: string): readonly string[] {
  const near = path.dirname(path.resolve(file))
  const config = findConfigFile(file) ?? path.join(near, 'recap.config.yaml')
  return [path.resolve(file), config, path.join(near, 'brand.yaml'), path.join(near, 'custom.css')]
}

/** How the planned deck looks. */
const lookOf = ({ theme, themeName, aspect, policy, density }: PlannedDeck): Required<Look> => ({
  theme: themeName,
  accent: hexOf(theme.color.accent) ?? theme.color.accent,
  aspect,
  remarks: policy,
  density,
})

/** A way to make the deck anew; `tried` is what of `asked` is tried alone. */
export function makeRebuild(file: string, cacheDir: string): (asked: Asked, tried: Look) => Promise<Rebuilt> {
  let watched: readonly string[] = []
  return async (asked, tried) => {
    watched = [...new Set([...listBasics(file), ...watched])]
    try {
      const planned = await planDeck(planRequest(file, await loadConfig(file), asked))
      const { notes, slides, theme, aspect } = planned
      watched = [...listBasics(file), ...theme.places, ...listPictures(planned)]
      const drawFor = (audience: LiveAudience) =>
        once((): Promise<LiveDeck> => renderLiveDeck(notes, slides, theme, { audience, aspect, cacheDir }))
      const draws = { shared: drawFor('shared'), presenter: drawFor('presenter') }
      // A template that cannot be drawn is found out here.
      const deck = await draws.shared()
      const problems = [...planned.problems, ...deck.problems].filter(({ severity }) => severity === 'error')
      const looks = { tried, shown: lookOf(planned) }
      return { draw: (audience) => draws[audience](), looks, problems, watched }
    } catch (error) {
      if (!(error instanceof DeckError)) throw error
      return { problems: [error.problem], watched }
    }
  }
}

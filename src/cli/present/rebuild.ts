// A notes file and what the command line asks → a way to make its live deck, as often as its files change.
import path from 'node:path'
import { findConfigFile } from '../../config/environment.js'
import { loadConfig } from '../../config/load.js'
import { listAuthored } from '../../deck/authored.js'
import { type LiveDeck, renderLiveDeck } from '../../deck/live-deck.js'
import { type PlannedDeck, planDeck } from '../../pipeline/plan-deck.js'
import type { LiveAudience, Rebuild } from '../../serve/rebuild.js'
import { once } from '../../shared/once.js'
import { DeckError } from '../../shared/problem.js'
import type { BuildFlags } from '../build-flags.js'

type Asked = Pick<BuildFlags, 'theme' | 'aspect' | 'settings' | 'remarks' | 'lang'>

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

/** A way to make the deck anew. */
export function makeRebuild(file: string, asked: Asked, cacheDir: string): Rebuild {
  let watched: readonly string[] = []
  return async () => {
    watched = [...new Set([...listBasics(file), ...watched])]
    try {
      const config = await loadConfig(file)
      const planned = await planDeck({
        file,
        config: {
          ...config,
          notes: { ...config.notes, lang: asked.lang ?? config.notes.lang },
        },
        asked: { theme: asked.theme, aspect: asked.aspect, remarks: asked.remarks },
        settings: asked.settings,
      })
      const { notes, slides, theme, aspect } = planned
      watched = [...listBasics(file), ...theme.places, ...listPictures(planned)]
      const drawFor = (audience: LiveAudience) =>
        once((): Promise<LiveDeck> => renderLiveDeck(notes, slides, theme, { audience, aspect, cacheDir }))
      const draws = { shared: drawFor('shared'), presenter: drawFor('presenter') }
      // A template that cannot be drawn is found out here.
      const deck = await draws.shared()
      const problems = [...planned.problems, ...deck.problems].filter(({ severity }) => severity === 'error')
      return { draw: (audience) => draws[audience](), problems, watched }
    } catch (error) {
      if (!(error instanceof DeckError)) throw error
      return { problems: [error.problem], watched }
    }
  }
}

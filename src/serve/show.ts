// The deck that is shown now, for both audiences, with its version, its problems and where its windows are: what routes share.
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import type { LiveDeck } from '../deck/live-deck.js'
import type { LiveParts, LivePlace, LiveProblem } from '../page/live-contract.js'
import type { Problem } from '../shared/problem.js'
import { type Desk, openDesk } from './desk.js'
import { type Listeners, openListeners } from './events.js'
import type { DeckSource, LiveAudience, Rebuilt } from './rebuild.js'
import { findUpdate } from './update.js'

export type Drawn = { readonly version: number; readonly deck: LiveDeck }

export type Show = {
  readonly run: string
  readonly desk: Desk
  readonly listeners: Listeners
  readonly cutUiFont: DeckSource['cutUiFont']
  /** The last good deck; `undefined` while there was none. Waits for the first one to be made. */
  readonly look: (audience: LiveAudience) => Promise<Drawn | undefined>
  /** Takes a deck in, and tells the windows what changed. */
  readonly take: (rebuilt: Rebuilt) => Promise<void>
  readonly problems: () => readonly LiveProblem[]
  readonly place: () => LivePlace | undefined
  /** Moves all windows. */
  readonly move: (place: LivePlace) => void
}

export function tellProblem({ code, message, hint, at }: Problem): LiveProblem {
  const file = at && (path.relative('', at.file) || at.file)
  const place = at && [file, at.line, at.column].filter((part) => part !== undefined).join(':')
  return { place, code, message, hint }
}

export const partsOf = ({ version, deck }: Drawn): LiveParts => {
  const { title, root, sheets, slides } = deck
  return { version, title, root, sheets, slides }
}

/** A show of nothing, until a deck is taken in. `remake` makes it again; settles when that is shown. */
export function openShow(source: DeckSource, remake: () => Promise<void>): Show {
  const listeners = openListeners()
  const desk = openDesk(source, { remake, tell: listeners.tell })
  const drawn = new Map<LiveAudience, Drawn>()
  let first: (() => void) | undefined
  const begun = new Promise<void>((resolve) => {
    first = resolve
  })
  let version = 0
  let draw: Rebuilt['draw']
  let problems: readonly LiveProblem[] = []
  let place: LivePlace | undefined

  const redraw = async (audience: LiveAudience) => {
    const before = drawn.get(audience)
    if (draw === undefined) return
    const deck = await draw(audience)
    drawn.set(audience, { version, deck })
    const update = before && findUpdate(before.deck, deck, { from: before.version, version })
    if (before && !update) drawn.set(audience, { version: before.version, deck })
    if (update) listeners.tell('update', update, audience)
  }
  return {
    run: randomBytes(8).toString('hex'),
    listeners,
    desk,
    cutUiFont: source.cutUiFont,
    async look(audience) {
      await begun
      if (!drawn.has(audience)) await redraw(audience)
      return drawn.get(audience)
    },
    async take(rebuilt) {
      version++
      desk.take(rebuilt)
      if (rebuilt.draw) {
        draw = rebuilt.draw
        // The speaker's deck is drawn again only where somebody looks at it.
        if (listeners.count('presenter') === 0) drawn.delete('presenter')
        await redraw('shared')
        if (drawn.has('presenter')) await redraw('presenter')
      }
      const told = rebuilt.problems.map(tellProblem)
      const changed = JSON.stringify(told) !== JSON.stringify(problems)
      problems = told
      first?.()
      if (changed) listeners.tell('problems', problems)
    },
    problems: () => problems,
    place: () => place,
    move(next) {
      place = next
      listeners.tell('at', next)
    },
  }
}

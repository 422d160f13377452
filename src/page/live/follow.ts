// Where this window stands → all windows of the deck, and where they are → this one.
import type { RevealApi } from 'reveal.js'
import type { LivePlace } from '../live-contract.js'

export type Follower = {
  /** Goes where another window went. */
  readonly go: (place: LivePlace) => void
  /** Runs something that moves the deck, of which no window is told. */
  readonly quietly: (move: () => void | Promise<void>) => Promise<void>
  /** Tells where this window is, though nobody moved it: the slide it shows is called otherwise, or is no more. */
  readonly tell: () => void
}

/** The id of the slide or part that is shown. */
export const shownId = (reveal: RevealApi): string => reveal.getCurrentSlide()?.id ?? ''

/** Tells the server of every move of this window from now on. */
export function followPlace(reveal: RevealApi): Follower {
  const by = crypto.getRandomValues(new Uint32Array(2)).join('-')
  let quiet = false
  let last = ''
  const placeNow = (): LivePlace => ({
    by,
    id: shownId(reveal),
    fragment: reveal.getIndices().f ?? -1,
    overview: reveal.isOverview(),
    paused: reveal.isPaused(),
  })
  const send = (words: string) => {
    last = words
    fetch('/at', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: words }).catch(
      () => undefined,
    )
  }
  const tell = () => {
    const words = JSON.stringify(placeNow())
    if (!quiet && words !== last) send(words)
  }
  const moves = ['slidechanged', 'fragmentshown', 'fragmenthidden', 'overviewshown', 'overviewhidden']
  for (const event of [...moves, 'paused', 'resumed']) reveal.on(event, tell)
  const quietly = async (move: () => void | Promise<void>) => {
    quiet = true
    try {
      await move()
    } finally {
      quiet = false
      last = JSON.stringify(placeNow())
    }
  }
  return {
    quietly,
    tell: () => send(JSON.stringify(placeNow())),
    go(place) {
      if (place.by === by) return
      const target = document.getElementById(place.id)
      if (!target) return
      quietly(() => {
        const { h, v } = reveal.getIndices(target)
        reveal.slide(h, v, place.fragment)
        if (reveal.isOverview() !== place.overview) reveal.toggleOverview(place.overview)
        if (reveal.isPaused() !== place.paused) reveal.togglePause(place.paused)
      })
    },
  }
}

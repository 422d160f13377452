// The page script of a served deck: shows it, keeps it as the notes are now, and keeps its windows together.
import type { LiveHello, LivePlace, LiveUpdate } from './contract.js'
import { followPlace } from './live/follow.js'
import { listen } from './live/listen.js'
import { showDeck } from './show.js'

async function start(): Promise<void> {
  const { reveal } = await showDeck()
  if (!reveal) return
  const follow = followPlace(reveal)
  reveal.addKeyBinding({ keyCode: 83, key: 'S', description: 'Speaker’s view' }, () => {
    window.open('/speaker', 'recap-speaker')
  })
  listen('shared', {
    hello(hello: LiveHello) {
      if (hello.at) follow.go(hello.at)
      document.documentElement.dataset['live'] = 'on'
    },
    at: (place: LivePlace) => follow.go(place),
    update: (_update: LiveUpdate) => location.reload(),
    problems: () => undefined,
  })
}

start()

// The page script of a served deck: shows it, keeps it as the notes are now, and keeps its windows together.

import { followPlace, shownId } from './live/follow.js'
import { forgetToken } from './live/forget-token.js'
import { listen } from './live/listen.js'
import { showProblems } from './live/overlay.js'
import { openPatcher } from './live/patch.js'
import { loadUiFont } from './live/ui-font.js'
import type { LiveHello, LiveParts, LivePlace, LiveUpdate } from './live-contract.js'
import { addPanel } from './panel/panel.js'
import { showDeck } from './show.js'
import { pageWords } from './words.js'

const query = new URLSearchParams(location.search)
/** Whose deck the page is: the speaker's page shows the one with speaker notes in a frame. */
const audience = query.get('for') === 'presenter' ? 'presenter' : 'shared'

/** The run of the program that the page came from, and the version of the deck in it. */
const cameWith = (): readonly string[] =>
  document.querySelector<HTMLMetaElement>('meta[name="recap"]')?.content.split(' ') ?? []

/** Letters of what the page says itself. */
function loadWords(): void {
  if (document.documentElement.lang.startsWith('zh')) loadUiFont()
}

/** A page without a deck: there was none yet that could be shown. */
function waitForDeck(): void {
  const { documentElement } = document
  // No deck says what language to speak.
  documentElement.lang = navigator.language
  loadWords()
  listen(audience, {
    hello: ({ version, problems }) =>
      version > 0 && problems.length === 0 ? location.reload() : showProblems(problems),
    update: () => location.reload(),
    problems: (problems) => (problems.length === 0 ? location.reload() : showProblems(problems)),
  })
}

async function start(): Promise<void> {
  forgetToken()
  const deck = document.querySelector('.reveal')
  if (!deck) return waitForDeck()
  const slides = [...deck.querySelectorAll('section[data-layout]')]
  const authored = new Map(slides.map((slide) => [slide.id, slide.outerHTML]))
  const { reveal, root } = await showDeck()
  if (!reveal) return
  loadWords()
  const follow = followPlace(reveal)
  const patcher = openPatcher(reveal, root, authored)
  const [ownRun, ownVersion] = cameWith()
  let version = Number(ownVersion ?? 0)
  async function apply(update: LiveUpdate | LiveParts): Promise<void> {
    const before = reveal && shownId(reveal)
    await follow.quietly(() => patcher.apply(update))
    if (reveal && shownId(reveal) !== before) follow.tell()
    version = update.version
  }
  // One after the other: each begins where the one before it ended.
  let turn = Promise.resolve()
  const patch = (update: LiveUpdate | LiveParts) => {
    turn = turn.then(async () => {
      if ('from' in update && update.from !== version) return catchUp()
      await apply(update)
      document.documentElement.dataset['version'] = String(version)
      reveal.dispatchEvent({ type: 'recap-patched' })
    })
    // A deck that cannot be patched is loaded anew, at the same slide.
    turn = turn.catch((error) => {
      console.error(error)
      location.reload()
    })
  }
  /** The whole deck, for a window that missed something. */
  async function catchUp(): Promise<void> {
    const answer = await fetch(`/deck.json?for=${audience}`)
    if (!answer.ok) return location.reload()
    const parts: LiveParts = await answer.json()
    await apply(parts)
    reveal?.dispatchEvent({ type: 'recap-patched' })
  }
  const { speaker } = pageWords(document.documentElement.lang)
  reveal.addKeyBinding({ keyCode: 83, key: 'S', description: speaker }, () => {
    window.open('/speaker', 'recap-speaker')
  })
  // A frame of the speaker's page has no room for it, and a phone no say in it.
  const panel = parent === window && audience === 'shared' ? addPanel(reveal, root) : undefined
  listen(audience, {
    hello({ run, version: now, at, problems }: LiveHello) {
      // The program was started anew.
      if (run !== ownRun) return location.reload()
      if (now !== version) turn = turn.then(catchUp)
      turn = turn.then(() => {
        if (at) follow.go(at)
      })
      showProblems(problems)
      panel?.refresh()
      document.documentElement.dataset['live'] = 'on'
    },
    at: (place: LivePlace) => follow.go(place),
    update: patch,
    problems: showProblems,
    look: () => panel?.refresh(),
    export: (exporting) => panel?.tell(exporting),
  })
}

start()

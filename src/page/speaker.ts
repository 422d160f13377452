// The speaker's page: the slide that is shown, the next one, what to say, and the time. Its keys and buttons move the slide
// of its own frame, which tells all windows of the deck.
import type { RevealApi } from 'reveal.js'
import { elapsedMs, pauseTimer, startTimer, stopped, tellTime } from './speaker/timer.js'
import { type SpeakerWords, wordsFor } from './speaker/words.js'

type DeckWindow = Window & { readonly Reveal?: RevealApi }

function find<Kind extends HTMLElement>(selector: string, kind: new () => Kind): Kind {
  const found = document.querySelector(selector)
  if (!(found instanceof kind)) throw new Error(`The page has no ${selector}.`)
  return found
}

const frame = find('iframe.now', HTMLIFrameElement)
const notes = find('.notes', HTMLElement)
const timerText = find('.timer', HTMLElement)
const pauseButton = find('.pause', HTMLButtonElement)
let words: SpeakerWords = wordsFor('en')
let timer = stopped
let scale = 1

const deckWindow = (): DeckWindow | null => frame.contentWindow
const reveal = (): RevealApi | undefined => deckWindow()?.Reveal

function showNotes(): void {
  const slide = frame.contentDocument?.querySelector('section.present:not(.stack)')
  const said = slide?.querySelector('aside.notes')
  notes.innerHTML = said?.innerHTML ?? ''
  if (!said)
    notes.append(Object.assign(document.createElement('p'), { className: 'none', textContent: words.none }))
  notes.scrollTop = 0
  const deck = reveal()
  const place = deck === undefined ? '' : `${deck.getSlidePastCount() + 1} / ${deck.getSlides().length}`
  find('.place', HTMLElement).textContent = place
}

function showTime(): void {
  const now = Date.now()
  const elapsed = elapsedMs(timer, now)
  timerText.textContent = tellTime(elapsed)
  find('.clock', HTMLElement).textContent = new Date(now).toLocaleTimeString([], {
    hour: '2-digit',
    minute: '2-digit',
  })
  pauseButton.textContent = timer.running ? words.pause : elapsed > 0 ? words.resume : words.start
  const planned = Number(frame.contentDocument?.documentElement.dataset['minutes'] ?? 0)
  const left = Math.ceil(planned - elapsed / 60_000)
  const pace = find('.pace', HTMLElement)
  pace.textContent = planned === 0 ? '' : left >= 0 ? words.left(left) : words.over(-left)
  pace.dataset['late'] = String(planned > 0 && left < 0)
}

function speak(lang: string): void {
  words = wordsFor(lang)
  document.documentElement.lang = lang
  document.title = words.title
  find('.reset', HTMLElement).textContent = words.reset
  find('.next h2', HTMLElement).textContent = words.next
  find('.back', HTMLElement).ariaLabel = words.back
  find('.on', HTMLElement).ariaLabel = words.next
  frame.title = words.now
  find('iframe.ahead', HTMLIFrameElement).title = words.next
}

function move(by: 'next' | 'prev'): void {
  timer = startTimer(timer, Date.now())
  reveal()?.[by]()
}

const keys: Readonly<Record<string, () => void>> = {
  ArrowRight: () => move('next'),
  ArrowDown: () => move('next'),
  PageDown: () => move('next'),
  ' ': () => move('next'),
  ArrowLeft: () => move('prev'),
  ArrowUp: () => move('prev'),
  PageUp: () => move('prev'),
  Home: () => reveal()?.slide(0, 0),
  '+': () => zoom(1.1),
  '=': () => zoom(1.1),
  '-': () => zoom(1 / 1.1),
}

function zoom(by: number): void {
  scale = Math.min(3, Math.max(0.5, scale * by))
  notes.style.setProperty('--scale', String(scale))
}

/** The deck in the frame is ready; so it is again whenever it was loaded anew. */
function begin(): void {
  const { contentDocument } = frame
  const deck = reveal()
  if (!contentDocument || !deck) return
  const { aspect = '16:9' } = contentDocument.documentElement.dataset
  for (const box of document.querySelectorAll<HTMLElement>('.frame'))
    box.style.aspectRatio = aspect.replace(':', ' / ')
  speak(contentDocument.documentElement.lang)
  for (const event of ['slidechanged', 'recap-patched']) deck.on(event, showNotes)
  showNotes()
  showTime()
  document.documentElement.dataset['ready'] = 'true'
}

document.addEventListener('keydown', (event) => {
  const act = event.target instanceof HTMLButtonElement && event.key === ' ' ? undefined : keys[event.key]
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  act()
})
find('.on', HTMLElement).addEventListener('click', () => move('next'))
find('.back', HTMLElement).addEventListener('click', () => move('prev'))
find('.reset', HTMLElement).addEventListener('click', () => {
  timer = stopped
  showTime()
})
pauseButton.addEventListener('click', () => {
  timer = timer.running ? pauseTimer(timer, Date.now()) : startTimer(timer, Date.now())
  showTime()
})
setInterval(showTime, 500)
window.addEventListener('message', (event) => {
  if (
    event.origin === location.origin &&
    event.source === frame.contentWindow &&
    event.data === 'recap-ready'
  )
    begin()
})
begin()

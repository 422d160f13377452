// The page of who speaks: the deck in a frame, its next slide, notes and remarks, clock, timer and pace. What moves the deck
// in the frame moves all its windows, since the frame is one of them.
import { forgetToken } from './live/forget-token.js'
import { loadUiFont } from './live/ui-font.js'
import { type Talk, watchFrame } from './speaker/deck-frame.js'
import { bindKeys } from './speaker/keys.js'
import { showIn } from './speaker/next-slide.js'
import { showNotes } from './speaker/notes.js'
import { findPace, formatTime, planTimes } from './speaker/pace.js'
import { drawBar, listSections } from './speaker/sections.js'
import { followTimer } from './speaker/timer.js'

/** How often times are written, in ms: often enough that no second is left out. */
const tickMs = 250

function find<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const element = document.getElementById(id)
  if (element instanceof kind) return element
  throw new Error(`The page has no “${id}”.`)
}

forgetToken()
const [now, next] = [find('now', HTMLIFrameElement), find('next', HTMLIFrameElement)]
const [pace, run] = [find('pace', HTMLElement), find('run', HTMLButtonElement)]
const spent = new Map<number, number>()
const clock = new Intl.DateTimeFormat(document.documentElement.lang, {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const showNext = showIn(next)
let talk: Talk | undefined
let version: string | undefined
let lost = false
let last = 0
let listed = ''

const timer = followTimer((is) => {
  lost = !is
  write()
}, write)

function say(words: string | undefined, state: string, time = ''): void {
  const text = (words ?? '').replace('{}', time)
  // Read aloud when it changes, not every second.
  if (pace.textContent !== text) pace.textContent = text
  pace.dataset['state'] = state
}

/** Writes all that goes with the time. */
function write(): void {
  const elapsedMs = timer.elapsedMs()
  find('clock', HTMLElement).textContent = clock.format(new Date())
  find('time', HTMLElement).textContent = formatTime(elapsedMs)
  document.body.dataset['running'] = String(timer.running())
  run.textContent = run.dataset[timer.running() ? 'pause' : 'start'] ?? ''
  const { dataset } = pace
  if (!talk) {
    say(lost ? dataset['lost'] : '', 'lost')
    return
  }
  const { stretch } = talk.at
  // Set back.
  if (elapsedMs < last) spent.clear()
  if (timer.running()) spent.set(stretch, (spent.get(stretch) ?? 0) + Math.max(0, elapsedMs - last))
  last = elapsedMs
  const times = planTimes(talk.stretches, talk.wholeMinutes)
  const progress = { times, elapsedMs, spent }
  drawBar(find('bar', HTMLElement), talk, progress)
  const seconds = `${talk.index} ${Math.floor(elapsedMs / 1000)} ${timer.running()}`
  if (seconds !== listed) listSections(find('sections', HTMLElement), talk, progress)
  listed = seconds
  const of = find('of', HTMLElement)
  const found = times && findPace(times, talk.stretches, talk.at, elapsedMs)
  of.textContent = found ? (of.dataset['words'] ?? '').replace('{}', formatTime(found.wholeMs)) : ''
  if (lost) say(dataset['lost'], 'lost')
  else if (talk.reveal.isPaused()) say(dataset['black'], 'black')
  else if (!found || elapsedMs === 0) say('', '')
  else if (Math.abs(found.aheadMs) < 1000) say(dataset['onTime'], 'on-time')
  else if (found.aheadMs > 0) say(dataset['ahead'], 'ahead', formatTime(found.aheadMs))
  else say(dataset['behind'], 'behind', formatTime(found.aheadMs))
}

watchFrame(now, (read) => {
  const before = talk
  talk = read
  const { version: newest = '' } = read.document.documentElement.dataset
  if (newest !== version) loadUiFont(`?for=presenter&version=${newest}`)
  version = newest
  const canvas = ['w', 'h'].map((side) =>
    getComputedStyle(read.document.documentElement).getPropertyValue(`--slide-${side}`),
  )
  document.body.style.setProperty('--slide-w', canvas[0] ?? '')
  document.body.style.setProperty('--aspect', canvas.map((px) => Number.parseFloat(px)).join(' / '))
  document.body.style.setProperty('--slide-h', canvas[1] ?? '')
  showNext(read.next)
  fitNext()
  find('end', HTMLElement).hidden = read.next !== undefined
  find('count', HTMLElement).textContent = `${read.index + 1} / ${read.count}`
  showNotes(find('notes', HTMLElement), read.slide, before?.slide !== read.slide)
  // A talk begins when its first slide is left.
  const begins = before?.index === 0 && read.index === 1
  if (begins && !timer.running() && timer.elapsedMs() === 0) timer.step('start')
  listed = ''
  write()
})

/** The next slide as large as its place, in CSS a quotient of two lengths, which few browsers can make. */
function fitNext(): void {
  const width = next.parentElement?.clientWidth ?? 0
  next.style.scale = String(width / Math.max(1, next.offsetWidth))
}
new ResizeObserver(fitNext).observe(next.parentElement ?? next)

const notesPx = { key: 'recap-notes-px', least: 16, most: 64, step: 3 }
function sizeNotes(by: number): void {
  const style = getComputedStyle(find('notes', HTMLElement))
  const px = Math.min(notesPx.most, Math.max(notesPx.least, Number.parseFloat(style.fontSize) + by))
  document.body.style.setProperty('--notes-px', `${px}px`)
  localStorage.setItem(notesPx.key, String(px))
}
const kept = Number(localStorage.getItem(notesPx.key))
if (kept >= notesPx.least && kept <= notesPx.most) document.body.style.setProperty('--notes-px', `${kept}px`)

const actions = {
  run: () => timer.step(timer.running() ? 'pause' : 'start'),
  reset: () => timer.step('reset'),
  smaller: () => sizeNotes(-notesPx.step),
  larger: () => sizeNotes(notesPx.step),
  back: () => talk?.reveal.prev(),
  forward: () => talk?.reveal.next(),
}
for (const [id, action] of Object.entries(actions))
  find(id, HTMLButtonElement).addEventListener('click', action)
bindKeys(now, {
  t: ({ shiftKey }) => (shiftKey ? actions.reset() : actions.run()),
  '+': actions.larger,
  '=': actions.larger,
  '-': actions.smaller,
  f: () => {
    if (document.fullscreenElement) document.exitFullscreen()
    else document.documentElement.requestFullscreen().catch(() => undefined)
  },
})
setInterval(write, tickMs)
write()

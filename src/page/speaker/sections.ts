// The stretches of a talk with their times → the list to jump by, and the bar that shows plan and time side by side.
import type { NamedStretch, Talk } from './deck-frame.js'
import { findPace, formatTime } from './pace.js'

export type Progress = {
  readonly times: readonly number[] | undefined
  readonly elapsedMs: number
  /** Ms spent in each stretch, by its place. */
  readonly spent: ReadonlyMap<number, number>
}

const span = (className: string, text: string) => {
  const element = document.createElement('span')
  element.className = className
  element.textContent = text
  return element
}

const row = () => {
  const item = document.createElement('li')
  const button = document.createElement('button')
  button.type = 'button'
  button.append(span('name', ''), span('time', ''))
  item.append(button)
  return item
}

/** Writes the list; a click on a name goes to its first slide. Rows stay: one of them may have the focus. */
export function listSections(list: HTMLElement, talk: Talk, { times, spent }: Progress): void {
  const named = talk.stretches.flatMap(({ title, first }: NamedStretch, place) =>
    title === undefined ? [] : [{ title, first, place }],
  )
  while (list.children.length > named.length) list.lastElementChild?.remove()
  while (list.children.length < named.length) list.append(row())
  const before = list.querySelector('[aria-current]')
  named.forEach(({ title, first, place }, index) => {
    const button = list.children[index]?.querySelector('button')
    const [name, time] = button?.children ?? []
    if (!button || !name || !time) return
    const used = spent.get(place) ?? 0
    const planned = times?.[place] ?? 0
    const words = [used >= 1000 ? formatTime(used) : '', planned > 0 ? formatTime(planned) : '']
    name.textContent = title
    time.textContent = words.filter(Boolean).join(' / ')
    time.classList.toggle('over', planned > 0 && used > planned)
    if (place === talk.at.stretch) button.setAttribute('aria-current', 'true')
    else button.removeAttribute('aria-current')
    button.onclick = () => {
      const { h, v } = talk.reveal.getIndices(first)
      talk.reveal.slide(h, v)
    }
  })
  const now = list.querySelector('[aria-current]')
  if (now !== before) now?.scrollIntoView({ block: 'nearest' })
}

/** Draws a stretch as wide as its time, or its slides where nothing is planned; filled as far as the talk is. */
export function drawBar(bar: HTMLElement, talk: Talk, { times, elapsedMs }: Progress): void {
  const { stretches, at } = talk
  const parts = stretches.map((stretch, place) => {
    const part = document.createElement('i')
    part.style.flexGrow = String(times ? times[place] : stretch.slides)
    const done = place < at.stretch ? 1 : place > at.stretch ? 0 : (at.slide + 1) / stretch.slides
    part.style.setProperty('--done', String(done))
    return part
  })
  const pace = times && findPace(times, stretches, at, elapsedMs)
  bar.replaceChildren(...parts)
  if (!pace || pace.wholeMs === 0) return
  // Where the time stands: the filled part is to be there.
  const now = document.createElement('b')
  now.style.insetInlineStart = `${Math.min(100, (elapsedMs / pace.wholeMs) * 100)}%`
  bar.append(now)
}

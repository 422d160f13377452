// The drawer beside a deck that is presented: T opens it. Theme, accent, shape, density and remarks are tried at once; what is tried
// can be copied or saved, and the deck exported as it is shown.
import type { RevealApi } from 'reveal.js'
import type { Exporting, Look, LookState } from '../live-contract.js'
import { makeChoices } from './choices.js'
import { make } from './element.js'
import { type Exports, makeExports } from './exports.js'
import { besideLook, panelLook } from './look.js'
import { post } from './post.js'
import { panelWords } from './words.js'

export type Panel = {
  /** What is tried changed, here or in another window. */
  readonly refresh: () => void
  readonly tell: (exporting: Exporting) => void
}

/** Puts text where it can be pasted; pages of other machines than this may not use the clipboard by its newer way. */
async function copy(text: string): Promise<boolean> {
  if (navigator.clipboard)
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
  const area = make('textarea', {}, text)
  document.body.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  return done
}

/** Puts new parts in place of the old, but for a colour's field that is being used: its window would be closed. */
function replaceParts(drawer: HTMLElement, parts: readonly HTMLElement[]): void {
  const used = document.activeElement?.closest('.panel-accent')
  if (!used || !drawer.contains(used)) {
    drawer.replaceChildren(...parts)
    return
  }
  const at = parts.findIndex((part) => part.matches('.panel-accent'))
  const fresh = parts[at]
  if (fresh)
    for (const name of ['code', 'button'])
      used.querySelector(name)?.replaceWith(fresh.querySelector(name) ?? '')
  for (const part of [...drawer.children]) if (part !== used) part.remove()
  used.before(...parts.slice(0, at))
  used.after(...parts.slice(at + 1))
}

/** Gives the deck its key T, and the drawer it opens. */
export function addPanel(reveal: RevealApi, root: HTMLElement): Panel {
  let drawer: HTMLElement | undefined
  let exports: Exports | undefined
  let state: LookState | undefined
  /** The state that stands there, as it came. */
  let drawn = ''
  let cameFrom: Element | null = null
  const lang = () => document.documentElement.lang
  const status = make('output', { 'aria-live': 'polite' })

  /** What has the focus keeps it, though the panel is drawn anew. */
  function draw(): void {
    if (!drawer || !state) return
    const words = panelWords(lang())
    const focused = drawer.contains(document.activeElement) ? document.activeElement?.id : undefined
    const tried = state.frontMatter !== ''
    const button = (id: string, text: string, act: () => unknown) => {
      const made = make('button', { type: 'button', id: `panel-${id}`, disabled: !tried }, text)
      made.addEventListener('click', act)
      return made
    }
    const { frontMatter } = state
    exports ??= makeExports(state.formats, words)
    const close = make('button', { type: 'button', id: 'panel-close', 'aria-label': words.close }, '×')
    close.addEventListener('click', toggle)
    drawer.lang = lang()
    drawer.setAttribute('aria-label', words.panel)
    replaceParts(drawer, [
      make('style', {}, panelLook),
      close,
      ...makeChoices(state, words, choose),
      make(
        'section',
        { class: 'panel-tried' },
        make('h3', {}, tried ? words.tried : ''),
        tried ? make('pre', {}, frontMatter) : make('p', {}, words.untried),
        make(
          'div',
          { class: 'panel-buttons' },
          button('copy', words.copy, async () =>
            say((await copy(frontMatter)) ? words.copied : words.failed),
          ),
          button('save', words.save, save),
          button('drop', words.drop, () => send({})),
        ),
        status,
      ),
      exports.root,
    ])
    const again = focused ? document.getElementById(focused) : null
    if (again instanceof HTMLElement) again.focus()
  }
  const say = (words: string) => {
    status.value = words
  }
  async function take(answer: Response | undefined): Promise<void> {
    if (!answer?.ok) return
    const now = await answer.text()
    state = JSON.parse(now)
    // What stands as it is stays: someone may be pressing it.
    if (drawn === now) return
    drawn = now
    draw()
  }
  const refresh = async () => {
    if (drawer) await take(await fetch('/look').catch(() => undefined))
  }

  let sending = false
  let next: Look | undefined
  /** The newest look alone counts: a colour that is dragged makes many. */
  async function send(look: Look): Promise<void> {
    next = look
    if (state) state = { ...state, look }
    if (sending) return
    sending = true
    while (next) {
      const now = next
      next = undefined
      const answer = await post('/look', now)
      if (!next) await take(answer)
      say(answer?.ok ? '' : panelWords(lang()).failed)
    }
    sending = false
  }
  function choose(key: keyof Look, words: string | undefined): void {
    const { [key]: _, ...others } = state?.look ?? {}
    send(words === undefined ? others : { ...others, [key]: words })
  }
  async function save(): Promise<void> {
    const words = panelWords(lang())
    const answer = await post('/look/save', {})
    if (answer?.ok) {
      await take(answer)
      return say(words.saved)
    }
    const { message = words.failed, hint = '' } = (await answer?.json().catch(() => undefined)) ?? {}
    say(`${message} ${hint}`)
  }

  function open(): void {
    drawer = make('aside', { class: 'recap-panel', role: 'region', tabindex: '-1' })
    // The deck has keys of its own.
    drawer.addEventListener('keydown', (event) => {
      event.stopPropagation()
      const typing = event.target instanceof HTMLInputElement && event.target.type === 'color'
      if (
        event.key === 'Escape' ||
        (event.key.toLowerCase() === 't' && !typing && !event.ctrlKey && !event.metaKey)
      )
        toggle()
    })
    document.body.append(drawer)
    root.classList.add('beside-panel')
    drawer.focus()
    refresh().then(() => {
      const first = drawer?.querySelector<HTMLElement>('input:checked')
      if (document.activeElement === drawer) first?.focus({ preventScroll: true })
    })
  }
  function toggle(): void {
    if (drawer) {
      drawer.remove()
      drawer = undefined
      exports = undefined
      drawn = ''
      say('')
      root.classList.remove('beside-panel')
      if (cameFrom instanceof HTMLElement) cameFrom.focus()
    } else {
      cameFrom = document.activeElement
      open()
    }
    reveal.layout()
  }
  reveal.addKeyBinding({ keyCode: 84, key: 'T', description: panelWords(lang()).panel }, toggle)
  document.head.append(make('style', {}, besideLook))
  return { refresh, tell: (exporting) => exports?.tell(exporting) }
}

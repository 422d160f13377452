// The drawer beside a deck that is presented: T opens it. Theme, accent, shape, density and remarks are tried at once; what is tried
// can be copied or saved, and the deck exported as it is shown.
import { Idiomorph } from 'idiomorph'
import type { RevealApi } from 'reveal.js'
import { problemWords } from '../live/problem-words.js'
import { uiFontSettled } from '../live/ui-font.js'
import type { Exporting, LiveProblem, LookState } from '../live-contract.js'
import { makeChoices, readChoice } from './choices.js'
import { copy } from './copy.js'
import { isOff, make } from './element.js'
import { type Exports, makeExports } from './exports.js'
import { keepLook } from './keep-look.js'
import { besideLook, panelLook } from './look.js'
import { panelWords } from './words.js'

export type Panel = {
  /** What is tried changed, here or in another window. */
  readonly refresh: () => void
  readonly tell: (exporting: Exporting) => void
}

/** Gives the deck its key T, and the drawer it opens. */
export function addPanel(reveal: RevealApi, root: HTMLElement): Panel {
  let drawer: HTMLElement | undefined
  let exports: Exports | undefined
  let cameFrom: Element | null = null
  const lang = () => document.documentElement.lang
  /** What changes with the look. */
  const fields = make('div', { class: 'panel-fields' })
  const status = make('output', { 'aria-live': 'polite' })
  const say = (words: string) => {
    status.value = words
  }
  const keeper = keepLook({
    shown: draw,
    tried: (is) => say(is ? '' : panelWords(lang()).failed),
  })

  /** What stands there as it is stays the element it is: it may have the focus, or be pressed. */
  function draw(state: LookState): void {
    if (!drawer) return
    const words = panelWords(lang())
    const tried = state.frontMatter !== ''
    const button = (id: string, text: string) =>
      make('button', { type: 'button', id: `panel-${id}`, 'aria-disabled': String(!tried) }, text)
    drawer.lang = lang()
    drawer.setAttribute('aria-label', words.panel)
    const parts = [
      ...makeChoices(state, words),
      make(
        'section',
        { class: 'panel-tried' },
        make('h3', {}, tried ? words.tried : ''),
        tried ? make('pre', {}, state.frontMatter) : make('p', {}, words.untried),
        make(
          'div',
          { class: 'panel-buttons' },
          button('copy', words.copy),
          button('save', words.save),
          button('drop', words.drop),
        ),
      ),
    ]
    Idiomorph.morph(fields, parts, { morphStyle: 'innerHTML', ignoreActiveValue: true })
    if (exports) return
    exports = makeExports(state.formats, words)
    const close = make('button', { type: 'button', id: 'panel-close', 'aria-label': words.close }, '×')
    close.addEventListener('click', toggle)
    drawer.append(make('style', {}, panelLook), close, fields, status, exports.root)
  }

  async function copyTried(): Promise<void> {
    await keeper.settled()
    const words = panelWords(lang())
    say((await copy(keeper.state()?.frontMatter ?? '')) ? words.copied : words.failed)
  }
  async function save(): Promise<void> {
    const words = panelWords(lang())
    const answer = await keeper.save()
    if (answer?.ok) return say(words.saved)
    const told: Partial<LiveProblem> = (await answer?.json().catch(() => undefined)) ?? {}
    const own = problemWords(told.code ?? '', lang()) ?? []
    say([...own, told.message ?? words.failed, told.hint].filter(Boolean).join(' '))
  }

  // The fields' elements come and go: their box listens.
  fields.addEventListener('input', (event) => {
    const choice = readChoice(event)
    if (Object.keys(choice).length > 0) keeper.choose((look) => ({ ...look, ...choice }))
  })
  const acts: Readonly<Record<string, () => unknown>> = {
    'look-accent-plain': () => keeper.choose(({ accent: _, ...others }) => others),
    'panel-copy': copyTried,
    'panel-save': save,
    'panel-drop': () => keeper.choose(() => ({})),
  }
  fields.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLButtonElement && !isOff(target)) acts[target.id]?.()
  })

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
    uiFontSettled()
      .then(keeper.refresh)
      .then(() => {
        const first = drawer?.querySelector<HTMLElement>('input:checked')
        if (document.activeElement === drawer) first?.focus({ preventScroll: true })
      })
  }
  function toggle(): void {
    if (drawer) {
      drawer.remove()
      drawer = undefined
      exports = undefined
      fields.replaceChildren()
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
  return {
    async refresh() {
      if (drawer) await keeper.refresh()
    },
    tell: (exporting) => exports?.tell(exporting),
  }
}

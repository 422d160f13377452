// Search as a plugin of reveal.js: Ctrl Shift F opens a box, Enter goes from match to match, Escape closes it and clears.
// In place of reveal.js's own, which looks in one text node at a time and so finds no word with a <wbr> or bold letters in it.
import type { RevealApi } from 'reveal.js'
import { pageWords } from '../words.js'
import { type Found, findWord } from './find.js'

type Box = {
  readonly form: HTMLFormElement
  readonly input: HTMLInputElement
  readonly count: HTMLOutputElement
}

function makeBox(placeholder: string): Box {
  const form = document.createElement('form')
  form.className = 'searchbox'
  form.role = 'search'
  form.hidden = true
  const input = document.createElement('input')
  input.type = 'search'
  input.placeholder = placeholder
  input.setAttribute('aria-label', placeholder)
  const count = document.createElement('output')
  form.append(input, count)
  return { form, input, count }
}

/** Paints all matches, and the one the search stands at in its own colour. Browsers without highlights only go there. */
function paint(found: readonly Found[], at: number): void {
  if (!('highlights' in CSS)) return
  const here = found[at]?.range
  CSS.highlights.set('recap-found', new Highlight(...found.map(({ range }) => range)))
  const current = new Highlight(...(here ? [here] : []))
  current.priority = 1
  CSS.highlights.set('recap-here', current)
}

/** A plugin for one deck. */
export function Search(): { readonly id: 'search'; readonly init: (deck: RevealApi) => void } {
  return {
    id: 'search',
    init(deck) {
      const root = deck.getRevealElement()
      if (!root) return
      const words = pageWords(document.documentElement.lang)
      const { form, input, count } = makeBox(words.search)
      root.append(form)
      let found: readonly Found[] = []
      let at = -1

      const tell = () => {
        const place = at < 0 ? String(found.length) : `${at + 1} / ${found.length}`
        count.value = input.value.trim() === '' ? '' : found.length === 0 ? words.noMatch : place
        paint(found, at)
      }
      const look = () => {
        found = findWord(root, input.value)
        at = -1
        tell()
      }
      const go = (step: 1 | -1) => {
        // From the slide that is shown: the first match on it or after it.
        const slides = deck.getSlides()
        const current = slides.indexOf(deck.getCurrentSlide())
        const next = found.findIndex(({ section }) => slides.indexOf(section) >= current)
        at = at < 0 ? Math.max(0, next) : (at + step + found.length) % found.length
        const { section, range } = found[at] ?? {}
        if (!section) return
        const { h, v } = deck.getIndices(section)
        deck.slide(h, v)
        // What was to come later comes now.
        const unseen = range?.startContainer.parentElement?.closest<HTMLElement>('.fragment:not(.visible)')
        if (unseen) deck.navigateFragment(Number(unseen.dataset['fragmentIndex']))
        tell()
      }
      const show = (shown: boolean) => {
        form.hidden = !shown
        document.documentElement.classList.toggle('searching', shown)
      }
      const close = () => {
        show(false)
        input.blur()
        found = []
        if ('highlights' in CSS) for (const name of ['recap-found', 'recap-here']) CSS.highlights.delete(name)
      }

      input.addEventListener('input', look)
      form.addEventListener('submit', (event) => event.preventDefault())
      form.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' && found.length > 0) go(event.shiftKey ? -1 : 1)
        if (event.key === 'Escape') close()
        // The deck has keys of its own.
        event.stopPropagation()
      })
      deck.registerKeyboardShortcut('CTRL + Shift + F', words.search)
      document.addEventListener('keydown', (event) => {
        if (event.key.toUpperCase() !== 'F' || !event.shiftKey || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        if (!form.hidden) return close()
        show(true)
        input.focus()
        input.select()
        look()
      })
    },
  }
}

// Drawing and a laser pointer as a plugin of reveal.js: D draws, R points, U takes a stroke back, C or Backspace clears the slide.
// Only keys that reveal.js leaves free; it lists them in its help. While the pen is down on a surface of its own, nothing below it hears.
import type { RevealApi } from 'reveal.js'
import { pageWords } from '../words.js'
import { makeInk } from './ink.js'
import { outlineStroke, type PenPoint } from './outline.js'

type Mode = 'draw' | 'laser'

/** The theme's colours that stand out on its slides, by the keys 1 to 3. */
const colors = ['var(--c-accent)', 'var(--c-ink)', 'var(--c-remark)']

const keyCodes = { Backspace: 8, C: 67, D: 68, R: 82, U: 85 }

/** A plugin for one deck. */
export function Pen(): { readonly id: 'recap-pen'; readonly init: (deck: RevealApi) => void } {
  return {
    id: 'recap-pen',
    init(deck) {
      const root = deck.getRevealElement()
      if (!root) return
      const words = pageWords(document.documentElement.lang)
      const { width = 0, height = 0 } = deck.getConfig()
      const canvas = { width: Number(width), height: Number(height) }
      const ink = makeInk(canvas.width, canvas.height)
      const surface = document.createElement('div')
      surface.className = 'pen'
      surface.dataset['preventSwipe'] = ''
      let color = colors[0] ?? ''
      let mode: Mode | undefined

      const setMode = (next: Mode | undefined) => {
        mode = next
        surface.dataset['mode'] = next ?? ''
        surface.style.color = next === 'draw' ? color : ''
        if (next) root.append(surface)
        else surface.remove()
      }
      const toggle = (wanted: Mode) => setMode(mode === wanted ? undefined : wanted)
      const slide = (): HTMLElement => deck.getCurrentSlide()

      const pointOf = ({ clientX, clientY, pressure }: PointerEvent): PenPoint => {
        const box = slide().getBoundingClientRect()
        const x = ((clientX - box.left) / box.width) * canvas.width
        const y = ((clientY - box.top) / box.height) * canvas.height
        return [x, y, pressure]
      }
      const point = ({ clientX, clientY }: PointerEvent) => {
        const box = surface.getBoundingClientRect()
        surface.style.setProperty('--x', `${clientX - box.left}px`)
        surface.style.setProperty('--y', `${clientY - box.top}px`)
      }
      const draw = (down: PointerEvent) => {
        const points = [pointOf(down)]
        const show = ink.begin(slide(), color)
        const render = () => show(outlineStroke(points, down.pointerType === 'pen'))
        const move = (event: PointerEvent) => {
          if (event.pointerId !== down.pointerId) return
          points.push(...event.getCoalescedEvents().map(pointOf))
          render()
        }
        const end = ({ pointerId }: PointerEvent) => {
          if (pointerId !== down.pointerId) return
          surface.removeEventListener('pointermove', move)
          for (const name of ['pointerup', 'pointercancel'] as const) surface.removeEventListener(name, end)
        }
        surface.setPointerCapture(down.pointerId)
        surface.addEventListener('pointermove', move)
        for (const name of ['pointerup', 'pointercancel'] as const) surface.addEventListener(name, end)
        render()
      }
      surface.addEventListener('pointermove', point)
      surface.addEventListener('pointerdown', (event) => {
        event.preventDefault()
        point(event)
        if (mode === 'draw' && event.button === 0) draw(event)
      })

      const bind = (key: keyof typeof keyCodes, description: string, run: () => void) =>
        deck.addKeyBinding({ keyCode: keyCodes[key], key, description }, run)
      bind('D', words.draw, () => toggle('draw'))
      bind('R', words.laser, () => toggle('laser'))
      bind('U', words.undo, () => ink.undo(slide()))
      // reveal.js closes what lies over the deck with C.
      bind('C', words.clear, () =>
        root.querySelector('.r-overlay') ? deck.toggleHelp(false) : ink.clear(slide()),
      )
      bind('Backspace', words.clear, () => ink.clear(slide()))
      document.addEventListener(
        'keydown',
        (event) => {
          if (!mode) return
          const own = mode === 'draw' ? colors[Number(event.key) - 1] : undefined
          if (event.key === 'Escape') setMode(undefined)
          else if (own) {
            color = own
            setMode(mode)
          } else if (event.key === 'z' && (event.ctrlKey || event.metaKey)) ink.undo(slide())
          else return
          event.preventDefault()
          event.stopImmediatePropagation()
        },
        { capture: true },
      )
      deck.on('overviewshown', () => setMode(undefined))
      for (const name of ['slidechanged', 'slidesync', 'recap-patched']) deck.on(name, ink.restore)
    },
  }
}

// Formulas wider than the line they stand on, or taller than a slide → made smaller until they are not.
// At the largest type step, where slides stand before they are measured; both scale alike at the smaller ones.
import type { Cause } from '../trouble.js'

const factors = [0.92, 0.84, 0.77, 0.7, 0.63, 0.56, 0.5, 0.44, 0.38, 0.32, 0.27, 0.22]
const slackPx = 1

/** Px: letters in formulas are 1.16 times as large, and so as small as remarks may be. */
const smallPx = 17

/** Px: the least size of what is raised or lowered twice, or stands in a fraction that is raised. */
const leastPx = 15.95
/** What KaTeX sets in half of a formula's size: in a slide's smallest type the formula is to be larger (math.css). */
const tiny = '.katex-sizing.size1'

/** What a frame no wider than its words, as one that is centred, could be: they reach a little beyond it. */
function widthOf(frame: Element): number {
  const outer = frame.parentElement
  if (!outer || frame.matches('.unit')) return frame.clientWidth
  const { paddingInlineStart, paddingInlineEnd, display } = getComputedStyle(outer)
  const roomPx =
    outer.clientWidth - Number.parseFloat(paddingInlineStart) - Number.parseFloat(paddingInlineEnd)
  return display.endsWith('grid') ? frame.clientWidth : Math.max(frame.clientWidth, roomPx)
}

/**
 * Shrinks them all together, one layout for each factor; says which it shrank, and which are too large even so. `floorPx` is
 * the theme's smallest type, in which they may stand.
 */
export function shrinkFormulas(root: ParentNode, floorPx: number): readonly Cause[] {
  const formulas = [...root.querySelectorAll<HTMLElement>('.formula')]
  for (const formula of formulas) if (formula.querySelector(tiny)) formula.classList.add('deep')
  // A table grows with what is in it, and a head with its title: what they stand in tells whether they are too wide.
  const frameOf = (formula: HTMLElement) =>
    (formula.closest('table') ?? formula).parentElement?.closest('p, .unit, .head, .name, .hero')
  const fits = (formula: HTMLElement) => {
    const frame = frameOf(formula)
    if (!frame) return true
    const body = formula.matches('.display') ? formula.closest('[data-units]') : undefined
    const least = floorPx / Number.parseFloat(getComputedStyle(frame).fontSize)
    if (body && formula.clientHeight * least > body.clientHeight) return false
    return frame.scrollWidth <= frame.clientWidth + slackPx || frame.scrollWidth <= widthOf(frame)
  }
  const shrunk = formulas.filter((formula) => !fits(formula))
  let pending = shrunk
  for (const formula of shrunk) formula.classList.remove('deep')
  for (const factor of factors) {
    if (pending.length === 0) break
    for (const formula of pending) formula.style.setProperty('--fit-formula', String(factor))
    pending = pending.filter((formula) => !fits(formula))
  }
  const tooLarge = new Set(pending)
  // Fractions in fractions are small in type of any size.
  const nested = formulas.filter(
    (formula) => formula.querySelector('.mfrac .mfrac') && !shrunk.includes(formula),
  )
  const told = [...shrunk, ...nested].flatMap((box): readonly Cause[] => {
    const section = box.closest<HTMLElement>('section[data-layout]')
    if (!section) return []
    const cause = { section, what: 'formula' as const, box }
    return [
      tooLarge.has(box) ? { ...cause, kind: 'overflow' } : { ...cause, kind: 'shrunk', fromPx: smallPx },
    ]
  })
  // A fraction that is raised is read like another, however small it is by nature.
  const raised = formulas.flatMap((formula): readonly Cause[] => {
    const box = formula.querySelector(`.msupsub .mfrac ${tiny}`)
    const section = formula.closest<HTMLElement>('section[data-layout]')
    return box && section ? [{ section, kind: 'shrunk', what: 'formula', box, fromPx: leastPx }] : []
  })
  return [...told, ...raised]
}

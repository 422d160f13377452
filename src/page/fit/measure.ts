// Slides in the DOM → heights of their units at each type step. Per step one pass that writes and one that reads,
// over all slides at once, so that the browser lays out the page only as often as there are steps.
import { isTooWide } from './inside.js'
import { marginHeight } from './margins.js'
import type { Box, UnitMeasure } from './part.js'

export type UnitsSlide = {
  readonly section: HTMLElement
  readonly body: HTMLElement
  readonly units: readonly HTMLElement[]
}
export type Measured = {
  readonly slide: UnitsSlide
  readonly units: readonly UnitMeasure[]
  readonly box: Box
}

export type Steps = {
  readonly sizesPx: readonly number[]
  readonly floorSteps: number
  /** The size slides stand in by the style sheet. */
  readonly usualPx: number
  readonly fill: number
  readonly maxPoints: number
}

/** What must be cut is cut for the theme's third size: fourteen lines of code or nine rows, which are read from afar. */
export const readStep = 2

// Sizes below the theme's floor, tried only for a unit that is too tall by itself.
const belowFloorPx = [20, 17, 14, 12]

/** The theme's type steps, from its tokens, and the sizes below them. */
export function readSteps(): Steps {
  const style = getComputedStyle(document.documentElement)
  const sizesPx: number[] = []
  for (let index = 0; ; index++) {
    const size = Number.parseFloat(style.getPropertyValue(`--fs-step${index}`))
    if (Number.isNaN(size)) break
    sizesPx.push(size)
  }
  const floor = sizesPx.at(-1) ?? 24
  const below = belowFloorPx.filter((size) => size < floor)
  return {
    sizesPx: [...sizesPx, ...below],
    floorSteps: sizesPx.length,
    usualPx: Number.parseFloat(style.getPropertyValue('--fs-text')),
    fill: Number.parseFloat(style.getPropertyValue('--density-fill')) || 0.72,
    maxPoints: Number.parseFloat(style.getPropertyValue('--density-max-points')) || 6,
  }
}

export function findUnitSlides(sections: Iterable<HTMLElement>): readonly UnitsSlide[] {
  return [...sections].flatMap((section) => {
    const body = section.querySelector<HTMLElement>('[data-units]')
    if (!body) return []
    return [{ section, body, units: [...body.children].filter((child) => child instanceof HTMLElement) }]
  })
}

/** Puts a slide into a type step; `sizesPx` may reach below the theme's own. */
export function setStep(section: HTMLElement, step: number, steps: Steps): void {
  section.dataset['step'] = String(step)
  section.style.setProperty('--fs', `${steps.sizesPx[step] ?? 24}px`)
}

/** Whether the author asks that the slide is not split. */
export const isKept = ({ section }: UnitsSlide): boolean => section.dataset['keep'] !== undefined

const leads = /[：:]\s*$/
const leans = /^(如|比如|例如|但|所以|因此|其中|同时|而且|but\b|so\b|because\b|for example\b)/i

/** Where a blank line stands before every unit, it is how the author writes, and says nothing. */
const meansPauses = ({ units }: UnitsSlide): boolean =>
  units.some((unit, index) => index > 0 && unit.dataset['pause'] === undefined)

type Column = { heightPx: number[]; marginPx: number[]; lines: number[] }
type Measuring = {
  readonly slide: UnitsSlide
  readonly columns: readonly Column[]
  boxPx: number
  readonly gapPx: number[]
}

/** The first step a table may stand in: long names are broken in small type only, short words in the smallest. */
function firstStepOf(unit: HTMLElement, steps: Steps): number {
  if (unit.classList.contains('crushed')) return steps.sizesPx.length - 1
  return unit.classList.contains('opened') ? steps.floorSteps - 1 : 0
}

function measureStep(measuring: readonly Measuring[], step: number, steps: Steps): void {
  for (const { slide } of measuring) setStep(slide.section, step, steps)
  const lineHeightPx = (steps.sizesPx[step] ?? 24) * 1.5
  for (const one of measuring) {
    one.boxPx = Math.max(1, one.slide.body.clientHeight)
    one.gapPx[step] = Number.parseFloat(getComputedStyle(one.slide.body).rowGap) || 0
    one.slide.units.forEach((unit, at) => {
      const heightPx = unit.getBoundingClientRect().height
      const tooLarge = step < firstStepOf(unit, steps) || isTooWide(unit)
      const column = one.columns[at]
      if (!column) return
      column.heightPx[step] = tooLarge ? heightPx + one.boxPx : heightPx
      column.marginPx[step] = marginHeight(one.slide.body, unit)
      column.lines[step] = Math.max(1, Math.round(heightPx / lineHeightPx))
    })
  }
}

/** What is too wide counts as too tall as well. Measures all slides at the theme's steps, and those with a unit too tall even at the floor at the steps below it. */
export function measureSlides(slides: readonly UnitsSlide[], steps: Steps): readonly Measured[] {
  const all = slides.map((slide): Measuring => {
    const columns = slide.units.map((): Column => ({ heightPx: [], marginPx: [], lines: [] }))
    return { slide, columns, boxPx: 1, gapPx: [] }
  })
  const floor = steps.floorSteps
  // First the size all slides stand in: it costs no layout, which is a fifth of the time.
  const usual = steps.sizesPx.indexOf(steps.usualPx)
  for (const step of new Set([usual, ...steps.sizesPx.keys()]))
    if (step >= 0 && step < floor) measureStep(all, step, steps)
  const tooTall = all.filter(
    ({ slide, columns, boxPx }) =>
      isKept(slide) || columns.some((column) => (column.heightPx[floor - 1] ?? 0) > boxPx),
  )
  for (let step = floor; step < steps.sizesPx.length; step++) measureStep(tooTall, step, steps)
  return all.map(({ slide, columns, boxPx, gapPx }) => {
    const pauses = meansPauses(slide)
    const units = slide.units.map((unit, at): UnitMeasure => {
      const text = unit.textContent.trim()
      return {
        ...(columns[at] ?? { heightPx: [], marginPx: [], lines: [] }),
        leads: leads.test(text),
        leans: leans.test(text),
        paused: pauses && unit.dataset['pause'] !== undefined,
        apart: unit.dataset['apart'] !== undefined,
      }
    })
    return {
      slide,
      units,
      box: {
        heightPx: boxPx,
        sizesPx: steps.sizesPx,
        gapPx,
        fill: steps.fill,
        maxPoints: steps.maxPoints,
        floorSteps: floor,
      },
    }
  })
}

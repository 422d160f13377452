// Slides in the DOM → heights of their units at the type steps asked for. All slides are written before any is read, so that
// the browser lays out the page once however many are measured.
import { isTooWide } from '../inside.js'
import { marginHeight } from '../margins.js'
import type { UnitsSlide } from '../units-slide.js'
import { findBonds } from './belongs.js'
import type { Box, UnitMeasure } from './part.js'

export type Measured = {
  readonly slide: UnitsSlide
  readonly units: readonly UnitMeasure[]
  readonly box: Box
}

export type Steps = {
  readonly sizesPx: readonly number[]
  readonly floorSteps: number
  readonly fill: number
  readonly maxPoints: number
}

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
    fill: Number.parseFloat(style.getPropertyValue('--density-fill')) || 0.72,
    maxPoints: Number.parseFloat(style.getPropertyValue('--density-max-points')) || 6,
  }
}

/** A quarter above the floor: what is read at ease, and from afar. Cost.ts counts nothing against it. */
const easyRatio = 1.25

/** The smallest of the theme's sizes that is read at ease: what must be cut is cut for it. */
export function easyStep({ sizesPx, floorSteps }: Steps): number {
  const leastPx = easyRatio * (sizesPx[floorSteps - 1] ?? 0)
  const steps = sizesPx.slice(0, floorSteps)
  return Math.max(
    0,
    steps.findLastIndex((px) => px >= leastPx),
  )
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

/** Where a blank line stands before every unit, it is how the author writes, and says nothing. */
const meansPauses = ({ units }: UnitsSlide): boolean =>
  units.some((unit, index) => index > 0 && unit.dataset['pause'] === undefined)

type Column = { heightPx: number[]; marginPx: number[]; lines: number[] }
type Words = Pick<UnitMeasure, 'leads' | 'leans' | 'paused' | 'bound' | 'opens' | 'apart'>

/** What a unit says itself: without remarks on it and points under it. */
const wordsOf = (unit: HTMLElement): string =>
  (unit.querySelector(':scope > p:not(.term)') ?? unit).textContent.trim()
export type Measuring = {
  readonly slide: UnitsSlide
  readonly words: readonly Words[]
  readonly columns: readonly Column[]
  readonly boxPx: number[]
  readonly gapPx: number[]
}

/** A slide of which nothing is measured yet. */
export function startMeasuring(slide: UnitsSlide): Measuring {
  const columns = slide.units.map((): Column => ({ heightPx: [], marginPx: [], lines: [] }))
  const pauses = meansPauses(slide)
  const bonds = findBonds(
    slide.units.map((unit) => ({
      text: wordsOf(unit),
      paused: pauses && unit.dataset['pause'] !== undefined,
      block: unit.matches('.block:not(.quote)'),
    })),
  )
  const words = bonds.map(
    (bond, at): Words => ({
      ...bond,
      apart: slide.units[at]?.dataset['apart'] !== undefined,
    }),
  )
  return { slide, words, columns, boxPx: [], gapPx: [] }
}

/** The first step a table may stand in: long names are broken in small type only, short words in the smallest. */
function firstStepOf(unit: HTMLElement, steps: Steps): number {
  if (unit.classList.contains('crushed')) return steps.sizesPx.length - 1
  return unit.classList.contains('opened') ? steps.floorSteps - 1 : 0
}

/** What a theme pads the units of a slide with, px: no lines stand there. */
function paddingOf(unit: HTMLElement | undefined): number {
  if (!unit) return 0
  const { paddingBlockStart, paddingBlockEnd } = getComputedStyle(unit)
  return Number.parseFloat(paddingBlockStart) + Number.parseFloat(paddingBlockEnd)
}

function readStep(one: Measuring, step: number, steps: Steps): void {
  const lineHeightPx = (steps.sizesPx[step] ?? 24) * 1.5
  const boxPx = Math.max(1, one.slide.body.clientHeight)
  one.boxPx[step] = boxPx
  one.gapPx[step] = Number.parseFloat(getComputedStyle(one.slide.body).rowGap) || 0
  const aroundPx = paddingOf(one.slide.units[0])
  one.slide.units.forEach((unit, at) => {
    const heightPx = unit.getBoundingClientRect().height
    const tooLarge = step < firstStepOf(unit, steps) || isTooWide(unit)
    const column = one.columns[at]
    if (!column) return
    // What is too wide counts as too tall as well.
    column.heightPx[step] = tooLarge ? heightPx + boxPx : heightPx
    column.marginPx[step] = marginHeight(one.slide.body, unit)
    column.lines[step] = Math.max(1, Math.round((heightPx - aroundPx) / lineHeightPx))
  })
}

/** Measures each of the slides at a step of its own. */
export function measureAt(wanted: readonly (readonly [Measuring, number])[], steps: Steps): void {
  for (const [{ slide }, step] of wanted) setStep(slide.section, step, steps)
  for (const [one, step] of wanted) readStep(one, step, steps)
}

/** What is known of a slide: plain numbers, at the steps it was measured at. */
export function measuresOf({ slide, words, columns, boxPx, gapPx }: Measuring, steps: Steps): Measured {
  const units = words.map(
    (own, at): UnitMeasure => ({ ...(columns[at] ?? { heightPx: [], marginPx: [], lines: [] }), ...own }),
  )
  const { sizesPx, floorSteps, fill, maxPoints } = steps
  return { slide, units, box: { heightPx: boxPx, sizesPx, gapPx, fill, maxPoints, floorSteps } }
}

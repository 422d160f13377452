// What became too small, did not fit or was cut → what the page tells of it: what it is, its line of the notes, its size.
// Steps of fitting name the boxes; sizes are read at the end, when all stand where they will stay.
import type { SlideReport, Trouble } from '../contract.js'
import { isKept, type Measured, type Steps } from './split/measure.js'
import type { Split } from './split/part.js'

export type Cause = {
  /** The slide as it was planned. */
  readonly section: HTMLElement
  readonly kind: Trouble['kind']
  readonly what: Trouble['what']
  readonly box: Element
  readonly holds?: Trouble['holds']
  /** No trouble if its letters came to that size, px, or more. */
  readonly fromPx?: number
}

const blocks = ['table', 'code', 'quote', 'figure'] as const

function whatIs(unit: Element): Trouble['what'] {
  if (unit.matches('.math')) return 'formula'
  const block = blocks.find((name) => unit.classList.contains(name))
  return block ?? (unit.querySelector(':scope > .points') ? 'list' : 'unit')
}

/** What the units are if they are one, or were until they were cut. */
function holdingOf(units: readonly HTMLElement[]): Pick<Cause, 'holds'> {
  const [first] = units
  if (!first || units.some((unit, at) => at > 0 && unit.dataset['apart'] === undefined)) return {}
  const what = whatIs(first)
  return what === 'table' || what === 'code' || what === 'unit' ? { holds: what } : {}
}

const fullFrom = 1.0005

/** What splitting could not help: the units too tall even at the smallest of the theme's sizes. */
export function findCauses(
  { slide, units, box }: Measured,
  { parts }: Split,
  steps: Steps,
): readonly Cause[] {
  const { section, body } = slide
  const whole = (kind: Cause['kind']): Cause => ({
    section,
    kind,
    what: 'slide',
    box: slide.units[0] ?? body,
    ...holdingOf(slide.units),
  })
  if (isKept(slide) && parts.length > 1)
    return [whole(parts.some(({ fill }) => fill > fullFrom) ? 'overflow' : 'not-kept')]
  return parts.flatMap(({ from, to, step, fill }): readonly Cause[] => {
    const kind = fill > fullFrom ? 'overflow' : step >= steps.floorSteps ? 'shrunk' : undefined
    if (!kind) return []
    if (isKept(slide)) return [whole(kind)]
    const heightsPx = units.slice(from, to).map(({ heightPx }) => heightPx[steps.floorSteps - 1] ?? 0)
    // Small type beside a giant is not the neighbour's doing.
    const blamedPx = Math.min((box.heightPx[steps.floorSteps - 1] ?? 0) + 0.01, Math.max(...heightsPx))
    const own = slide.units.slice(from, to).filter((_, index) => (heightsPx[index] ?? 0) >= blamedPx)
    return own.map((unit) => ({ section, kind, what: whatIs(unit), box: unit }))
  })
}

const lineOf = (box: Element): number | undefined => {
  const found = box.closest<HTMLElement>('[data-line]') ?? box.querySelector<HTMLElement>('[data-line]')
  return found ? Number(found.dataset['line']) : undefined
}

/** The letters that are read, not a number beside them, nor what a listing is written in. */
const lettersOf = (box: Element): Element =>
  box.querySelector('.title, .say') ??
  box.querySelector(':scope td, :scope pre, :scope > p:not(.language)') ??
  box

const sizeOf = (box: Element): number => Number.parseFloat(getComputedStyle(box).fontSize)

/** What is raised or lowered is small by nature; a fraction among text is set as small, and read like the rest. */
const scripts = '.msupsub, .op-limits, .katex-root'

/** The smallest letters of a formula that are to be read at ease, px: those in its fractions, or all. */
function sizeOfFormula(box: Element): number {
  const letters = [...box.querySelectorAll('.mfrac .mtight')].filter((one) => !one.closest(scripts))
  return Math.min(...[box, ...letters].map(sizeOf))
}

/** The size of what is read, px: on a slide kept whole, of the smallest of its units. */
function readSizeOf(what: Trouble['what'], box: Element): number {
  if (what === 'formula') return sizeOfFormula(box)
  const units = what === 'slide' ? [...(box.closest('[data-units]')?.children ?? [])] : []
  return Math.min(...[box, ...units].map((unit) => sizeOf(lettersOf(unit))))
}

/** The gravest first. */
const ranks: readonly Trouble['kind'][] = ['overflow', 'not-kept', 'cut', 'shrunk']

function tell({ kind, what, box, holds, fromPx }: Cause): Trouble | undefined {
  const line = lineOf(box)
  const fontPx = Math.round(readSizeOf(what, box) * 10) / 10
  if (fromPx !== undefined && fontPx >= fromPx) return undefined
  return { kind, what, ...(holds ? { holds } : {}), ...(line === undefined ? {} : { line }), fontPx }
}

/** For each slide one trouble a line of the notes, the gravest: pieces of one table have one cause. */
export function tellTroubles(
  causes: readonly Cause[],
): ReadonlyMap<HTMLElement, Required<Pick<SlideReport, 'trouble'>>> {
  const told = new Map<HTMLElement, Map<string, Trouble>>()
  for (const cause of causes) {
    const trouble = tell(cause)
    if (!trouble) continue
    const own = told.get(cause.section) ?? new Map<string, Trouble>()
    told.set(cause.section, own)
    const key = String(trouble.line ?? trouble.what)
    const known = own.get(key)
    if (!known || ranks.indexOf(trouble.kind) < ranks.indexOf(known.kind)) own.set(key, trouble)
  }
  const inOrder = (own: ReadonlyMap<string, Trouble>) =>
    [...own.values()].toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0))
  return new Map([...told].map(([section, own]) => [section, { trouble: inOrder(own) }]))
}

// An agenda → one whose names all stand in their rows: set a little smaller, then over several slides; and where a few names
// are too long for any of that, those are cut, rather than all made small for them.
import type { SlideReport } from '../contract.js'
import { copySlides, markPart } from './apply.js'
import { heightOf } from './texts.js'
import type { Cause } from './trouble.js'

/** About 16 % a time; three columns begin at 24 px, so that the smallest is 18 px. */
const factors = [1, 0.86, 0.75]
/** Px: rows are never lower. With three columns on a canvas of 16:9, 45 entries are the most on a slide. */
const leastRowPx = 32
/** Px: what a column needs to hold a number and a name. */
const leastColumnPx = 300
/** So many slides more than that may be taken before names are cut. */
const mostExtra = 2
/** Of all names, how many may be cut where the others stand well. */
const fewShare = 0.1

/** Sets as few columns as the width asks for, and gives their number. */
function setColumns(agenda: HTMLElement): number {
  const planned = Number(agenda.dataset['columns'] ?? 1)
  const columns = Math.max(1, Math.min(planned, Math.floor(agenda.clientWidth / leastColumnPx)))
  agenda.dataset['columns'] = String(columns)
  agenda.style.setProperty('--rows', String(Math.ceil(agenda.children.length / columns)))
  return columns
}

/** A measure of the style sheet. */
const pxOf = (agenda: HTMLElement, token: string): number =>
  Number.parseFloat(getComputedStyle(agenda).getPropertyValue(token))

type Plan = {
  readonly parts: number
  readonly factor: number
  /** What a name may take of its row, px, and the names that would take more. */
  readonly roomPx: number
  readonly cut: ReadonlySet<HTMLElement>
}

function choosePlan(section: HTMLElement, agenda: HTMLElement, names: readonly HTMLElement[]): Plan {
  const columns = setColumns(agenda)
  const [loneRowPx, mostRowPx, airPx] = [
    pxOf(agenda, '--row'),
    pxOf(agenda, '--most-row'),
    pxOf(agenda, '--air'),
  ]
  const heights = factors.map((factor) => {
    section.style.setProperty('--fit', String(factor))
    return names.map(heightOf)
  })
  const planFor = (parts: number, at: number): Plan => {
    const rows = Math.ceil(names.length / parts / columns)
    const sharePx = agenda.clientHeight / rows
    const own = heights[at] ?? []
    const wholePx = own.reduce(
      (sum, height) => sum + Math.max(Math.min(loneRowPx, sharePx), height + airPx),
      0,
    )
    // Rows of one column share the slide as their names need it.
    const free = columns === 1 && parts === 1 && wholePx <= agenda.clientHeight
    const roomPx = Math.min(columns === 1 ? sharePx : mostRowPx, sharePx) - airPx
    const cut = new Set(free ? [] : names.filter((_, index) => (own[index] ?? 0) > roomPx))
    return { parts, factor: factors[at] ?? 1, roomPx, cut }
  }
  const mostEntries = columns * Math.floor(agenda.clientHeight / leastRowPx)
  const fewest = Math.ceil(names.length / mostEntries)
  for (let parts = fewest; parts <= fewest + mostExtra; parts++) {
    const plans = factors.map((_, at) => planFor(parts, at))
    const few = Math.max(1, Math.floor(names.length * fewShare))
    const plan = plans.find(({ cut }) => cut.size === 0) ?? plans.find(({ cut }) => cut.size <= few)
    if (plan) return plan
  }
  return planFor(fewest + mostExtra, factors.length - 1)
}

/** Px of its air that a cut name may take: lines are a little higher than their letters. */
const spillPx = 6

/** As many whole lines as the row has room for, then “…”. */
function cutName(name: HTMLElement, roomPx: number): void {
  const lineHeightPx = Number.parseFloat(getComputedStyle(name).lineHeight)
  name.style.setProperty('--lines', String(Math.max(1, Math.floor((roomPx + spillPx) / lineHeightPx))))
  name.dataset['cut'] = ''
}

function splitRows(section: HTMLElement, rows: readonly Element[], parts: number): readonly HTMLElement[] {
  const size = Math.ceil(rows.length / parts)
  const slides = copySlides(section, '.agenda', parts)
  slides.forEach((slide, index) => {
    const list = slide.querySelector<HTMLElement>('.agenda')
    const own = rows.slice(index * size, (index + 1) * size)
    const columns = Number(list?.dataset['columns'] ?? 1)
    list?.style.setProperty('--rows', String(Math.ceil(size / columns)))
    list?.replaceChildren(...own)
    if (index > 0) slides[index - 1]?.after(slide)
    if (parts > 1) markPart(slide, index, parts)
  })
  return slides
}

export type FittedAgendas = {
  readonly reports: ReadonlyMap<HTMLElement, SlideReport>
  /** The names that had to be cut. */
  readonly causes: readonly Cause[]
}

/** Fits every agenda among the sections. */
export function fitAgendas(sections: readonly HTMLElement[]): FittedAgendas {
  const reports = new Map<HTMLElement, SlideReport>()
  const causes: Cause[] = []
  for (const section of sections) {
    const agenda = section.querySelector<HTMLElement>('.agenda')
    if (!agenda) continue
    const rows = [...agenda.children]
    const names = rows.flatMap((row) => row.querySelector<HTMLElement>('.name') ?? [])
    const { parts, factor, roomPx, cut } = choosePlan(section, agenda, names)
    section.style.setProperty('--fit', String(factor))
    const slides = splitRows(section, rows, parts)
    for (const name of cut) cutName(name, roomPx)
    reports.set(section, {
      id: section.id,
      layout: section.dataset['layout'] ?? '',
      parts: slides.map(({ id }) => ({ id, step: 0, fontPx: 0, units: 0, fill: 0 })),
    })
    for (const box of cut) causes.push({ section, kind: 'cut', what: 'agenda', box })
  }
  return { reports, causes }
}

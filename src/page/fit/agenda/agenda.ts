// An agenda → one whose names all stand in their rows: set a little smaller, then over several slides; and where a few names
// are too long for any of that, those are cut, rather than all made small for them.
import type { SlideReport } from '../../contract.js'
import { copySlides, markPart } from '../apply.js'
import type { Cause } from '../trouble.js'
import { airPx, choosePlan, setColumns } from './agenda-plan.js'

/** As many whole lines as the row has room for, then “…”. */
function cutName(name: HTMLElement, roomPx: number): void {
  const lineHeightPx = Number.parseFloat(getComputedStyle(name).lineHeight)
  name.style.setProperty('--lines', String(Math.max(1, Math.floor((roomPx + airPx - 2) / lineHeightPx))))
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
    const plan = choosePlan(section, agenda, names)
    const { parts, columns, factor, roomPx, cut } = plan
    setColumns(agenda, columns)
    agenda.style.setProperty('--air', `${plan.airPx}px`)
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

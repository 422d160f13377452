// An agenda's names → the columns, slides and size in which they find their rows, and those to be cut where none does.
import { blockPxOf, isVertical } from '../inside.js'

/** About 16 % a time, while letters are no smaller than `leastPx`. */
const factors = [1, 0.86, 0.75]
const leastPx = 20
/** Letters smaller than this are worth fewer columns. */
const easyFactor = 0.8
/** Px: rows are never lower. With three columns on a canvas of 16:9, 45 entries are the most on a slide. */
const leastRowPx = 32
/** Px: what a column needs to hold a number and a name; an upright canvas has one. */
const leastColumnPx = 340
/** Px that a row keeps free, so that names of several lines stand apart. */
export const airPx = 8
/** The same where one column has the room. */
const easyAirPx = 28
/** So many slides more than that may be taken before names are cut, and for a long agenda so much of its slides. */
const mostExtra = 2
const extraShare = 0.6
/** Fewer names than this on a slide are no agenda: it is not taken further, whatever their length. */
const fewestNames = 3
/** Of all names, how many may be cut where the others stand well. */
const fewShare = 0.1

/** Sets an agenda in so many columns. */
export function setColumns(agenda: HTMLElement, columns: number): void {
  agenda.dataset['columns'] = String(columns)
  agenda.style.setProperty('--rows', String(Math.ceil(agenda.children.length / columns)))
}

/** Px along its lines and across them: a theme may set names from top to bottom, and rows side by side. */
function roomOf(agenda: HTMLElement): { readonly linePx: number; readonly blockPx: number } {
  const { clientWidth, clientHeight } = agenda
  return isVertical(agenda)
    ? { linePx: clientHeight, blockPx: clientWidth }
    : { linePx: clientWidth, blockPx: clientHeight }
}

type Columns = {
  readonly count: number
  /** Heights of the names, px, at each factor. */
  readonly heightsPx: readonly (readonly number[])[]
}

/** The names in as many columns as the width allows, and in fewer where all of them find rows there. */
function measureColumns(section: HTMLElement, agenda: HTMLElement, names: readonly HTMLElement[]) {
  const { linePx, blockPx } = roomOf(agenda)
  const planned = Number(agenda.dataset['columns'] ?? 1)
  const most = Math.max(1, Math.min(planned, Math.floor(linePx / leastColumnPx)))
  const counts = Array.from({ length: most }, (_, fewer) => most - fewer).filter(
    (count) => count === most || Math.ceil(names.length / count) * leastRowPx <= blockPx,
  )
  return counts.map((count): Columns => {
    setColumns(agenda, count)
    const heightsPx: (readonly number[])[] = []
    for (const factor of factors) {
      section.style.setProperty('--fit', String(factor))
      if (heightsPx.length > 0 && Number.parseFloat(getComputedStyle(agenda).fontSize) < leastPx) break
      heightsPx.push(names.map(blockPxOf))
    }
    return { count, heightsPx }
  })
}

export type Plan = {
  readonly parts: number
  readonly columns: number
  readonly factor: number
  /** Between a name and the rules over and under it, px together. */
  readonly airPx: number
  /** What a name may take of its row, px, and the names that would take more. */
  readonly roomPx: number
  readonly cut: ReadonlySet<HTMLElement>
}

/** The fewest slides, the most columns and the largest type in which every name stands whole, or nearly every one. */
export function choosePlan(section: HTMLElement, agenda: HTMLElement, names: readonly HTMLElement[]): Plan {
  const all = measureColumns(section, agenda, names)
  const style = getComputedStyle(agenda)
  const pxOf = (token: string) => Number.parseFloat(style.getPropertyValue(token))
  const [boxPx, rowPx, mostRowPx] = [roomOf(agenda).blockPx, pxOf('--row'), pxOf('--most-row')]
  const plansIn = ({ count, heightsPx }: Columns, parts: number): readonly Plan[] =>
    heightsPx.map((own, at) => {
      const sharePx = boxPx / Math.ceil(names.length / parts / count)
      // Rows of one column share the slide as their names need it.
      const standWith = (air: number) =>
        count === 1 &&
        parts === 1 &&
        own.reduce((sum, px) => sum + Math.max(Math.min(rowPx, sharePx), px + air), 0) <= boxPx
      const free = standWith(airPx)
      const roomPx = Math.min(count === 1 ? sharePx : mostRowPx, sharePx) - airPx
      const cut = new Set(free ? [] : names.filter((_, index) => (own[index] ?? 0) > roomPx))
      const air = standWith(easyAirPx) ? easyAirPx : airPx
      return { parts, columns: count, factor: factors[at] ?? 1, airPx: air, roomPx, cut }
    })
  const most = all[0] ?? { count: 1, heightsPx: [] }
  const fewest = Math.ceil(names.length / (most.count * Math.floor(boxPx / leastRowPx)))
  const few = Math.max(1, Math.floor(names.length * fewShare))
  const wanted = fewest + Math.max(mostExtra, Math.ceil(fewest * extraShare))
  const last = Math.max(fewest, Math.min(wanted, Math.floor(names.length / fewestNames)))
  for (let parts = fewest; parts <= last; parts++) {
    const wholes = all.flatMap((columns) => plansIn(columns, parts)).filter(({ cut }) => cut.size === 0)
    const whole = wholes.find(({ factor }) => factor >= easyFactor) ?? wholes[0]
    const plan = whole ?? plansIn(most, parts).find(({ cut }) => cut.size <= few)
    if (plan) return plan
  }
  return plansIn(most, last).at(-1) ?? { parts: 1, columns: 1, factor: 1, airPx, roomPx: 0, cut: new Set() }
}

// A point with points under it, however deep → its points one under another, and pieces of it: over each stands again what its
// first point stands under.

import { seamBefore } from '../texts/seams.js'
import { heightOf, topsOf } from '../texts.js'
import type { Cuttable } from './cuttable.js'

type Row = {
  readonly item: Element
  readonly depth: number
  /** Index of the row it stands under; -1 is the unit itself. */
  readonly under: number
}

/** Of points that stand under more points than this, only the nearest is said again. */
const mostOver = 3

/** Letters: what is longer is said again in short. */
const longWords = 60

const listIn = (item: Element) => item.querySelector(':scope > .points')

function rowsUnder(item: Element, depth: number, under: number, rows: Row[]): readonly Row[] {
  for (const child of listIn(item)?.children ?? []) {
    rows.push({ item: child, depth, under })
    rowsUnder(child, depth + 1, rows.length - 1, rows)
  }
  return rows
}

const isLong = (words: string) => words.length > longWords

/** What is said again is said in short: a point of many lines, to where it may be broken off. */
function recall(item: Element): void {
  const words = item.querySelector(':scope > p')
  const text = words?.textContent.trim() ?? ''
  if (words && isLong(text)) {
    const whole = text.slice(0, seamBefore(text, longWords / 3, longWords))
    words.textContent = `${whole.replace(/[\s，、；。：,;:.]+$/u, '')}…`
  }
  item.classList.add('continued')
}

/** The item with its own words only. */
function bare(item: Element, again: boolean): Element {
  const copy = item.cloneNode(false)
  if (!(copy instanceof Element)) return item
  for (const part of [...item.children]) {
    if (part.matches('.points') || (again && part.matches('.remark, .footnote'))) continue
    copy.append(again ? part.cloneNode(true) : part)
  }
  if (again) recall(copy)
  return copy
}

/** What a piece that begins at a row repeats: the rows it stands under, but of a long chain only the nearest. */
function linesOver(rows: readonly Row[], at: number): readonly number[] {
  const over: number[] = []
  for (let under = rows[at]?.under ?? -1; under >= 0; under = rows[under]?.under ?? -1) over.unshift(under)
  return over.length > mostOver ? over.slice(-1) : over
}

export function rowsOfList(unit: HTMLElement): Cuttable | undefined {
  const list = listIn(unit)
  const rows = rowsUnder(unit, 0, -1, [])
  if (!list || rows.length < 2) return undefined
  const heightPx = topsOf(rows.map(({ item }) => item))
  const againPx = rows.map((_, at) => {
    return linesOver(rows, at).reduce((sum, over) => sum + (heightPx[over] ?? 0), 0)
  })
  const cutCost = rows.map(({ depth, under }, at) =>
    under === at - 1 && at > 0 ? 1.5 : 0.1 * Math.min(depth, 5),
  )
  const standing = rows.map(({ item }) => item)
  const empty = () => list.replaceChildren()
  const fill = (piece: HTMLElement, from: number, to: number) => {
    const top = listIn(piece)
    if (!top) return
    const placed = new Map<number, Element>([[-1, piece]])
    const listOf = (at: number): Element => {
      const item = placed.get(at) ?? piece
      const known = listIn(item)
      if (known) return known
      const made = list.cloneNode(false)
      item.append(made)
      return listIn(item) ?? top
    }
    let over = -1
    for (const at of linesOver(rows, from)) {
      const copy = bare(standing[at] ?? piece, true)
      listOf(over).append(copy)
      placed.set(at, copy)
      over = at
    }
    for (let at = from; at < to; at++) {
      const row = rows[at]
      if (!row) continue
      const item = bare(row.item, false)
      let { under } = row
      while (under >= 0 && !placed.has(under)) under = rows[under]?.under ?? -1
      listOf(under).append(item)
      placed.set(at, item)
      standing[at] = item
    }
    if (from === 0) return
    recall(piece)
    for (const once of piece.querySelectorAll(':scope > :is(.remark, .footnote)')) once.remove()
  }
  const words = unit.querySelector(':scope > p')
  const lineHeightPx = Number.parseFloat(getComputedStyle(words ?? unit).lineHeight)
  const firstPx = words && isLong(words.textContent) ? Math.max(0, heightOf(words) - 2 * lineHeightPx) : 0
  return { rows: { heightPx, cutCost, againPx }, firstPx, empty, fill }
}

// What is too tall for a slide at the smallest type → several units that are not: a table by its rows, its head over each piece,
// a point by the points under it, itself over each piece, code by its lines, at blank ones where there are some.
import { isKept, type Steps, setStep, type UnitsSlide } from './measure.js'
import { cutRows, type Rows } from './rows.js'
import { heightOf, textsIn } from './texts.js'

type Cutting = {
  readonly unit: HTMLElement
  readonly rows: Rows
  /** What the rows may take: the box without the unit's own frame, its head, and what leads into it. */
  readonly roomPx: number
  readonly keep: (piece: HTMLElement, from: number, to: number) => void
}

function rowsOfTable(unit: HTMLElement): Pick<Cutting, 'rows' | 'keep'> | undefined {
  const rows = [...unit.querySelectorAll('tbody > tr')]
  // Rows that share a cell stay together.
  if (rows.length < 2 || unit.querySelector('[rowspan]')) return undefined
  const keep = (piece: HTMLElement, from: number, to: number) => {
    piece.querySelectorAll('tbody > tr').forEach((row, index) => {
      if (index < from || index >= to) row.remove()
    })
  }
  return { rows: { heightPx: rows.map(heightOf), pauses: new Set() }, keep }
}

function rowsOfList(unit: HTMLElement): Pick<Cutting, 'rows' | 'keep'> | undefined {
  const list = unit.querySelector(':scope > .points')
  const rows = [...(list?.children ?? [])]
  if (!list || rows.length < 2) return undefined
  const gapPx = Number.parseFloat(getComputedStyle(list).rowGap) || 0
  const keep = (piece: HTMLElement, from: number, to: number) => {
    piece.querySelectorAll(':scope > .points > li').forEach((row, index) => {
      if (index < from || index >= to) row.remove()
    })
    if (from === 0) return
    piece.classList.add('continued')
    for (const once of piece.querySelectorAll(':scope > :is(.remark, .footnote)')) once.remove()
  }
  return { rows: { heightPx: rows.map((row) => heightOf(row) + gapPx), pauses: new Set() }, keep }
}

const rowsOf = (unit: HTMLElement) =>
  unit.matches('.table') ? rowsOfTable(unit) : unit.matches('.code') ? rowsOfCode(unit) : rowsOfList(unit)

type Line = { readonly range: Range; readonly text: string }

/** The lines of a text that may hold elements, such as coloured tokens, some of them longer than a line. */
function linesIn(code: Element): readonly Line[] {
  const lines: Line[] = []
  let range = document.createRange()
  range.setStart(code, 0)
  const end = () => {
    lines.push({ range, text: range.toString() })
    range = document.createRange()
  }
  for (const node of textsIn(code)) {
    for (const { index } of node.data.matchAll(/\n/g)) {
      range.setEnd(node, index)
      end()
      range.setStart(node, index + 1)
    }
  }
  range.setEnd(code, code.childNodes.length)
  if (range.toString() !== '') end()
  return lines
}

const codeIn = (unit: Element) => unit.querySelector('pre code') ?? unit.querySelector('pre')

function rowsOfCode(unit: HTMLElement): Pick<Cutting, 'rows' | 'keep'> | undefined {
  const code = codeIn(unit)
  const lines = code ? linesIn(code) : []
  if (!code || lines.length < 2) return undefined
  const lineHeightPx = Number.parseFloat(getComputedStyle(code).lineHeight)
  const heightPx = lines.map(
    ({ range }) => Math.max(1, Math.round(heightOf(range) / lineHeightPx)) * lineHeightPx,
  )
  const pauses = new Set(lines.flatMap(({ text }, index) => (text.trim() === '' ? [index] : [])))
  const keep = (piece: HTMLElement, from: number, to: number) => {
    let first = from
    while (from > 0 && first < to - 1 && lines[first]?.text.trim() === '') first++
    const [start, end] = [lines[first]?.range, lines[to - 1]?.range]
    if (!start || !end) return
    const own = document.createRange()
    own.setStart(start.startContainer, start.startOffset)
    own.setEnd(end.endContainer, end.endOffset)
    codeIn(piece)?.replaceChildren(own.cloneContents())
  }
  return { rows: { heightPx, pauses }, keep }
}

/** The box a unit may fill: the body without the line that leads into it, which must not be left behind. */
function roomOf({ body, units }: UnitsSlide, unit: HTMLElement): number {
  const before = units[units.indexOf(unit) - 1]
  if (!before || before.classList.contains('block')) return body.clientHeight
  const leadPx = heightOf(before) + (Number.parseFloat(getComputedStyle(body).rowGap) || 0)
  return leadPx > body.clientHeight / 3 ? body.clientHeight : body.clientHeight - leadPx
}

function cuttingOf(slide: UnitsSlide, unit: HTMLElement): Cutting | undefined {
  const roomPx = roomOf(slide, unit)
  if (heightOf(unit) <= roomPx) return undefined
  const found = rowsOf(unit)
  if (!found) return undefined
  const framePx = heightOf(unit) - found.rows.heightPx.reduce((sum, height) => sum + height, 0)
  return { unit, ...found, roomPx: roomPx - framePx }
}

function cut({ unit, rows, roomPx, keep }: Cutting): void {
  const bounds = cutRows(rows, roomPx)
  const pieces = bounds.slice(1).flatMap((to, index) => {
    const piece = unit.cloneNode(true)
    if (!(piece instanceof HTMLElement)) return []
    keep(piece, bounds[index] ?? 0, to)
    if (index > 0) delete piece.dataset['pause']
    // What is said of the whole of a table or of code is said under its last piece.
    if (to < rows.heightPx.length && unit.matches('.block'))
      for (const remark of piece.querySelectorAll('.remark')) remark.remove()
    return [piece]
  })
  unit.replaceWith(...pieces)
}

const cutAlways = '.table, .code'
const cutAny = `${cutAlways}, li:has(> .points > li + li)`

/** Cuts what is too tall, all slides together. Their units are others afterwards: find them anew. */
export function cutBlocks(slides: readonly UnitsSlide[], steps: Steps): void {
  const blocks = slides.flatMap((slide) =>
    slide.units
      .filter((unit) => unit.matches(isKept(slide) ? cutAlways : cutAny))
      .map((unit) => ({ slide, unit })),
  )
  for (const { slide } of blocks) setStep(slide.section, steps.floorSteps - 1, steps)
  const tall = blocks.filter(({ slide, unit }) => heightOf(unit) > roomOf(slide, unit))
  for (const { unit } of tall) unit.classList.add('tight')
  const cuttings = blocks.flatMap(({ slide, unit }) => cuttingOf(slide, unit) ?? [])
  for (const cutting of cuttings) cut(cutting)
}

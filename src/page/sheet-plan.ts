// Paper, slides' shape, slides a page → where slides and room for notes stand on a sheet. Pure; all in mm.
import type { Sheets } from './contract.js'

export type SheetPlan = {
  readonly columns: number
  readonly cellWidth: number
  readonly cellHeight: number
  /** From one cell's left edge to the next one's, and from row to row. */
  readonly across: number
  readonly down: number
  readonly slideWidth: number
  readonly slideHeight: number
  /** Where one writes: its place in the cell, from its top left corner. */
  readonly notes: {
    readonly left: number
    readonly top: number
    readonly width: number
    readonly height: number
  }
}

/** From the edges to what is printed: no printer needs more than 6.4 mm, and a hole puncher takes 12. */
export const margin = { side: 18, top: 27, bottom: 24 }
/** Between slides beside each other, between rows, and from a slide to the lines beside it. */
const gap = { column: 9, row: 7, notes: 9 }
/** The line of its number, over each slide. */
export const numberHeight = 5.5
/** Room between two ruled lines: what most ruled paper has (7.1 to 8.7 mm). */
export const ruling = 8
/** Of a cell's width, what a slide takes with lines beside it: one of three, and a larger one. */
const share = { three: 0.6, larger: 0.68 }

/** Columns and rows for so many slides a page. */
const grids = {
  wide: { 1: [1, 1], 2: [1, 2], 3: [1, 3], 6: [2, 3] },
  upright: { 1: [1, 1], 2: [2, 1], 3: [3, 1], 6: [3, 2] },
} as const

/** `ratio`: a slide's height over its width. */
export function planSheet({ paper, perPage }: Pick<Sheets, 'paper' | 'perPage'>, ratio: number): SheetPlan {
  const shape = ratio > 1 ? 'upright' : 'wide'
  const [columns, rows] = grids[shape][perPage]
  const cellWidth = (paper.width - 2 * margin.side - (columns - 1) * gap.column) / columns
  const cellHeight = (paper.height - margin.top - margin.bottom - (rows - 1) * gap.row) / rows
  const most = cellHeight - numberHeight
  const within = (width: number) => {
    const slideWidth = Math.min(width, most / ratio)
    const steps = { across: cellWidth + gap.column, down: cellHeight + gap.row }
    return { columns, ...steps, cellWidth, cellHeight, slideWidth, slideHeight: slideWidth * ratio }
  }
  const whole = within(cellWidth)
  const top = numberHeight + whole.slideHeight
  const isBeside = columns === 1 && (perPage === 3 || shape === 'upright' || whole.slideWidth < cellWidth)
  if (!isBeside) return { ...whole, notes: { left: 0, top, width: cellWidth, height: cellHeight - top } }
  const beside = within(cellWidth * share[perPage === 3 ? 'three' : 'larger'])
  const left = beside.slideWidth + gap.notes
  const height = rows === 1 ? most : beside.slideHeight
  return { ...beside, notes: { left, top: numberHeight, width: cellWidth - left, height } }
}

// A table that stands as rows and columns → the same for PowerPoint. One opened into blocks (too wide for its slide) is not one.
import type { Cell, Line, Table } from './drawing.js'
import { footOf, makeParagraph, readBlock, roomOf, topOf } from './read-block.js'
import { readLine, readPaint } from './read-paint.js'
import { isBlock, isPicture } from './read-words.js'
import { type Box, closest, everyBox, opacityOf } from './snapshot.js'

const isCell = ({ tag }: Box): boolean => tag === 'td' || tag === 'th'

export const isTable = (box: Box): boolean =>
  box.tag === 'table' &&
  box.style('display') === 'table' &&
  everyBox(box).every((one) => (!isCell(one) || one.style('display') === 'table-cell') && !isPicture(one))

const span = (box: Box, name: string): number => Math.max(1, Number(box.attributes.get(name) ?? 1) || 1)

type Side = 'top' | 'right' | 'bottom' | 'left'

/** Whether nothing of the table lies beyond that side of the cell but its own line. */
function isAtEdge({ rect }: Box, { rect: all }: Box, side: Side): boolean {
  const gaps = {
    top: rect.y - all.y,
    left: rect.x - all.x,
    right: all.x + all.width - rect.x - rect.width,
    bottom: all.y + all.height - rect.y - rect.height,
  }
  return gaps[side] < 4
}

function readCell(box: Box, table: Box): Cell {
  const blocks = everyBox(box)
    .filter((one) => one === box || isBlock(one))
    .flatMap((one) => readBlock(one) ?? [])
  const lines = blocks.flatMap((block) => block.lines.map(({ extent }) => extent))
  const [start, end] = [
    Math.min(...lines.map((line) => line.start)),
    Math.max(...lines.map((line) => line.end)),
  ]
  const [first] = blocks
  const room = Math.max(0, box.rect.x + box.rect.width - end)
  const spare = Math.min(room, Math.max(0, ...blocks.map(roomOf)))
  const right = room - spare
  const top = first ? topOf(first) - box.rect.y : 0
  const left = start - box.rect.x
  const plain = first === undefined
  const paragraphs = blocks.map((block, index) => {
    const before = blocks[index - 1]
    const gap = before ? topOf(block) - footOf(before) : 0
    return makeParagraph(block, start, end - start + spare, gap)
  })
  const centred = paragraphs[0]?.align === 'ctr'
  const inset = Math.max(0, Math.min(left, right))
  const filled = closest(
    box,
    (one) => one === table || readPaint(one.style('background-color')) !== undefined,
  )
  const fill = filled ? readPaint(filled.style('background-color'), opacityOf(box)) : undefined
  const row = closest(box, ({ tag }) => tag === 'tr')
  const side = (name: Side): Line | undefined =>
    readLine(box, name) ??
    (row && (name === 'top' || name === 'bottom') ? readLine(row, name) : undefined) ??
    (isAtEdge(box, table, name) ? readLine(table, name) : undefined)
  const [l, r, t, b] = [side('left'), side('right'), side('top'), side('bottom')]
  return {
    across: span(box, 'colspan'),
    down: span(box, 'rowspan'),
    ...(fill ? { fill } : {}),
    lines: { ...(l ? { l } : {}), ...(r ? { r } : {}), ...(t ? { t } : {}), ...(b ? { b } : {}) },
    insets: plain
      ? [0, 0, 0]
      : [
          centred || paragraphs[0]?.align === 'r' ? inset : left,
          Math.max(0, top),
          centred ? inset : paragraphs[0]?.align === 'r' ? room : right,
        ],
    paragraphs,
  }
}

/** Its columns begin where cells do. */
export function readTable(table: Box): Table {
  const rows = everyBox(table).filter(({ tag }) => tag === 'tr')
  const cells = everyBox(table).filter(isCell)
  const starts = [...new Set(cells.map(({ rect }) => Math.round(rect.x)))].toSorted((a, b) => a - b)
  const right = Math.max(...cells.map(({ rect }) => rect.x + rect.width))
  const down = new Map<number, number>()
  return {
    kind: 'table',
    rect: table.rect,
    columnsPx: starts.map((x, index) => (starts[index + 1] ?? right) - x),
    rows: rows.map((row) => {
      const made: Cell[] = []
      const own = row.children.filter(isCell)
      for (let column = 0; column < starts.length; column++) {
        const left = down.get(column) ?? 0
        const next = own.find(({ rect }) => Math.round(rect.x) === starts[column])
        if (next && left === 0) {
          const cell = readCell(next, table)
          const across = Math.min(cell.across, starts.length - column)
          made.push({ ...cell, across })
          for (let at = 0; at < across; at++) down.set(column + at, cell.down - 1)
          for (let at = 1; at < across; at++) made.push({ ...empty, covered: 'across' })
          column += across - 1
        } else {
          made.push(left > 0 ? { ...empty, covered: 'down' } : empty)
          if (left > 0) down.set(column, left - 1)
        }
      }
      return { heightPx: row.rect.height, cells: made }
    }),
    headed: everyBox(table).some(({ tag }) => tag === 'thead'),
  }
}

const empty: Cell = { across: 1, down: 1, lines: {}, insets: [0, 0, 0], paragraphs: [] }

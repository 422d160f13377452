// Pieces of what is too tall → what showing them in type of some size costs, so that the best of a few sizes can be taken:
// smaller type takes fewer slides and leaves fewer rows alone. Pure arithmetic.
import { heightOfRows, type Rows } from './rows.js'

/** How a block would be cut in type of one size. */
export type Pieces = {
  /** `[0, 8, 15]` is rows 0 to 7 and 8 to 14. */
  readonly bounds: readonly number[]
  readonly rows: Rows
  readonly roomPx: number
  /** Whether a row says little without others to compare it with, as a table's does and a line of code does not. */
  readonly compared: boolean
  /** Whether words run down a column of a table a few letters at a time. */
  readonly cramped: boolean
}

/**
 * What a slide costs by its type's ratio to the theme's floor. By the letters a slide holds, type of 24 px would need 0.64 of
 * the slides that type of 30 px needs, and is to be taken only when it saves more than that: rows come whole.
 */
const sizeCosts: readonly (readonly [ratio: number, cost: number])[] = [
  [1.25, 1],
  [1.125, 1.25],
  [1, 1.6],
]
const weights = {
  /** A row alone on a slide: nothing to compare it with, and most of the slide is head and air. */
  lone: 1.5,
  pair: 0.4,
  /** A slide on which words run down narrow columns: worth turning over for. */
  cramped: 0.6,
  tooTall: 1000,
}
const slackPx = 0.5

const slideCost = (ratio: number): number =>
  (sizeCosts.find(([at]) => ratio >= at) ?? sizeCosts.at(-1))?.[1] ?? 1

/** What the cuts in a listing cost by themselves: in smaller type a function may be whole. */
const costOfCuts = ({ bounds, rows }: Pieces): number =>
  bounds.slice(1, -1).reduce((sum, at) => sum + (rows.cutCost[at] ?? 0), 0)

/** What the pieces of one block cost, where 1 is a slide in type read at ease; `ratio` is the type's to the theme's floor. */
export function costOfPieces(pieces: Pieces, ratio: number): number {
  const { bounds, rows, roomPx, compared, cramped } = pieces
  const { length } = rows.heightPx
  let cost = compared ? 0 : costOfCuts(pieces)
  bounds.slice(1).forEach((to, index) => {
    const from = bounds[index] ?? 0
    cost += slideCost(ratio) + (cramped ? weights.cramped : 0)
    if (compared && to - from < Math.min(3, length)) cost += to - from === 1 ? weights.lone : weights.pair
    if (heightOfRows(rows, from, to) > roomPx + slackPx) cost += weights.tooTall
  })
  return cost
}

/** Rows on a slide from which a table is not better shown some of its columns at a time. */
const enoughRows = 3

/** Whether so few rows stand on a slide, or they are so narrow, that fewer columns, with more rows, are easier to read. */
export const isSparse = ({ bounds, rows, compared, cramped }: Pieces): boolean =>
  compared && bounds.length > 2 && (cramped || rows.heightPx.length < (bounds.length - 1) * enoughRows)

// Heights of rows → where to cut them into pieces that all fit. Pure arithmetic: each way to cut has a cost, the least wins.

export type Rows = {
  readonly heightPx: readonly number[]
  /** Px between a row and the one before it where both are in one piece: blank lines, which nobody needs at an edge. */
  readonly gapPx?: readonly number[]
  /** What it costs to cut before a row, where 1 is as bad as one slide more: 0 at a blank line, `never` in a shared cell. */
  readonly cutCost: readonly number[]
  /** What stands over a piece that begins with a row, px, 0 or more, besides: the points it stands under, said again. */
  readonly againPx?: readonly number[]
}

/** Cost of a cut that is made only where no other way is left. */
export const never = 50

const weights = {
  piece: 1,
  /** Times the square of how far a piece is from even, over the room: a quarter of a slide costs 0.125. */
  uneven: 2,
  /** A row alone on its slide, unless it needs one. */
  lone: 0.6,
  tooTall: 1000,
}
/** A row that takes more of the room than this may well stand alone. */
const largeShare = 0.4
const slackPx = 0.5
/** Of ways that cost the same the one with the shortest last piece is taken, whatever the browser's pixels round to. */
const sameCost = 1e-3
/** Pieces are even for as few slides as could hold them, or for so many more, times that: rows that belong together may need it. */
const moreSlides = [1, 1.25, 1.5, 2]

type Best = { readonly cost: number; readonly from: number }

const sumOf = (heights: readonly number[]): number => heights.reduce((sum, height) => sum + height, 0)

/** Px that rows `from` to `to` take on a slide together. */
export const heightOfRows = (
  { heightPx, gapPx = [] }: Pick<Rows, 'heightPx' | 'gapPx'>,
  from: number,
  to: number,
): number => sumOf(heightPx.slice(from, to)) + sumOf(gapPx.slice(from + 1, to))

/** For each end the cheapest way to come there, where a piece of `evenPx` is as tall as it should be. */
function findBests({ heightPx, gapPx, cutCost, againPx }: Rows, roomPx: number, evenPx: number): Best[] {
  const { length } = heightPx
  const best: Best[] = [{ cost: 0, from: 0 }]
  for (let to = 1; to <= length; to++) {
    let least: Best = { cost: Number.POSITIVE_INFINITY, from: to - 1 }
    let rowsPx = 0
    for (let from = to - 1; from >= 0; from--) {
      const alone = to - from === 1
      rowsPx += (heightPx[from] ?? 0) + (alone ? 0 : (gapPx?.[from + 1] ?? 0))
      const ownPx = rowsPx + (againPx?.[from] ?? 0)
      if (rowsPx > roomPx + slackPx && !alone) break
      if (ownPx > roomPx + slackPx && !alone) continue
      let cost = (best[from]?.cost ?? 0) + weights.piece + weights.uneven * ((ownPx - evenPx) / roomPx) ** 2
      if (from > 0) cost += cutCost[from] ?? 0
      if (alone && length > 1 && ownPx < roomPx * largeShare) cost += weights.lone
      if (ownPx > roomPx + slackPx) cost += weights.tooTall
      if (cost < least.cost - sameCost) least = { cost, from }
    }
    best.push(least)
  }
  return best
}

/**
 * Bounds of few pieces of about even height that fit into `roomPx`: `[0, 8, 15]` is rows 0 to 7 and 8 to 14. A row that is
 * too tall by itself has a piece to itself. Takes time as rows times the rows of one piece.
 */
export function cutRows(rows: Rows, roomPx: number): readonly number[] {
  const { length } = rows.heightPx
  const wholePx = heightOfRows(rows, 0, length)
  const fewest = Math.max(1, Math.ceil((wholePx - slackPx) / roomPx))
  const counts = new Set(moreSlides.map((times) => Math.ceil(fewest * times)))
  const ways = [...counts].map((count) => findBests(rows, roomPx, wholePx / count))
  const costOf = (way: readonly Best[]) => way.at(-1)?.cost ?? 0
  const best = ways.reduce((least, way) => (costOf(way) < costOf(least) ? way : least))
  const bounds = [length]
  for (let at = length; at > 0; ) {
    at = best[at]?.from ?? 0
    bounds.unshift(at)
  }
  return bounds
}

// Heights of rows → where to cut them into pieces that all fit. Pure arithmetic.

export type Rows = {
  readonly heightPx: readonly number[]
  /** Rows a piece may well end before, such as blank lines of code. */
  readonly pauses: ReadonlySet<number>
}

/** How far from the even cut, in rows, a pause is still looked for. */
const reach = 4

function cutInto(rows: Rows, count: number): readonly number[] {
  const whole = rows.heightPx.reduce((sum, height) => sum + height, 0)
  const cuts = [0]
  let sum = 0
  rows.heightPx.forEach((height, index) => {
    sum += height
    if (cuts.length < count && sum >= (whole * cuts.length) / count - 0.5) cuts.push(index + 1)
  })
  return [...new Set([...cuts, rows.heightPx.length])]
}

function moveToPauses(cuts: readonly number[], pauses: ReadonlySet<number>): readonly number[] {
  return cuts.map((cut, index) => {
    if (index === 0 || index === cuts.length - 1) return cut
    for (let away = 0; away <= reach; away++) {
      if (pauses.has(cut - away)) return cut - away
      if (pauses.has(cut + away)) return cut + away
    }
    return cut
  })
}

function fits(rows: Rows, cuts: readonly number[], roomPx: number): boolean {
  return cuts.slice(1).every((to, index) => {
    const from = cuts[index] ?? 0
    return to > from && rows.heightPx.slice(from, to).reduce((sum, height) => sum + height, 0) <= roomPx + 0.5
  })
}

/** Bounds of the fewest pieces of about even height that fit: `[0, 8, 15]` is rows 0 to 7 and 8 to 14. */
export function cutRows(rows: Rows, roomPx: number): readonly number[] {
  const { length } = rows.heightPx
  for (let count = 1; count < length; count++) {
    const cuts = cutInto(rows, count)
    const paused = moveToPauses(cuts, rows.pauses)
    if (fits(rows, paused, roomPx)) return paused
    if (fits(rows, cuts, roomPx)) return cuts
  }
  return [...Array(length + 1).keys()]
}

// What splitting starts from and ends with: units measured at each type step, and the parts they are put into.

export type UnitMeasure = {
  /** Height in px and number of text lines at each step. */
  readonly heightPx: readonly number[]
  readonly lines: readonly number[]
  /** Px its remarks take of the margin beside it, at each step; 0 where they stand under it or there are none. */
  readonly marginPx: readonly number[]
  /** “label：” before its items, or a question before its answers: nothing may come between them. */
  readonly leads: boolean
  /** Starts with but, so, for example …: it leans on the unit before it. */
  readonly leans: boolean
  /** The notes have a blank line before it, and not before each of its neighbours as well. */
  readonly paused: boolean
  /** One of the short items under a label: better on one slide with those before it. */
  readonly bound?: boolean
  /** Leads to the code, formula, table or picture after it, without a label's colon or with one. */
  readonly opens?: boolean
  /** A piece of the unit before it, which was cut because it filled a slide: never on one with it. */
  readonly apart?: boolean
}

export type Box = {
  /** What a slide has for its units, px, at each step: a picture beside them may leave more to smaller type. */
  readonly heightPx: readonly number[]
  /** Type size, px, at each step; those from `floorSteps` on are below the theme's smallest. */
  readonly sizesPx: readonly number[]
  /** Space between units, px, at each step that was measured: the others are empty, here and in the units. */
  readonly gapPx: readonly number[]
  /** How full a good slide is, 0 to 1. */
  readonly fill: number
  readonly maxPoints: number
  /** Steps from this one on are below the theme's floor. */
  readonly floorSteps: number
}

export type Part = {
  readonly from: number
  readonly to: number
  readonly step: number
  readonly fill: number
}
export type Split = { readonly parts: readonly Part[]; readonly fits: boolean }
/** A split that may be chosen, in one type size. */
export type Way = Split & { readonly cost: number; readonly step: number; readonly sizePx: number }

/** Height of the units `from` to `to`, or of their remarks in the margin where that is more, over the height of their box; infinite where that was not measured. */
export function fillOf(
  units: readonly UnitMeasure[],
  from: number,
  to: number,
  step: number,
  box: Box,
): number {
  const gapPx = box.gapPx[step]
  if (gapPx === undefined) return Number.POSITIVE_INFINITY
  let height = gapPx * (to - from - 1)
  let margin = 0
  for (let index = from; index < to; index++) {
    height += units[index]?.heightPx[step] ?? 0
    margin += units[index]?.marginPx[step] ?? 0
  }
  return Math.max(height, margin) / (box.heightPx[step] ?? 1)
}

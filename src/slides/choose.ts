// A run of units → which layout each of them gets: every unit exactly one home, in order, plain points when unsure.
import type { Shown, Stretch, StretchLayout } from './layout.js'
import { absorb, type Claimed, countFree, endOf, isThin, leavesOrphan, type Owners } from './neighbours.js'

/** From here on a layout is chosen; below it, points say the same without fuss. */
const minScore = 0.7
export type Choice = {
  /** `undefined`: points. */
  readonly layout: StretchLayout | undefined
  readonly units: Shown[]
}

/** What all layouts claim of the run, best first. */
function collectClaims(
  units: readonly Shown[],
  shelf: readonly StretchLayout[],
  stretch: Stretch,
): readonly Claimed[] {
  const claims = units.flatMap((_, from) =>
    shelf.flatMap((layout): readonly Claimed[] => {
      const claim = layout.weigh(units, from, stretch)
      return claim && claim.score >= minScore ? [{ ...claim, layout, from }] : []
    }),
  )
  return claims.toSorted(
    (a, b) => Number(a.layout.rare) - Number(b.layout.rare) || b.score - a.score || a.from - b.from,
  )
}

/** A short thought left by itself is a slide anyway: it may as well be large. It costs nothing of the budget. */
function dressLone(
  owners: Owners,
  units: readonly Shown[],
  shelf: readonly StretchLayout[],
  stretch: Stretch,
): void {
  units.forEach((unit, from) => {
    const alone = countFree(owners, from, 1, 2) === 1 && countFree(owners, from, -1, 2) === 1
    if (!alone || !isThin(unit)) return
    const claims = shelf
      .flatMap((layout) => {
        const claim = layout.rare ? layout.weigh([unit], 0, stretch) : undefined
        return claim && claim.score >= minScore ? [{ ...claim, layout, from }] : []
      })
      .filter(({ layout }) => owners[from - 1]?.layout !== layout && owners[from + 1]?.layout !== layout)
    owners[from] = claims.toSorted((a, b) => b.score - a.score)[0]
  })
}

/** How many rare layouts the section may still have; `whole`: only ones that take all of a run. */
export type Budget = { rare: number; readonly whole: boolean }

/**
 * Chooses for one run, and spends the budget. Guards: no
 * lone short thought is left over, no rare layout twice in a row.
 */
export function chooseSlides(
  units: readonly Shown[],
  shelf: readonly StretchLayout[],
  stretch: Stretch,
  budget: Budget,
): readonly Choice[] {
  const owners: Owners = units.map(() => undefined)
  for (const one of collectClaims(units, shelf, stretch)) {
    if (owners.slice(one.from, endOf(one)).some((owner) => owner)) continue
    if (one.layout.rare) {
      const twin = [owners[one.from - 1], owners[endOf(one)]].some((other) => other?.layout === one.layout)
      const all = one.count === units.length
      if (budget.rare === 0 || (budget.whole && !all) || twin || leavesOrphan(one, owners, units)) continue
      budget.rare -= 1
    }
    owners.fill(one, one.from, endOf(one))
  }
  for (const one of new Set(owners)) if (one && one.layout.absorbs > 0) absorb(one, owners, units)
  dressLone(owners, units, shelf, stretch)
  const choices: Choice[] = []
  units.forEach((unit, index) => {
    const owner = owners[index]
    const last = choices.at(-1)
    if (last && index > 0 && owners[index - 1] === owner) last.units.push(unit)
    else choices.push({ layout: owner?.layout, units: [unit] })
  })
  return choices
}

/** The same for a run whose layout the author chose; what it cannot take stays points. */
export function chooseAsked(
  units: readonly Shown[],
  layout: StretchLayout,
  stretch: Stretch,
): readonly Choice[] {
  const choices: Choice[] = []
  for (let from = 0; from < units.length; ) {
    const claim = layout.weigh(units, from, stretch)
    const count = claim?.count ?? 1
    const last = choices.at(-1)
    const taken = units.slice(from, from + count)
    if (!claim && last && last.layout === undefined) last.units.push(...taken)
    else choices.push({ layout: claim && layout, units: taken })
    from += count
  }
  return choices
}

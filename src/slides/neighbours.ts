// What stands beside claimed units of a run: lone thoughts that would be left over, and those that come along.
import { measureEm } from '../shared/text.js'
import type { Shown, StretchLayout } from './layout.js'

/** One thought of up to two lines: too little for a slide of its own beside others. */
const thinEm = 60

export type Claimed = { readonly layout: StretchLayout; readonly score: number; from: number; count: number }

/** A point short enough that alone it would leave its slide bare. */
export const isThin = (unit: Shown | undefined): boolean =>
  unit?.kind === 'point' && unit.children.length === 0 && measureEm(unit.text) <= thinEm

/** A line that ends so has said its own, and announces nothing. */
const sentenceEnd = /[。．.！!？?…][”’"')）」』\]]*$/

/**
 * Whether the unit at `at` leads to a block right after it, blank line or not: it ends without an end, or with a colon. What
 * stands close under another block, and apart from the next, is rather that one's caption.
 */
export function leadsToBlock(units: readonly Shown[], at: number): boolean {
  const [before, unit, next] = [units[at - 1], units[at], units[at + 1]]
  if (unit?.kind !== 'point' || !next || next.kind === 'point' || next.kind === 'quote') return false
  const captions = before && before.kind !== 'point' && !unit.paused && next.paused
  return !captions && !sentenceEnd.test(unit.text)
}

export const endOf = ({ from, count }: Claimed) => from + count

/** Who has each unit so far. */
export type Owners = (Claimed | undefined)[]

/** Free units from `at` on in one direction, counted up to `most`. */
export function countFree(owners: Owners, at: number, step: 1 | -1, most: number): number {
  let free = 0
  while (free < most && at >= 0 && at < owners.length && owners[at] === undefined) {
    free += 1
    at += step
  }
  return free
}

/** Whether taking `one` would leave a lone short thought between it and what is taken already. */
export function leavesOrphan(one: Claimed, owners: Owners, units: readonly Shown[]): boolean {
  const { from } = one
  const end = endOf(one)
  return (
    (countFree(owners, from - 1, -1, 2) === 1 && isThin(units[from - 1])) ||
    (countFree(owners, end, 1, 2) === 1 && isThin(units[end]))
  )
}

/** How many thin points before a block come along: all of the few there are, or the one that leads to it. */
function countLeading(one: Claimed, owners: Owners, units: readonly Shown[]): number {
  const room = one.layout.absorbs
  const free = countFree(owners, one.from - 1, -1, room + 2)
  if (free > 0 && free <= room && units.slice(one.from - free, one.from).every(isThin)) return free
  const last = units[one.from - 1]
  if (free === 0 || !isThin(last) || !leadsToBlock(units, one.from - 1)) return 0
  // A lone thought that would be left behind comes too.
  return free === 2 && isThin(units[one.from - 2]) ? 2 : 1
}

/** Thin points beside a block come along, so that no half-empty slide is left of them. */
export function absorb(one: Claimed, owners: Owners, units: readonly Shown[]): void {
  const before = countLeading(one, owners, units)
  one.from -= before
  one.count += before
  const room = Math.max(one.layout.absorbs - before, 1)
  const end = endOf(one)
  const free = countFree(owners, end, 1, room + 2)
  const after = leadsToBlock(units, end + free - 1) ? free - 1 : free
  if (after > 0 && after <= room && units.slice(end, end + after).every(isThin)) one.count += after
  owners.fill(one, one.from, endOf(one))
}

// The slides of a served deck → groups that are fitted together: a talk's slides, which stand in one stack, or one slide alone.
import type { LiveSlide, LiveUpdate } from '../live-contract.js'

export type Group = {
  /** The same for the same slides in the same order. */
  readonly key: string
  readonly stack: number | undefined
  readonly ids: readonly string[]
  /** Whether one of its slides is new or says something else. */
  readonly changed: boolean
}

/**
 * Groups that are not known by their key → the key of the one that stood in the same place and is no more, so that what is
 * shown there may go on. `before`: keys in the order they stand in.
 */
export function pairGroups(groups: readonly Group[], before: readonly string[]): ReadonlyMap<string, string> {
  const places = new Map(before.map((key, index) => [key, index]))
  const left = new Set(groups.map(({ key }) => key))
  const pairs = new Map<string, string>()
  let at = 0
  for (const { key } of groups) {
    const known = places.get(key)
    const there = before[at]
    if (known === undefined && there !== undefined && !left.has(there)) pairs.set(key, there)
    at = known === undefined ? at + 1 : known + 1
  }
  return pairs
}

/** Groups in order. Slides of one stack share their type sizes, so that one that changed may change the others. */
export function groupSlides(slides: LiveUpdate['slides'] | readonly LiveSlide[]): readonly Group[] {
  const groups: { stack: number | undefined; ids: string[]; changed: boolean }[] = []
  for (const { id, stack, html } of slides) {
    const last = groups.at(-1)
    const changed = html !== undefined
    if (last && stack !== undefined && last.stack === stack) {
      last.ids.push(id)
      last.changed ||= changed
    } else groups.push({ stack, ids: [id], changed })
  }
  return groups.map((group) => ({ ...group, key: group.ids.join(' ') }))
}

// Heads, titles and bodies too long for their slides in any decent size → heads with their first lines and “…”, the whole of
// them where it is read first; bodies turned into points. Nothing is lost, and nothing is set small.

import { longEm, measureEm } from '../texts/long.js'
import type { Cause } from '../trouble.js'
import { continueTitle } from './continue-title.js'
import { findLong, type Long } from './give-lines.js'
import { lineOf, makeUnits, prependUnit } from './make-units.js'
import { applyShortening, findShortening } from './shorten.js'
import { applyFactor, type Shrinking, shrinkBodies, shrinkHeads } from './shrink.js'

/** Lines of a heading over the slide that tells it whole. */
const headLines = 2

/** Shortens what is too long, all slides together; gives the slides that titles go on with. */
function shortenAll(stuck: readonly Shrinking[], told: Set<string>) {
  for (const one of stuck) {
    if (one.kind === 'body') continue
    applyFactor(one, one.cutFactor, true)
    // A head that stands beside its slide may be too narrow for a word.
    if (one.kind === 'head') one.section.dataset['break'] = ''
  }
  const found = findLong(stuck).map((long) => {
    const text = long.box.textContent
    const tells = long.kind === 'hero' || !told.has(text)
    told.add(text)
    return { ...long, tells }
  })
  const cut = found.map((long) => {
    const whole = applyShortening(long)
    // Cut once more, it is told already.
    told.add(long.box.textContent)
    return { ...long, whole }
  })
  const continued = new Map<HTMLElement, HTMLElement>()
  // The last first, since each is put before the others.
  for (const { section, kind, box, whole, tells } of cut.toReversed()) {
    if (!tells) continue
    const next = kind === 'hero' ? (continued.get(section) ?? continueTitle(section)) : section
    if (kind === 'hero') continued.set(section, next)
    else if (!section.querySelector('[data-units]')) makeUnits(section)
    prependUnit(next, whole, lineOf(box))
  }
  // Over its own whole text a title has no need to be long.
  const heads = [...continued.values()].flatMap((next) => {
    const head = next.querySelector<HTMLElement>('.head > .title')
    return (head && findShortening(head, headLines)) ?? []
  })
  for (const head of heads) applyShortening(head)
  return { cut, continued }
}

export type Overlong = {
  /** Headings that end in “…”. */
  readonly causes: readonly Cause[]
  /** Slides that titles go on with, each with its title's. */
  readonly continued: ReadonlyMap<HTMLElement, HTMLElement>
}

/** What stands on a title slide, and the key of the front matter it comes from where there is one. */
const parts = [
  ['[data-layout="closing"] *', 'closing'],
  ['[data-layout="title"] .kicker', 'event'],
  ['[data-layout="title"] .facts', 'author'],
  ['.subtitle', 'subtitle'],
  ['.lead', 'lead'],
  ['li', 'fact'],
] as const

function whatIs({ kind, box }: Long): Cause['what'] {
  if (kind !== 'hero') return kind
  return parts.find(([selector]) => box.matches(selector))?.[1] ?? 'title'
}

/** Makes heads, titles and bodies fit: smaller while they are decent, else cut or turned into points. */
export function fitWholes(sections: readonly HTMLElement[]): Overlong {
  for (const section of sections) {
    const body = section.querySelector('[data-fit]')
    // No need to try: it costs a browser much time.
    if (body && body.textContent.length > longEm && measureEm(body.textContent) > longEm) makeUnits(section)
  }
  // What a title says is told whole on its slide or the next.
  const told = new Set(
    sections.flatMap((section) => section.querySelector('.hero > .title')?.textContent ?? []),
  )
  const causes: Cause[] = []
  const shorten = (stuck: readonly Shrinking[]) => {
    const { cut, continued } = shortenAll(stuck, told)
    for (const long of cut)
      causes.push({ section: long.section, kind: 'cut', what: whatIs(long), box: long.box })
    return continued
  }
  shorten(shrinkHeads(sections))
  const stuck = shrinkBodies(sections)
  const continued = shorten(stuck.filter(({ kind }) => kind !== 'body'))
  const made = stuck.flatMap(({ kind, section }) => (kind === 'body' ? [section] : []))
  for (const section of made) makeUnits(section)
  // A theme may set the heads of points larger than those of other layouts.
  shorten(shrinkHeads(made))
  return { causes, continued: new Map([...continued].map(([title, next]) => [next, title])) }
}

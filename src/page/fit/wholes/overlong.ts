// Heads, titles and bodies too long for their slides in any decent size → heads with their first lines and “…”, the whole of
// them where it is read first; bodies turned into points. Nothing is lost, and nothing is set small.

import { copySlides } from '../apply.js'
import { longEm, measureEm } from '../texts/long.js'
import type { Cause } from '../trouble.js'
import { lineOf, makeUnits, prependUnit } from './make-units.js'
import { applyShortening, findShortening, type Shortening } from './shorten.js'
import { type Shrinking, shrinkBodies, shrinkHeads } from './shrink.js'

/** 40 px by this is 30 px. */
const cutHeadFactor = '0.74'
const cutHeroFactor = '0.39'

type Long = Shortening & { readonly section: HTMLElement; readonly kind: Shrinking['kind'] }

const textsOf: Readonly<Record<Shrinking['kind'], string>> = {
  head: '.head > :is(.title, .meta)',
  hero: '.hero > :not(ul), .hero > ul > li',
  question: '.panel > .q',
  body: '',
}

/** The lines a text may keep: two, a name beside others one. Facts that stand one under another have one each. */
function linesFor(box: HTMLElement, kind: Shrinking['kind']): number {
  if (kind === 'hero' && box.matches('li')) return 1
  const isStacked = ({ display }: CSSStyleDeclaration) => display === 'block'
  return Math.max(2, [...box.children].filter((fact) => isStacked(getComputedStyle(fact))).length)
}

function findLong({ section, kind }: Shrinking): readonly Long[] {
  if (kind === 'body') return []
  return [...section.querySelectorAll<HTMLElement>(textsOf[kind])].flatMap((box) => {
    const found = findShortening(box, linesFor(box, kind))
    return found ? [{ ...found, section, kind }] : []
  })
}

/** A slide of points after a title, for what had no room on it. */
function continueHero(section: HTMLElement): HTMLElement {
  const [, next = section] = copySlides(section, '.none', 2)
  const title = next.querySelector('.hero .title')
  const head = document.createElement('header')
  head.className = 'head'
  const heading = document.createElement('h3')
  heading.className = 'title'
  heading.append(...(title?.childNodes ?? []))
  const meta = document.createElement('p')
  meta.className = 'meta'
  head.append(heading, meta)
  const list = document.createElement('ul')
  list.className = 'points body'
  list.dataset['units'] = ''
  next.querySelector('.hero')?.replaceWith(head, list)
  next.querySelector('.seal')?.remove()
  next.dataset['layout'] = 'points'
  next.style.removeProperty('--fit')
  next.style.setProperty('--fit-head', cutHeadFactor)
  section.after(next)
  return next
}

/** Shortens what is too long, all slides together; gives the slides that titles go on with. */
function shortenAll(stuck: readonly Shrinking[], told: Set<string>) {
  for (const { section, kind } of stuck) {
    if (kind === 'head') section.style.setProperty('--fit-head', cutHeadFactor)
    if (kind !== 'hero') continue
    section.style.setProperty('--fit', cutHeroFactor)
    section.dataset['break'] = ''
  }
  const found = stuck.flatMap(findLong).map((long) => {
    const text = long.box.textContent
    const tells = long.kind === 'hero' || !told.has(text)
    told.add(text)
    return { ...long, tells }
  })
  const cut = found.map((long) => ({ ...long, whole: applyShortening(long) }))
  const continued = new Map<HTMLElement, HTMLElement>()
  // The last first, since each is put before the others.
  for (const { section, kind, box, whole, tells } of cut.toReversed()) {
    if (!tells) continue
    const next = kind === 'hero' ? (continued.get(section) ?? continueHero(section)) : section
    if (kind === 'hero') continued.set(section, next)
    else if (!section.querySelector('[data-units]')) makeUnits(section)
    prependUnit(next, whole, lineOf(box))
  }
  return { cut, continued }
}

export type Overlong = {
  /** Headings that end in “…”. */
  readonly causes: readonly Cause[]
  /** Slides that titles go on with, each with its title's. */
  readonly continued: ReadonlyMap<HTMLElement, HTMLElement>
}

const whats = { head: 'head', hero: 'title', question: 'question', body: 'body' } as const

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
    for (const { section, kind, box } of cut) causes.push({ section, kind: 'cut', what: whats[kind], box })
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

// Points, quotations, answers and remarks that would fill a slide to its edges even in the smallest type → several of them,
// cut where their lines end, at the best places near even, in type that is read at ease.

import { easyStep, isKept, type Steps, setStep } from '../split/measure.js'
import { heightOf } from '../texts.js'
import type { UnitsSlide } from '../units-slide.js'
import { joinTerm, makeUnits } from '../wholes/make-units.js'
import { carve } from './carve.js'
import { chooseSeams } from './choose-seams.js'
import { readLines } from './lines.js'

/** Of a slide's height: what a text may take without looking crammed, as cost.ts has it. */
const easyShare = 0.86
/** Of a slide's height: a text taller than this, over points that do not fit under it, leaves them a piece of at most… */
const tallLeadShare = 0.45
const leadShare = 0.34
/** … and where no sentence ends so near its end, of at most… */
const wideLeadShare = 0.5
/** Of a slide's height: a taller name beside a text that does not fit stands beside it no longer. */
const tallTermShare = 0.4

type Target = {
  readonly box: HTMLElement
  /** Points under it, which are no part of its text. */
  readonly list: Element | null
  readonly body: HTMLElement
  /** The point whose text stands over it on each of its slides. */
  readonly lead: Target | undefined
  readonly shorten: boolean
}

const framed = '.table, .code, .figure'
const ownPx = ({ box, list }: Target) => heightOf(box) - (list ? heightOf(list) : 0)

/** Of what is said in it; the box itself may be as tall as what stands beside it. */
function textPx(box: Element): number {
  const words = document.createRange()
  words.selectNodeContents(box)
  return heightOf(words)
}

/** What the text over it takes from a slide, px. */
function leadPx({ lead, body }: Target): number {
  if (!lead) return 0
  return lead.shorten ? Math.min(ownPx(lead), body.clientHeight * leadShare) : ownPx(lead)
}

const listIn = (point: Element) => point.querySelector(':scope > .points')

/** Of one unit, its own text and each line of the lists under it, where they are too tall. */
function targetsIn(body: HTMLElement, unit: HTMLElement): readonly Target[] {
  const list = listIn(unit)
  const roomPx = body.clientHeight * easyShare
  const alone: Target = { box: unit, list, body, lead: undefined, shorten: false }
  if (heightOf(unit) <= roomPx) return []
  const own = { ...alone, shorten: list !== null && ownPx(alone) > roomPx * tallLeadShare }
  const lines = [...unit.querySelectorAll<HTMLElement>(':scope > .points li')].map(
    (box): Target => ({ box, list: listIn(box), body, lead: own, shorten: false }),
  )
  return [
    ...(own.shorten || ownPx(own) > roomPx ? [own] : []),
    ...lines.filter((line) => ownPx(line) > roomPx - leadPx(line)),
  ]
}

const findTargets = ({ body, units }: Pick<UnitsSlide, 'body' | 'units'>): readonly Target[] =>
  units.filter((unit) => !unit.matches(framed)).flatMap((unit) => targetsIn(body, unit))

/** Those in units that fill more than a slide, besides the units that the targets known are in. */
function findMore({ body, units }: UnitsSlide, known: readonly Target[]): readonly Target[] {
  const others = units.filter((unit) => !known.some(({ box }) => unit.contains(box)))
  return findTargets({ body, units: others.filter((unit) => heightOf(unit) > body.clientHeight) })
}

/** Names beside what units say that are too tall for that. */
const findTallTerms = ({ body, units }: UnitsSlide): readonly Element[] =>
  units
    .flatMap((unit) => [...unit.querySelectorAll(':scope > .term')])
    .filter((term) => textPx(term) > body.clientHeight * tallTermShare)

/** What stands beside the text has lines of its own: an answer's name stays with the first piece, a remark with the last. */
function besides({ box, list }: Target): readonly Element[] {
  const text = box.querySelector(':scope > :is(p, blockquote):not(.term)')?.getBoundingClientRect()
  const others = [...box.querySelectorAll(':scope > :is(.term, .remark)')].filter((other) => {
    const { top, bottom } = other.getBoundingClientRect()
    return text && top < text.bottom - 1 && bottom > text.top + 1
  })
  return list ? [list, ...others] : others
}

function cutAt(target: Target) {
  const lines = readLines(target.box, besides(target))
  if (!lines) return []
  const { clientHeight } = target.body
  const framePx = Math.max(0, ownPx(target) - lines.heightPx)
  const roomPx = clientHeight * easyShare - leadPx(target) - framePx
  const roomOf = (share: number) => clientHeight * share - framePx
  const last = target.shorten ? { lastRoomPx: roomOf(leadShare), wideLastRoomPx: roomOf(wideLeadShare) } : {}
  const chosen = chooseSeams({ ...lines, roomPx, ...last })
  return chosen.length > 0 ? [{ target, places: chosen.flatMap((at) => lines.seams[at] ?? []) }] : []
}

/** Those with a unit that may be too tall, in the size in which all stand before they are measured: it costs no layout. */
const findTall = (slides: readonly UnitsSlide[]): readonly UnitsSlide[] =>
  slides.filter(({ body, units }) => units.some((unit) => heightOf(unit) > body.clientHeight * easyShare))

/** What the author wants kept whole is cut only where no size would do. */
function setFloor(slides: readonly UnitsSlide[], steps: Steps): void {
  for (const slide of slides)
    setStep(slide.section, (isKept(slide) ? steps.sizesPx.length : steps.floorSteps) - 1, steps)
}

/** A picture leaves its place to text that is too tall beside it, and stands before it. Find units anew then. */
export function freePictures(slides: readonly UnitsSlide[], steps: Steps): void {
  const tall = findTall(slides.filter(({ section }) => section.querySelector('.picture')))
  setFloor(tall, steps)
  for (const { section } of tall.filter((slide) => findTargets(slide).length > 0)) makeUnits(section)
}

/** Cuts all that is too tall, all slides together. Their units are others afterwards: find them anew. */
export function cutTexts(slides: readonly UnitsSlide[], steps: Steps): void {
  const found = findTall(slides)
  setFloor(found, steps)
  for (const term of found.flatMap(findTallTerms)) joinTerm(term)
  const tall = found.flatMap((slide) => {
    const targets = findTargets(slide)
    return targets.length > 0 ? [{ slide, targets }] : []
  })
  for (const { slide } of tall) setStep(slide.section, easyStep(steps), steps)
  // Left whole, others would keep the slide in smaller type, and its pieces be half empty.
  for (const one of tall) one.targets = [...one.targets, ...findMore(one.slide, one.targets)]
  const cuts = tall.flatMap(({ targets }) => targets).flatMap(cutAt)
  // Over some stands so much that two lines of them have no room but in the smallest type.
  const done = new Set(cuts.map(({ target }) => target))
  const left = tall.flatMap(({ slide, targets }) => {
    const uncut = targets.filter((target) => !done.has(target))
    return uncut.length > 0 ? [{ slide, uncut }] : []
  })
  setFloor(
    left.map(({ slide }) => slide),
    steps,
  )
  const more = left.flatMap(({ uncut }) => uncut).flatMap(cutAt)
  for (const { target, places } of [...cuts, ...more]) carve(target.box, places)
}

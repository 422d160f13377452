// Slides → the ways to split each that are worth choosing from. Not every slide is measured at every type step, which is what
// takes time: one that is well filled in the usual size needs no other, and no size is tried that costs more than a way found.

import type { UnitsSlide } from '../units-slide.js'
import { isThin, sizeCost, sizesCost, usualStep } from './cost.js'
import {
  isKept,
  type Measured,
  type Measuring,
  measureAt,
  measuresOf,
  type Steps,
  startMeasuring,
} from './measure.js'
import type { Box, Way } from './part.js'
import { chooseWays, findWays, keepWays } from './split.js'

/** No other size looks better enough to be worth measuring than a way that costs no more than this. */
const settledCost = 2

/** The next step to measure a slide at; `undefined` when enough is known. Ways are those at the steps measured so far. */
export function nextStep(ways: readonly Way[], box: Box): number | undefined {
  const { gapPx, sizesPx, floorSteps } = box
  const usual = usualStep(box)
  if (gapPx[usual] === undefined) return usual
  const fitting = ways.filter(({ fits }) => fits)
  const cost = Math.min(...fitting.map((way) => way.cost))
  if (cost <= settledCost) return undefined
  const parts = fitting.find(({ step }) => step === usual)?.parts
  if (parts?.length === 1 && (parts[0]?.fill ?? 1) < box.fill) {
    const larger = gapPx.findIndex((gap) => gap !== undefined) - 1
    const last = ways[0]?.cost ?? 0
    return larger >= 0 && last <= cost ? larger : undefined
  }
  const smaller = gapPx.length
  if (smaller < floorSteps) return sizeCost(smaller, box) < cost ? smaller : undefined
  // Below the floor only for a unit that is too tall for all of the theme's sizes.
  return fitting.length === 0 && smaller < sizesPx.length ? smaller : undefined
}

export type Found = { measured: Measured; ways: readonly Way[] }
type Searching = Found & { readonly one: Measuring }

function nextOf({ measured, ways }: Searching): number | undefined {
  const { box, slide } = measured
  if (!isKept(slide)) return nextStep(ways, box)
  // What the author keeps whole stands in the largest type that allows it.
  return ways.length === 0 && box.gapPx.length < box.sizesPx.length ? box.gapPx.length : undefined
}

function look(one: Measuring, steps: Steps): Searching {
  const measured = measuresOf(one, steps)
  const { units, box, slide } = measured
  if (!isKept(slide)) return { one, measured, ways: findWays(units, box) }
  const kept = keepWays(units, box)
  const isAll = box.gapPx.length === box.sizesPx.length
  return { one, measured, ways: kept.length > 0 || !isAll ? kept : findWays(units, box) }
}

type Wanted = { readonly searching: Searching; readonly step: number }

function measureAll(wanted: readonly Wanted[], steps: Steps): void {
  measureAt(
    wanted.map(({ searching, step }) => [searching.one, step]),
    steps,
  )
  for (const { searching } of wanted) Object.assign(searching, look(searching.one, steps))
}

/** The most room “2 / 3” may need in the heads of so many units, each on a part of its own; as in glue.css. */
function roomFor(units: number): 'few' | 'tens' | 'hundreds' | 'thousands' {
  if (units < 100) return units < 10 ? 'few' : 'tens'
  return units < 1000 ? 'hundreds' : 'thousands'
}

/**
 * Slides with a line or two on a part of their own are measured again with room for no more in their heads than they may
 * need: a title that is a line shorter then may leave the room those lines lack elsewhere.
 */
function measureThin(all: readonly Searching[], steps: Steps): void {
  const thin = all.filter(({ measured: { units, slide }, ways }) => {
    const best = chooseWays([ways])[0]
    return (
      roomFor(units.length) !== (slide.section.dataset['parts'] ?? 'tens') &&
      best &&
      best.parts.length > 1 &&
      best.parts.some((part) => isThin(units, part))
    )
  })
  for (const { measured } of thin) measured.slide.section.dataset['parts'] = roomFor(measured.units.length)
  for (const step of steps.sizesPx.keys())
    measureAll(
      thin.flatMap((searching) =>
        searching.measured.box.gapPx[step] === undefined ? [] : [{ searching, step }],
      ),
      steps,
    )
}

/** Slides of one talk that are set alike, such as all its slides of points, stand together. */
function groupTalks(all: readonly Searching[]): readonly (readonly Searching[])[] {
  const talks = new Map<string, Searching[]>()
  for (const one of all) {
    const own = one.measured.slide.section
    const { layout, section } = own.dataset
    const key = `${layout} ${section ?? own.id}`
    const talk = talks.get(key)
    if (talk) talk.push(one)
    else talks.set(key, [one])
  }
  return [...talks.values()]
}

/** Slides whose type would jump from a neighbour's, each with the neighbour's step, at which it was not measured. */
function findJumps(talk: readonly Searching[]): readonly Wanted[] {
  const best = talk.map(({ ways }) => chooseWays([ways])[0])
  return talk.flatMap((searching, index): readonly Wanted[] => {
    const own = best[index]
    const { box, slide } = searching.measured
    const others = [best[index - 1], best[index + 1]].flatMap((other) => other ?? [])
    const smallest = others.toSorted((one, other) => one.sizePx - other.sizePx)[0]
    if (!own || !smallest || isKept(slide) || box.gapPx[smallest.step] !== undefined) return []
    return sizesCost(own.sizePx, smallest.sizePx) > 0 && own.sizePx > smallest.sizePx
      ? [{ searching, step: smallest.step }]
      : []
  })
}

/**
 * Measures all slides round by round, each at the step that is worth it, until enough is known of every one; by talks, whose
 * slides are to suit each other.
 */
export function searchWays(slides: readonly UnitsSlide[], steps: Steps): readonly (readonly Found[])[] {
  const all = slides.map((slide) => look(startMeasuring(slide), steps))
  for (;;) {
    const wanted = all.flatMap((searching): readonly Wanted[] => {
      const step = nextOf(searching)
      return step === undefined ? [] : [{ searching, step }]
    })
    if (wanted.length === 0) break
    measureAll(wanted, steps)
  }
  measureThin(all, steps)
  const talks = groupTalks(all)
  measureAll(talks.flatMap(findJumps), steps)
  return talks
}

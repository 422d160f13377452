// Slides → the ways to split each that are worth choosing from. Not every slide is measured at every type step, which is what
// takes time: one that is well filled in the usual size needs no other, and no size is tried that costs more than a way found.
import { sizeCost, usualStep } from './cost.js'
import {
  isKept,
  type Measured,
  type Measuring,
  measureAt,
  measuresOf,
  type Steps,
  startMeasuring,
  type UnitsSlide,
} from './measure.js'
import type { Box, Way } from './part.js'
import { findWays, keepWays } from './split.js'

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

type Searching = { readonly one: Measuring; readonly measured: Measured; readonly ways: readonly Way[] }
export type Found = { readonly measured: Measured; readonly ways: readonly Way[] }

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

/** Measures all slides round by round, each at the step that is worth it, until enough is known of every one. */
export function searchWays(slides: readonly UnitsSlide[], steps: Steps): readonly Found[] {
  const found = slides.map((slide) => look(startMeasuring(slide), steps))
  for (;;) {
    const wanted = found.flatMap((searching, index) => {
      const step = nextOf(searching)
      return step === undefined ? [] : [{ index, one: searching.one, step }]
    })
    if (wanted.length === 0) return found
    measureAt(
      wanted.map(({ one, step }) => [one, step]),
      steps,
    )
    for (const { index, one } of wanted) found[index] = look(one, steps)
  }
}

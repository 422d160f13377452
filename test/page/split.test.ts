import { describe, expect, it } from 'vitest'
import type { Box, UnitMeasure } from '../../src/page/fit/split/part.js'
import { chooseWays, findWays } from '../../src/page/fit/split/split.js'

const sizes = [44, 37, 30, 27, 24]
const box: Box = {
  heightPx: sizes.map(() => 500),
  sizesPx: sizes,
  gapPx: sizes.map((size) => size * 0.62),
  fill: 0.72,
  maxPoints: 6,
  floorSteps: sizes.length,
}
const unit = (lines: number, more: Partial<UnitMeasure> = {}): UnitMeasure => ({
  heightPx: sizes.map((size) => size * 1.5 * lines),
  lines: sizes.map(() => lines),
  marginPx: sizes.map(() => 0),
  leads: false,
  leans: false,
  paused: false,
  ...more,
})
const split = (units: readonly UnitMeasure[], within = box) => {
  const [way] = chooseWays([findWays(units, within)])
  if (!way) throw new Error('There is no way to split.')
  return way
}
const sizesOf = (units: readonly UnitMeasure[]) => split(units).parts.map((part) => part.to - part.from)

describe('splitting a slide', () => {
  it('keeps what fits well on one slide', () => {
    expect(sizesOf([unit(1), unit(1), unit(1), unit(1)])).toEqual([4])
  })

  it('puts every unit on one part, once and in order, and no part is too full', () => {
    for (const count of [1, 5, 9, 13, 40, 300]) {
      const units = Array.from({ length: count }, (_, index) => unit(1 + (index % 3)))
      const { parts, fits } = split(units)
      expect(fits).toBe(true)
      expect(parts[0]?.from).toBe(0)
      expect(parts.at(-1)?.to).toBe(count)
      parts.slice(1).forEach((part, index) => {
        expect(part.from).toBe(parts[index]?.to)
      })
      for (const part of parts) expect(part.fill).toBeLessThanOrEqual(1)
    }
  })

  it('leaves a line that leads to a block with it, unless that costs much', () => {
    const around = (opens: boolean, last: number) =>
      sizesOf([unit(2), unit(2), unit(1, { opens }), unit(last, { paused: true })])
    expect(around(false, 7)).toEqual([3, 1])
    expect(around(true, 7)).toEqual([2, 2])
    expect(around(true, 13)).toEqual([3, 1])
  })

  it('splits evenly and leaves no short unit alone', () => {
    const parts = sizesOf(Array.from({ length: 13 }, () => unit(1)))
    expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1)
    expect(Math.min(...parts)).toBeGreaterThan(1)
  })

  it('sets little in the largest type, and the usual four points in the next', () => {
    const sizeOf = (count: number) =>
      sizes[split(Array.from({ length: count }, () => unit(1))).parts[0]?.step ?? 0]
    expect([2, 3, 4, 5].map(sizeOf)).toEqual([44, 44, 37, 37])
  })

  it('takes a second slide rather than fill one to its edges in the smallest type', () => {
    const { parts } = split(Array.from({ length: 7 }, () => unit(2)))
    expect(parts.map(({ from, to }) => to - from)).toEqual([4, 3])
    for (const { step } of parts) expect(sizes[step]).toBeGreaterThanOrEqual(30)
  })

  it('sets little on a slide no larger than suits the full slide after it in the talk', () => {
    const [little, much] = [[unit(1), unit(1)], Array.from({ length: 4 }, () => unit(2))]
    const sizesIn = (...slides: UnitMeasure[][]) =>
      chooseWays(slides.map((units) => findWays(units, box))).map(({ sizePx }) => sizePx)
    expect(sizesIn(little)).toEqual([44])
    expect(sizesIn(much)).toEqual([30])
    expect(sizesIn(little, much, little)).toEqual([37, 30, 37])
  })

  it('breaks where the notes have a blank line, if that is near enough', () => {
    for (const at of [6, 7]) {
      const units = Array.from({ length: 13 }, (_, index) => unit(1, { paused: index === at }))
      expect(split(units).parts.map(({ to }) => to)).toEqual([at, 13])
    }
    const early = Array.from({ length: 13 }, (_, index) => unit(1, { paused: index === 1 }))
    expect(split(early).parts[0]?.to).toBeGreaterThan(4)
  })

  it('breaks between the items of a label only where they fill more than a slide', () => {
    for (let at = 2; at < 7; at++) {
      const units = Array.from({ length: 12 }, (_, index) =>
        unit(1, { leads: index === at, bound: index > at && index < at + 4 }),
      )
      const breaks = split(units).parts.map(({ to }) => to)
      for (const item of [1, 2, 3]) expect(breaks, `label ${at}`).not.toContain(at + item)
    }
    const long = Array.from({ length: 7 }, (_, index) => unit(5, { leads: index === 0, bound: index > 0 }))
    expect(split(long).fits).toBe(true)
    expect(split(long).parts.length).toBeGreaterThan(1)
  })

  it('never breaks after a label that leads its items', () => {
    for (let at = 3; at < 9; at++) {
      const units = Array.from({ length: 12 }, (_, index) => unit(1, { leads: index === at }))
      expect(split(units).parts.map((part) => part.to)).not.toContain(at + 1)
    }
  })

  it('says so when a single unit fits at no size', () => {
    expect(split([unit(40)]).fits).toBe(false)
  })

  describe('with a unit too tall at the theme’s sizes', () => {
    const below = [...sizes, 20, 17, 14, 12]
    const tall = (lines: number, more: Partial<UnitMeasure> = {}): UnitMeasure => ({
      ...unit(lines, more),
      heightPx: below.map((size) => size * 1.5 * lines),
      lines: below.map(() => lines),
      marginPx: below.map(() => 0),
    })
    const lower: Box = {
      ...box,
      heightPx: below.map(() => 500),
      sizesPx: below,
      gapPx: below.map((size) => size * 0.62),
    }
    const partsOf = (...units: readonly UnitMeasure[]) =>
      split(units, lower).parts.map(({ from, to, step }) => [from, to, below[step]])
    const six = Array.from({ length: 6 }, () => tall(1))

    it('gives that one a slide and a size of its own, and the others keep theirs', () => {
      const [before, giant, after] = partsOf(...six, tall(20), ...six)
      expect(giant).toEqual([6, 7, 14])
      expect(before?.[2]).toBeGreaterThan(27)
      expect(after?.[2]).toBe(before?.[2])
    })

    it('leaves “label：” before it, and a line after it, on its slide', () => {
      expect(partsOf(...six, tall(1, { leads: true }), tall(16), tall(1))).toEqual([
        [0, 6, expect.any(Number)],
        [6, 9, 17],
      ])
    })

    it('gives pieces that follow one another one size', () => {
      expect(partsOf(tall(26), tall(16), tall(20)).map(([, , size]) => size)).toEqual([12, 12, 12])
    })
  })

  it('takes time in proportion to the units', () => {
    const units = (count: number) => Array.from({ length: count }, (_, index) => unit(1 + (index % 4)))
    expect(split(units(5000)).parts.at(-1)?.to).toBe(5000)
  })
})

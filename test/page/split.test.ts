import { describe, expect, it } from 'vitest'
import { type Box, splitUnits, type UnitMeasure } from '../../src/page/fit/split.js'

const sizes = [37, 30, 27, 24]
const box: Box = {
  heightPx: 500,
  gapPx: sizes.map((size) => size * 0.62),
  fill: 0.72,
  maxPoints: 6,
  floorSteps: 4,
}
const unit = (lines: number, more: Partial<UnitMeasure> = {}): UnitMeasure => ({
  heightPx: sizes.map((size) => size * 1.5 * lines),
  lines: sizes.map(() => lines),
  leads: false,
  leans: false,
  ...more,
})
const split = (units: readonly UnitMeasure[]) => splitUnits(units, sizes.length, box)
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

  it('splits evenly and leaves no short unit alone', () => {
    const parts = sizesOf(Array.from({ length: 13 }, () => unit(1)))
    expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1)
    expect(Math.min(...parts)).toBeGreaterThan(1)
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

  it('takes time in proportion to the units', () => {
    const units = (count: number) => Array.from({ length: count }, (_, index) => unit(1 + (index % 4)))
    expect(split(units(5000)).parts.at(-1)?.to).toBe(5000)
  })
})

import { describe, expect, it } from 'vitest'
import type { Box, Way } from '../../src/page/fit/split/part.js'
import { nextStep } from '../../src/page/fit/split/search.js'

const sizesPx = [44, 37, 30, 27, 24, 20]
const boxAt = (...measured: number[]): Box => {
  const gapPx: number[] = []
  for (const step of measured) gapPx[step] = 20
  return { heightPx: gapPx.map(() => 500), gapPx, sizesPx, fill: 0.72, maxPoints: 6, floorSteps: 5 }
}
const way = (step: number, cost: number, fill: number, fits = true): Way => ({
  step,
  cost,
  fits,
  sizePx: sizesPx[step] ?? 0,
  parts: [{ from: 0, to: 4, step, fill }],
})

describe('the next type size to measure', () => {
  it('is the usual one first', () => {
    expect(nextStep([], boxAt())).toBe(1)
  })

  it('is none where a slide is well filled in it', () => {
    expect(nextStep([way(1, 0.5, 0.7)], boxAt(1))).toBeUndefined()
  })

  it('is a larger one for a slide with little on it, if there is one', () => {
    expect(nextStep([way(1, 20, 0.3)], boxAt(1))).toBe(0)
    expect(nextStep([way(0, 12, 0.4), way(1, 20, 0.3)], boxAt(0, 1))).toBeUndefined()
  })

  it('is a smaller one for a full slide, as long as it could cost less than what is found', () => {
    expect(nextStep([way(1, 60, 0.9)], boxAt(1))).toBe(2)
    expect(nextStep([way(1, 60, 0.9), way(2, 50, 0.8)], boxAt(1, 2))).toBe(3)
    expect(nextStep([way(1, 60, 0.9), way(2, 20, 0.8)], boxAt(1, 2))).toBeUndefined()
  })

  it('is below the theme’s sizes only where none of them fits', () => {
    const none = [1, 2, 3, 4].map((step) => way(step, 0, 1.2, false))
    expect(nextStep(none.slice(0, 2), boxAt(1, 2))).toBe(3)
    expect(nextStep(none, boxAt(1, 2, 3, 4))).toBe(5)
    expect(nextStep([...none.slice(0, 3), way(4, 170, 0.98)], boxAt(1, 2, 3, 4))).toBeUndefined()
    expect(nextStep(none, boxAt(1, 2, 3, 4, 5))).toBeUndefined()
  })
})

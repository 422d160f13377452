import { describe, expect, it } from 'vitest'
import { cutRows } from '../../src/page/fit/rows.js'

const rows = (heightPx: readonly number[], pauses: readonly number[] = []) => ({
  heightPx,
  pauses: new Set(pauses),
})

describe('cutting a table or code into pieces', () => {
  it('takes as few pieces as fit, of about even height', () => {
    expect(cutRows(rows(Array(24).fill(40)), 400)).toEqual([0, 8, 16, 24])
    expect(cutRows(rows(Array(5).fill(40)), 400)).toEqual([0, 5])
  })

  it('cuts where there is a pause, when that fits', () => {
    expect(cutRows(rows(Array(20).fill(20), [8]), 260)).toEqual([0, 8, 20])
    expect(cutRows(rows(Array(20).fill(20), [8]), 210)).toEqual([0, 10, 20])
  })

  it('keeps every row once and in order, and no piece too tall unless a row is', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const heightPx = Array.from(
        { length: 1 + (seed % 37) },
        (_, index) => 10 + ((seed * 31 + index * 17) % 90),
      )
      const cuts = cutRows(rows(heightPx, [seed % 11, seed % 23]), 120)
      expect(cuts[0]).toBe(0)
      expect(cuts.at(-1)).toBe(heightPx.length)
      cuts.slice(1).forEach((to, index) => {
        const piece = heightPx.slice(cuts[index], to)
        expect(piece.length).toBeGreaterThan(0)
        expect(piece.length === 1 || piece.reduce((sum, height) => sum + height) <= 120.5).toBe(true)
      })
    }
  })

  it('gives a row that is too tall by itself a piece of its own', () => {
    expect(cutRows(rows([50, 500, 50]), 100)).toEqual([0, 1, 2, 3])
  })
})

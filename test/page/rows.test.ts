import { describe, expect, it } from 'vitest'
import { cutRows, never, type Rows } from '../../src/page/fit/blocks/rows.js'

const rows = (heightPx: readonly number[], cutCost: Readonly<Record<number, number>> = {}): Rows => ({
  heightPx,
  cutCost: heightPx.map((_, at) => cutCost[at] ?? 0.4),
})

describe('cutting a block into pieces', () => {
  it('takes as few pieces as fit, of about even height', () => {
    expect(cutRows(rows(Array(24).fill(40)), 400)).toEqual([0, 8, 16, 24])
    expect(cutRows(rows(Array(5).fill(40)), 400)).toEqual([0, 5])
  })

  it('cuts where it costs least, when that fits', () => {
    expect(cutRows(rows(Array(20).fill(20), { 8: 0 }), 260)).toEqual([0, 8, 20])
    expect(cutRows(rows(Array(20).fill(20), { 8: 0 }), 210)).toEqual([0, 10, 20])
    expect(cutRows(rows(Array(20).fill(20), { 10: 6 }), 260)).not.toContain(10)
  })

  it('never cuts in a shared cell, unless its rows fit no slide together', () => {
    expect(cutRows(rows(Array(8).fill(50), { 3: never, 4: never, 5: never }), 210)).toEqual([0, 2, 6, 8])
    expect(
      cutRows(
        rows(Array(8).fill(50), Object.fromEntries([...Array(8).keys()].map((at) => [at, never]))),
        210,
      ),
    ).toEqual([0, 4, 8])
  })

  it('leaves no small row alone', () => {
    const bounds = cutRows(rows(Array(11).fill(40)), 400)
    const sizes = bounds.slice(1).map((to, index) => to - (bounds[index] ?? 0))
    expect(sizes).toHaveLength(2)
    expect(Math.min(...sizes)).toBeGreaterThan(4)
  })

  it('counts a blank line only where it stands between two rows of a piece', () => {
    const blocks = { ...rows(Array(10).fill(20), { 5: 0 }), gapPx: Array(10).fill(0).with(5, 20) }
    expect(cutRows(blocks, 100)).toEqual([0, 5, 10])
    expect(cutRows(blocks, 219)).toEqual([0, 5, 10])
    expect(cutRows(blocks, 220)).toEqual([0, 10])
  })

  it('takes a slide more to cut between blocks only, and leaves the shortest for the last', () => {
    const cutCost = Array(24).fill(1.3).with(7, 0).with(16, 0)
    expect(cutRows({ heightPx: Array(24).fill(20), cutCost }, 240)).toEqual([0, 7, 16, 24])
    const even = Array.from({ length: 25 }, (_, at) => (at % 5 === 0 ? 0 : 1.3))
    expect(cutRows({ heightPx: Array(25).fill(20), cutCost: even }, 240)).toEqual([0, 10, 20, 25])
  })

  it('leaves room for what is said again over a piece', () => {
    const said = { ...rows(Array(20).fill(20)), againPx: [150, ...Array(19).fill(60)] }
    expect(cutRows(said, 260)).toEqual([0, 4, 12, 20])
  })

  it('keeps every row once and in order, and no piece too tall unless a row is', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const heightPx = Array.from(
        { length: 1 + (seed % 37) },
        (_, index) => 10 + ((seed * 31 + index * 17) % 90),
      )
      const cuts = cutRows(rows(heightPx, { [seed % 11]: 0, [seed % 23]: 6 }), 120)
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

  it('cuts a hundred thousand rows without taking their square', () => {
    expect(cutRows(rows(Array(100_000).fill(40)), 400)).toHaveLength(10_001)
  })
})

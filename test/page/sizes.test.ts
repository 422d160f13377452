import { describe, expect, it } from 'vitest'
import { costOfPieces, isSparse } from '../../src/page/fit/blocks/sizes.js'

const pieces = (...sizes: readonly number[]) => {
  const bounds = [0]
  for (const size of sizes) bounds.push((bounds.at(-1) ?? 0) + size)
  const heightPx: number[] = Array(bounds.at(-1) ?? 0).fill(10)
  return {
    bounds,
    rows: { heightPx, cutCost: heightPx.map(() => 0) },
    roomPx: 500,
    compared: true,
    cramped: false,
  }
}

describe('the size of type a table is cut for', () => {
  it('is the one read at ease, unless a smaller one saves more slides than its letters are smaller', () => {
    expect(costOfPieces(pieces(5, 5, 5), 1.25)).toBeLessThan(costOfPieces(pieces(8, 7), 1))
    expect(costOfPieces(pieces(4, 4, 4, 4), 1.25)).toBeGreaterThan(costOfPieces(pieces(8, 8), 1.125))
  })

  it('leaves no row alone that has company in a smaller one, nor a pair where three would do', () => {
    expect(costOfPieces(pieces(1, 1, 1, 1), 1.25)).toBeGreaterThan(costOfPieces(pieces(2, 2), 1))
    expect(costOfPieces(pieces(2, 2, 2), 1.25)).toBeGreaterThan(costOfPieces(pieces(3, 3), 1))
    const lines = { ...pieces(2, 2, 2), compared: false }
    expect(costOfPieces(lines, 1.25)).toBeLessThan(costOfPieces({ ...pieces(3, 3), compared: false }, 1))
  })

  it('is one at which no row is taller than its slide, if there is any', () => {
    const tall = { ...pieces(1, 1), rows: { heightPx: [600, 10], cutCost: [0, 0] } }
    expect(costOfPieces(tall, 1.25)).toBeGreaterThan(costOfPieces(pieces(1, 1), 1))
  })

  it('is smaller where a function of a listing is whole in it', () => {
    const listing = (cutCost: number, ...sizes: readonly number[]) => {
      const { rows, ...others } = pieces(...sizes)
      return { ...others, rows: { ...rows, cutCost: rows.heightPx.map(() => cutCost) }, compared: false }
    }
    expect(costOfPieces(listing(1.3, 4, 4, 4), 1.25)).toBeGreaterThan(costOfPieces(listing(0, 6, 6), 1))
    expect(costOfPieces(listing(0, 4, 4, 4), 1.25)).toBeLessThan(costOfPieces(listing(0, 6, 6), 1))
  })

  it('shows a row or two on a slide as too few', () => {
    expect(isSparse(pieces(2, 2, 2))).toBe(true)
    expect(isSparse(pieces(3, 3))).toBe(false)
    expect(isSparse(pieces(2))).toBe(false)
  })

  it('turns over rather than let words run down narrow columns', () => {
    const cramped = { ...pieces(4, 4), cramped: true }
    expect(isSparse(cramped)).toBe(true)
    expect(costOfPieces(cramped, 1.25)).toBeGreaterThan(costOfPieces(pieces(4, 4, 4), 1.25))
    expect(costOfPieces(cramped, 1.25)).toBeLessThan(costOfPieces(pieces(4, 4, 4, 4), 1.25))
  })
})

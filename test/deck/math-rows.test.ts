import { describe, expect, it } from 'vitest'
import { splitFormula } from '../../src/deck/math-rows.js'

const aligned = (rows: readonly string[]) => `\\begin{aligned}\n${rows.join(' \\\\\n')}\n\\end{aligned}`
const rowsIn = (parts: readonly string[]) =>
  parts
    .flatMap((part) => part.replace(/\\(begin|end)\{aligned\}/g, '').split('\\\\'))
    .map((row) => row.trim())

describe('a formula of many rows', () => {
  it('becomes formulas of even size, each row in one of them', () => {
    const rows = Array.from({ length: 30 }, (_, index) => `x_{${index}} &= ${index}`)
    const parts = splitFormula(aligned(rows))
    expect(parts).toHaveLength(4)
    expect(rowsIn(parts)).toEqual(rows)
  })

  it('counts fractions and sums twice', () => {
    expect(splitFormula(aligned(Array(8).fill('x &= y')))).toHaveLength(1)
    expect(splitFormula(aligned(Array(8).fill('x &= \\frac{a}{b}')))).toHaveLength(2)
  })

  it('is not cut inside braces or inside another environment', () => {
    const matrix = 'A &= \\begin{pmatrix} 1 \\\\ 2 \\\\ 3 \\end{pmatrix}'
    const parts = splitFormula(aligned(Array(12).fill(matrix)))
    expect(parts.length).toBeGreaterThan(1)
    for (const part of parts) expect(part.split('\\begin').length).toBe(part.split('\\end').length)
  })

  it.each(['a = b', aligned(['a &= b', '&= c']), '\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}'])(
    '%s stays whole',
    (tex) => {
      expect(splitFormula(tex)).toEqual([tex])
    },
  )
})

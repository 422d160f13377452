import { describe, expect, it } from 'vitest'
import { margin, numberHeight, planSheet } from '../../src/page/sheet-plan.js'

const papers = { a4: { width: 210, height: 297 }, letter: { width: 215.9, height: 279.4 } }
const ratios = { '16:9': 9 / 16, '4:3': 3 / 4, '9:16': 16 / 9 }
const cases = Object.entries(papers).flatMap(([name, paper]) =>
  Object.entries(ratios).flatMap(([aspect, ratio]) =>
    ([1, 2, 3, 6] as const).map((perPage) => ({ name, paper, aspect, ratio, perPage })),
  ),
)

describe.each(cases)('$perPage slides of $aspect on $name', ({ paper, ratio, perPage }) => {
  const plan = planSheet({ paper, perPage }, ratio)

  it('stand in the margins, none over another, in their own shape', () => {
    const rows = Math.ceil(perPage / plan.columns)
    const right = margin.side + (plan.columns - 1) * plan.across + plan.cellWidth
    const foot = margin.top + (rows - 1) * plan.down + plan.cellHeight
    expect(right).toBeLessThanOrEqual(paper.width - margin.side + 0.001)
    expect(foot).toBeLessThanOrEqual(paper.height - margin.bottom + 0.001)
    expect(plan.slideHeight / plan.slideWidth).toBeCloseTo(ratio)
    expect(plan.slideWidth).toBeLessThanOrEqual(plan.cellWidth)
    expect(numberHeight + plan.slideHeight).toBeLessThanOrEqual(plan.cellHeight + 0.001)
  })

  it('leave the room for notes free, and take half of their place or more', () => {
    const { left, top, width, height } = plan.notes
    const isBeside = left >= plan.slideWidth
    const isBelow = top >= numberHeight + plan.slideHeight - 0.001
    expect(isBeside || isBelow).toBe(true)
    expect(left + width).toBeLessThanOrEqual(plan.cellWidth + 0.001)
    expect(top + height).toBeLessThanOrEqual(plan.cellHeight + 0.001)
    expect(plan.slideWidth / plan.cellWidth).toBeGreaterThan(0.48)
  })
})

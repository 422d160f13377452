import { describe, expect, it } from 'vitest'
import { collectLetters } from '../../src/deck/letters.js'

describe('letters', () => {
  it('of small print are in the face of labels, and in no other heavy one', () => {
    const { label, display, text } = collectLetters(['<p class="kicker"><span>Q</span></p><p>Z</p>'], [])
    expect([label.has('Q'), display.has('Q'), text.has('Q')]).toEqual([true, false, true])
    expect(label.has('Z')).toBe(false)
  })

  it('that a style sheet adds are in every face but that of code', () => {
    const { label, remark, code } = collectLetters([], ['p::before { content: "W" }'])
    expect([label.has('W'), remark.has('W'), code.has('W')]).toEqual([true, true, false])
  })
})

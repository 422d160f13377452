import { describe, expect, it } from 'vitest'
import { collectLetters } from '../../src/deck/letters.js'

describe('letters', () => {
  it('of small print are in the face of labels, and in no other heavy one', () => {
    const { label, display, text } = collectLetters(['<p class="kicker"><span>Q</span></p><p>Z</p>'], [])
    expect([label.has('Q'), display.has('Q'), text.has('Q')]).toEqual([true, false, true])
    expect(label.has('Z')).toBe(false)
  })

  it('of captions, subtitles and tables are in the face of labels, in which a theme may set them', () => {
    const html =
      '<p class="subtitle">S</p><figcaption>C</figcaption><table><tr><th>H</th></tr><tr><td><b>D</b></td></tr></table><p>Z</p>'
    const { label, display } = collectLetters([html], [])
    expect([...'SCHD'].filter((letter) => !label.has(letter))).toEqual([])
    expect([label.has('Z'), display.has('S'), display.has('C')]).toEqual([false, false, false])
  })

  it('that a style sheet adds are in every face but that of code', () => {
    const { label, remark, code } = collectLetters([], ['p::before { content: "W" }'])
    expect([label.has('W'), remark.has('W'), code.has('W')]).toEqual([true, true, false])
  })
})

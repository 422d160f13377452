import { describe, expect, it } from 'vitest'
import { findLetterSeams, findSeams, seamCosts } from '../../src/page/fit/texts/seams.js'

/** The text with a mark at each place: ‖ after a sentence, | after a clause, · between words. */
function mark(text: string): string {
  const marks = new Map<number, string>([
    [seamCosts.sentence, '‖'],
    [seamCosts.clause, '|'],
    [seamCosts.word, '·'],
  ])
  const seams = findSeams(text)
  return [0, ...seams.map(({ at }) => at)]
    .map((from, index) => {
      const cost = seams[index]?.cost
      return text.slice(from, seams[index]?.at) + (cost === undefined ? '' : (marks.get(cost) ?? '?'))
    })
    .join('')
}

describe('the places where a text may be cut', () => {
  it.each([
    ['他说：“算力不够。”然后呢？没有了', '他说：|“算力不够。”‖然后呢？‖没有了'],
    ['去重、去毒，再训练；先这样……完', '去重、|去毒，|再训练；‖先这样……‖完'],
    ['One thing. “And two,” he said. Three', 'One ·thing. ‖“And ·two,” |he ·said. ‖Three'],
    ['Dr. Lee met J. Smith. They spoke', 'Dr. Lee ·met ·J. Smith. ‖They ·spoke'],
    ['with 12 GPUs at $ 5 each', 'with ·12 GPUs ·at ·$ 5 each'],
    ['version 2.5 costs 1,300.50 now', 'version ·2.5 costs ·1,300.50 now'],
  ])('of “%s”', (text, marked) => {
    expect(mark(text)).toBe(marked)
  })

  it('in an endless word are none within a letter', () => {
    for (const letter of ['😀', 'e\u0301', '👩‍🔬']) {
      const text = letter.repeat(40)
      const seams = findLetterSeams(text)
      expect(seams.length).toBeGreaterThan(3)
      expect(seams.filter(({ at }) => at % letter.length !== 0)).toEqual([])
    }
  })
})

import { describe, expect, it } from 'vitest'
import { cutText } from '../../src/page/fit/texts/long.js'
import { findSeams } from '../../src/page/fit/texts/seams.js'

const piecesOf = (text: string) => {
  const cuts = cutText(text, findSeams(text))
  return [...cuts, text.length].map((to, index) => text.slice(cuts[index - 1] ?? 0, to))
}

describe('a text too long for any slide', () => {
  it('is left alone when it is not', () => {
    expect(piecesOf('一句话。'.repeat(800))).toHaveLength(1)
    expect(piecesOf('A sentence. '.repeat(400))).toHaveLength(1)
  })

  it.each([
    ['Chinese', '这一句话说的是同一件事情，没有别的意思。', /。$/],
    ['English', 'This sentence says one thing, and nothing else. ', /\.\s*$/],
    ['clauses', '这一句话没有尽头，', /，$/],
    ['words', 'word and ', /\s$/],
  ])('is cut where a sentence, a clause or a word ends: %s', (_, sentence, end) => {
    const text = sentence.repeat(2500)
    const pieces = piecesOf(text)
    expect(pieces.join('')).toBe(text)
    expect(pieces.length).toBeGreaterThan(3)
    for (const piece of pieces.slice(0, -1)) expect(piece).toMatch(end)
    const longest = Math.max(...pieces.map(({ length }) => length))
    expect(longest).toBeLessThan(1.3 * (text.length / pieces.length))
  })

  it('never is cut inside a letter', () => {
    for (const piece of piecesOf('😀'.repeat(4001))) expect(piece).toMatch(/^\p{Extended_Pictographic}+$/u)
    for (const piece of piecesOf('e\u0301'.repeat(4001))) expect(piece).toMatch(/^e/)
  })
})

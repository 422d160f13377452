// How well the reader tells people whose notes nobody here looked at while it was made. The aims are 95 % of remarks
// hidden and 90 % of what was said kept; where the measured voices are still below, the floors say so and may only rise.
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { judgeVoices, remarksOf, saidOf, shareRight } from './voices/score.js'

const folder = (name: string) => path.join(import.meta.dirname, 'voices', name)

describe.each([
  ['tune', 0.88, 0.97],
  ['measure', 0.81, 0.92],
])('the voices to %s', (name, hidden, kept) => {
  const judged = judgeVoices(folder(name))

  it('have most of their remarks hidden', () => {
    expect(remarksOf(judged).length).toBeGreaterThan(150)
    expect(shareRight(remarksOf(judged))).toBeGreaterThanOrEqual(hidden)
  })

  it('have most of what was said kept', () => {
    expect(shareRight(saidOf(judged))).toBeGreaterThanOrEqual(kept)
  })
})

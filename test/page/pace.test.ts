import { describe, expect, it } from 'vitest'
import { findPace, formatTime, planTimes } from '../../src/page/speaker/pace.js'

const minute = 60_000

describe('the plan of a talk', () => {
  it('gives what is left of the whole to sections without minutes, by their slides, and none to other slides', () => {
    const stretches = [
      { slides: 2, section: false },
      { slides: 1, section: true },
      { slides: 4, section: true, minutes: 5 },
      { slides: 3, section: true },
    ]
    expect(planTimes(stretches, 13)).toEqual([0, 2 * minute, 5 * minute, 6 * minute])
  })

  it('leaves them none where the sections take all, or nobody said how long the whole is', () => {
    const stretches = [
      { slides: 2, section: true, minutes: 8 },
      { slides: 2, section: true },
    ]
    expect(planTimes(stretches, 5)).toEqual([8 * minute, 0])
    expect(planTimes(stretches, undefined)).toEqual([8 * minute, 0])
  })

  it('is none where nothing is planned', () => {
    expect(planTimes([{ slides: 3, section: true }], undefined)).toBeUndefined()
  })
})

describe('the pace', () => {
  const stretches = [
    { slides: 2, section: true },
    { slides: 4, section: true, minutes: 8 },
  ]
  const times = [2 * minute, 8 * minute]
  const ahead = (stretch: number, slide: number, minutes: number) =>
    findPace(times, stretches, { stretch, slide }, minutes * minute).aheadMs / minute

  it('is on time while the slide has its time', () => {
    expect(findPace(times, stretches, { stretch: 1, slide: 1 }, 5 * minute)).toEqual({
      wholeMs: 10 * minute,
      fromMs: 4 * minute,
      toMs: 6 * minute,
      aheadMs: 0,
    })
  })

  it('is ahead before that, behind after', () => {
    expect(ahead(1, 1, 3)).toBe(1)
    expect(ahead(1, 1, 7.5)).toBe(-1.5)
    expect(ahead(0, 0, 0)).toBe(0)
  })
})

describe('a time', () => {
  it('reads as clocks do', () => {
    expect([0, 999, 61_000, -187_000, 3_753_000].map(formatTime)).toEqual([
      '0:00',
      '0:00',
      '1:01',
      '3:07',
      '1:02:33',
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { elapsedMs, pauseTimer, startTimer, stopped, tellTime } from '../../src/page/speaker/timer.js'

describe('the time of a talk', () => {
  it('goes on from where it was paused', () => {
    const paused = pauseTimer(startTimer(stopped, 1000), 61_000)
    expect(elapsedMs(paused, 500_000)).toBe(60_000)
    expect(elapsedMs(startTimer(paused, 500_000), 515_000)).toBe(75_000)
  })

  it('starts once, however often it is started', () => {
    expect(elapsedMs(startTimer(startTimer(stopped, 0), 5000), 9000)).toBe(9000)
  })

  it('is told in minutes and seconds, and in hours from the first one on', () => {
    expect([0, 75_000, 3_600_000, 3_725_000].map(tellTime)).toEqual(['0:00', '1:15', '1:00:00', '1:02:05'])
  })
})

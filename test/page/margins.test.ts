import { describe, expect, it } from 'vitest'
import { marginGapPx, placeInMargin } from '../../src/page/fit/margins.js'

const remark = (wantedPx: number, heightPx: number) => ({ wantedPx, heightPx })

describe('remarks in a margin', () => {
  it('stand beside their points where there is room', () => {
    expect(placeInMargin([remark(0, 50), remark(200, 80)], 500)).toEqual([0, 200])
  })

  it('move down rather than over one another', () => {
    expect(placeInMargin([remark(10, 100), remark(40, 50)], 500)).toEqual([10, 110 + marginGapPx])
  })

  it('move up rather than out at the foot, and push up those before them', () => {
    expect(placeInMargin([remark(380, 60), remark(400, 100)], 500)).toEqual([340 - marginGapPx, 400])
  })
})

import { describe, expect, it } from 'vitest'
import { chooseSeams, type Lines, type Seam } from '../../src/page/fit/texts/choose-seams.js'
import { seamCosts } from '../../src/page/fit/texts/seams.js'

const linePx = 40

/** A text of so many lines with a place to cut after every `every` of them; at the end of a line unless it is a fraction. */
function textOf(lines: number, every: number, cost: (index: number) => number = () => 1): Lines {
  const seams: Seam[] = []
  for (let at = every; at < lines - 0.01; at += every)
    seams.push({
      endPx: Math.ceil(at - 0.001) * linePx,
      startPx: Math.floor(at + 0.001) * linePx,
      atPx: at * linePx,
      cost: cost(seams.length),
    })
  return { seams, heightPx: Math.ceil(lines) * linePx, reachPx: lines * linePx, linePx, roomPx: 10 * linePx }
}

/** Lines of each piece. */
function piecesOf(lines: Lines): readonly number[] {
  const cuts = chooseSeams(lines).map((at) => (lines.seams[at]?.atPx ?? 0) / linePx)
  const ends = [...cuts, lines.reachPx / linePx]
  return ends.map((end, index) => Math.round((end - (cuts[index - 1] ?? 0)) * 10) / 10)
}

describe('cutting a text into pieces', () => {
  it('leaves one that stands on a slide whole', () => {
    expect(chooseSeams(textOf(10, 1))).toEqual([])
  })

  it('makes pieces of even height, none of a line or two left over', () => {
    expect(piecesOf(textOf(12, 1))).toEqual([6, 6])
    expect(piecesOf(textOf(11, 1))).toEqual([5, 6])
    expect(piecesOf(textOf(29, 1))).toEqual([10, 9, 10])
  })

  it('fills two slides to their last lines rather than make one more', () => {
    expect(piecesOf(textOf(20, 1))).toEqual([10, 10])
  })

  it('prefers the end of a sentence to evenness, but not by many lines', () => {
    const nearby = textOf(16, 1, (index) => (index === 8 ? 1 : 40))
    expect(piecesOf(nearby)).toEqual([9, 7])
    const far = textOf(19, 1, (index) => (index === 9 ? 8 : index === 1 ? 1 : 8))
    expect(piecesOf(far)[0]).toBeGreaterThan(8)
  })

  it('cuts within a sentence only where no end of one will do', () => {
    const { sentence, clause, word } = seamCosts
    const ended = textOf(12, 1, (index) => (index === 2 ? sentence : index === 5 ? clause : word))
    expect(piecesOf(ended)).toEqual([3, 9])
    const unended = textOf(14, 1, (index) => (index === 1 ? sentence : index === 6 ? clause : word))
    expect(piecesOf(unended)).toEqual([7, 7])
  })

  it('never leaves less than two lines, wherever the best place is', () => {
    const tempting = textOf(11, 1, (index) => (index === 0 || index === 9 ? 0 : 1000))
    for (const lines of piecesOf(tempting)) expect(lines).toBeGreaterThanOrEqual(2)
  })

  it('counts a piece that begins in the middle of a line by its own lines', () => {
    const pieces = piecesOf({ ...textOf(27.5, 0.5), roomPx: 10 * linePx })
    expect(pieces).toHaveLength(3)
    for (const lines of pieces) expect(lines).toBeLessThanOrEqual(9.8)
  })

  it('keeps the last piece short where more stands under it', () => {
    const pieces = piecesOf({ ...textOf(24, 0.5), lastRoomPx: 4 * linePx })
    expect(pieces.at(-1)).toBeLessThanOrEqual(4)
    expect(Math.max(...pieces)).toBeLessThanOrEqual(9.8)
  })

  it('lets the last piece be longer where else it would begin within a sentence', () => {
    const costOf = (at: number) => (at === 7 ? seamCosts.sentence : seamCosts.word)
    const text = { ...textOf(13, 1, costOf), lastRoomPx: 4 * linePx }
    expect(piecesOf(text).at(-1)).toBeLessThanOrEqual(4)
    expect(piecesOf({ ...text, wideLastRoomPx: 5 * linePx })).toEqual([8, 5])
    const even = { ...textOf(13, 1), lastRoomPx: 4 * linePx }
    expect(piecesOf({ ...even, wideLastRoomPx: 5 * linePx })).toEqual(piecesOf(even))
  })

  it('cuts a text of thousands of lines in no time, every piece on a slide', () => {
    const pieces = piecesOf(textOf(5000, 0.25, (index) => (index % 3 === 0 ? 1 : 8)))
    expect(Math.max(...pieces)).toBeLessThanOrEqual(10)
    expect(Math.min(...pieces)).toBeGreaterThan(7)
  })
})

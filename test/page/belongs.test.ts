import { describe, expect, it } from 'vitest'
import { findBonds } from '../../src/page/fit/split/belongs.js'

const bondsOf = (...lines: readonly string[]) =>
  findBonds(lines.map((line) => ({ text: line.replace('¶', ''), paused: line.startsWith('¶') })))
const boundIn = (...lines: readonly string[]) => bondsOf(...lines).map(({ bound }) => bound)
const leadsIn = (...lines: readonly string[]) => bondsOf(...lines).map(({ leads }) => leads)

describe('units that belong together', () => {
  it('are a label and the short lines under it, up to a much longer one', () => {
    const lines = ['数据飞轮还没转起来', '劣势：', '慢', '贵', '难', '开源模型已经追上了上一代', '短']
    expect(boundIn(...lines)).toEqual([false, false, true, true, true, false, false])
    expect(boundIn('Costs:', 'slow', 'dear', 'We shipped three times a day, and nobody minded')).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('end at a blank line, at the next label, and after six', () => {
    expect(boundIn('甲：', '一', '¶二')).toEqual([false, true, false])
    expect(boundIn('甲：', '一', '乙：', '二')).toEqual([false, true, false, true])
    expect(boundIn('甲：', ...'一二三四五六七八')).toEqual([
      false,
      ...Array<boolean>(6).fill(true),
      false,
      false,
    ])
    expect(boundIn('没有标签', '一', '二')).toEqual([false, false, false])
  })

  it('are a question and what is said to it', () => {
    expect(leadsIn('开源会不会赢？', '会', '不会')).toEqual([true, false, false])
    expect(leadsIn('Who gets paged?', 'Nobody')).toEqual([true, false])
    // Two in a row wait for one answer; a long thought may end in a question of its own.
    expect(leadsIn('谁？', '为什么？', '我们')).toEqual([false, true, false])
    expect(leadsIn(`${'这个过程比想象的要难得多，'.repeat(9)}你们觉得呢？`, '会')).toEqual([false, false])
  })

  it('are a line that has not ended and the block after it, blank line or not', () => {
    const opensIn = (...lines: readonly string[]) =>
      findBonds(
        lines.map((line) => ({
          text: line.replace('¶', ''),
          paused: line.startsWith('¶'),
          block: line.endsWith('{}'),
        })),
      ).map(({ opens }) => opens)
    expect(opensIn('一句', '程序只有几行', '¶f{}', '¶规律很简单', '¶g{}')).toEqual([
      false,
      true,
      false,
      true,
      false,
    ])
    expect(opensIn('It is this:', 'f{}')).toEqual([true, false])
    expect(opensIn('It is done.', '¶f{}', '说完了。”', 'g{}')).toEqual([false, false, false, false])
    // Close under one block and apart from the next, it says what the first one is.
    expect(opensIn('¶f{}', 'the first', '¶g{}', 'the second')).toEqual([false, false, false, false])
  })
})

import { describe, expect, it } from 'vitest'
import { findLetters, foldLetters } from '../../src/page/search/letters.js'

/** What stands at the matches, as it stands in the texts. */
const found = (texts: readonly string[], wanted: string) =>
  findLetters(foldLetters(texts), wanted).map(([first, last]) =>
    texts
      .map((text, index) =>
        text.slice(
          index === first.text ? first.from : index < first.text ? text.length : 0,
          index === last.text ? last.to : index > last.text ? 0 : text.length,
        ),
      )
      .join(''),
  )

describe('letters to search by', () => {
  it('run on from one text to the next', () => {
    expect(found(['大语', '言模型的', '推理'], '语言模型')).toEqual(['语言模型'])
    expect(found(['a ', 'large', ' model'], 'large model')).toEqual(['large model'])
  })

  it('know no capitals, no width and no amount of white space', () => {
    expect(found(['Open\n  AI 的 ＧＰＴ－４'], 'open ai的gpt-4')).toEqual(['Open\n  AI 的 ＧＰＴ－４'])
    expect(found(['大模型 AI 芯片'], 'AI芯片')).toEqual(['AI 芯片'])
    expect(found(['大模型AI芯片'], '模型 ai 芯片')).toEqual(['模型AI芯片'])
  })

  it('keep words of Latin letters apart', () => {
    expect(found(['in form', 'a talk'], 'inform')).toEqual([])
    expect(found(['co\u00ADop\u200Beration'], 'cooperation')).toEqual(['co\u00ADop\u200Beration'])
  })

  it('may lie beyond the first plane, or become several', () => {
    expect(found(['🦾𠮷野家'], '𠮷野')).toEqual(['𠮷野'])
    expect(found(['甲㈱乙'], '(株)乙')).toEqual(['㈱乙'])
  })

  it('are never matched over one another, nor by nothing', () => {
    expect(found(['哈哈哈哈哈'], '哈哈')).toEqual(['哈哈', '哈哈'])
    expect(found(['a b'], '  ')).toEqual([])
  })
})

// What people really type, and Markdown or a hasty rule would lose, glue together or leak.
import { describe, expect, it } from 'vitest'
import { allRemarks, parseText, pointsOf } from '../helpers/notes.js'

const sectionsOf = (source: string) => parseText(source).notes.sections
const said = (source: string) =>
  sectionsOf(source).flatMap((section) => pointsOf(section.units).map((point) => point.text))
const remarks = (source: string) => allRemarks(sectionsOf(source)).map((remark) => remark.text)
const allHtml = (source: string) =>
  sectionsOf(source)
    .flatMap((section) => section.units.map((unit) => unit.html))
    .join('\n')

describe('what is private', () => {
  it('between private comments, all of it', () => {
    const source = '# S\na\n<!-- private -->\ngossip\n- more\n<!-- /private -->\nb'
    expect(said(source)).toEqual(['a', 'b'])
    expect(remarks(source)).toEqual(['gossip', 'more'])
  })

  it('in a heading, at any depth', () => {
    const source = '# 百度（我去晚了）\na\n\n## API (really?)\nb\n\n# B\nc'
    expect(sectionsOf(source).map((section) => section.title.text)).toEqual(['百度', 'B'])
    expect(remarks(source)).toEqual(['我去晚了', 'really?'])
  })

  it('in quotes and tables', () => {
    const source = '# S\n> quoted (I think he is lying)\n\n| a | b |\n|---|---|\n| x (I doubt it) | 2 |'
    expect(allHtml(source)).not.toMatch(/lying|doubt/)
    expect(remarks(source)).toEqual(['I think he is lying', 'I doubt it'])
  })

  it('in a bracket that goes over two lines, or is never closed', () => {
    expect(said('# S\n说了一（我觉得这里\n跨了一行）说了二\n三')).toEqual(['说了一说了二', '三'])
    expect(said('# S\n产品A（我不信\n二')).toEqual(['产品A', '二'])
  })

  it('from Note: to the end of the paragraph', () => {
    const source = '# S\na\nNote: first\nsecond line\n\nb'
    expect(said(source)).toEqual(['a', 'b'])
    expect(remarks(source)).toEqual(['first', 'second line'])
  })
})

describe('what is private, and hard to see', () => {
  it('between markers inside a list, after text, in capitals, and on one line', () => {
    expect(said('# S\n- a\n  <!-- Private -->\n  secret\n  <!-- /private -->\n- b').join()).not.toContain(
      'secret',
    )
    expect(said('# S\ntext <!-- private -->\nsecret\n<!-- /private -->\nb')).toEqual(['text', 'b'])
    expect(said('# S\n<!-- private --> x <!-- /private --> said')).toEqual(['said'])
  })

  it('in a comment over several lines', () => {
    expect(said('# S\na\n<!-- TODO\nsecret\n-->\nb')).toEqual(['a', 'b'])
  })

  it('in a bracket over many lines, of any kind, with a smiley or a number in it', () => {
    expect(said('# S\n说（我觉得\n这里\n不行？）完')).toEqual(['说完'])
    expect(said('# S\nb [我觉得 1) 太贵 2) 太慢] c')).toEqual(['b c'])
    expect(said('# S\nRevenue (excluding VAT and\nshipping costs) grew')).toEqual([
      'Revenue (excluding VAT and shipping costs) grew',
    ])
  })

  it('by its mark under a list item and in a quote', () => {
    for (const source of [
      '- a\n  // secret',
      '- a\n  备注：secret',
      '> q\n> // secret',
      '> Note: secret\n\na',
    ]) {
      const { notes } = parseText(`# S\n${source}`)
      const shown = notes.sections.flatMap((section) => section.units.map((unit) => unit.text)).join('\n')
      expect(shown, source).not.toContain('secret')
    }
    expect(said('# S\n//这个只有3.5分\na')).toEqual(['a'])
    expect(said('# S\n[我困了][好冷啊] b')).toEqual(['b'])
  })
})

describe('what was said stays', () => {
  it('when only its bracket is a verdict', () => {
    expect(said('# S\nKubernetes is great (I think this is rubbish)')).toEqual(['Kubernetes is great'])
  })

  it('in calls, indexes and short lists in brackets', () => {
    for (const line of [
      'f(x, y) is slow',
      'use dict[key, value]',
      'three tiers (web, app, db)',
      '三个部门（研发、产品、市场）',
    ]) {
      expect(said(`# S\n${line}`)).toEqual([line])
    }
  })

  it('when words of a verdict mean something else', () => {
    for (const line of [
      '空调太阳能方案',
      '用户没听懂怎么办',
      '没意思的工作交给AI',
      '我认为这是未来 —— 李彦宏',
    ]) {
      expect(said(`# S\n${line}`), line).toEqual([line])
    }
  })

  it('before the first heading, whatever the front matter gives', () => {
    const body = 'First thought\nSecond\n# S\na'
    expect(said(`---\ntitle: X\nsubtitle: Y\n---\n${body}`)).toEqual(['First thought', 'Second', 'a'])
    expect(said(`---\ntitle: X\n---\n${body}`)).toEqual(['First thought', 'Second', 'a'])
    const { notes } = parseText(body)
    expect([notes.title.text, notes.head.subtitle]).toEqual(['First thought', 'Second'])
  })

  it('with < that begins no tag, and after a tag that is never closed', () => {
    for (const line of [
      'List<String> and vec<int>',
      'if a<b then c>d',
      'press <Enter> then <Tab>',
      '<script>alert(1)',
    ]) {
      expect(said(`# S\n${line}\nnext`), line).toEqual([line, 'next'])
    }
    expect(said('# S\n<!-- never closed\nnext')).toEqual(['<!-- never closed', 'next'])
    expect(said('# S\nin `a<b` code')).toEqual(['in a<b code'])
  })

  it('under a list item or a quote as a thought of its own', () => {
    expect(said('# S\n1. 第一点\n其实还有\n2. 第二点\n普通一句话')).toEqual([
      '第一点',
      '其实还有',
      '第二点',
      '普通一句话',
    ])
    expect(said('# S\n> q\nnext line')).toEqual(['next line'])
    expect(said('# S\n- one\n  goes on\n- two')).toEqual(['one goes on', 'two'])
  })

  it('with --- under it as a thought, not a heading', () => {
    expect(said('# S\n第一个想法\n---\n第二个想法\n---\n第三个')).toEqual([
      '第一个想法',
      '第二个想法',
      '第三个',
    ])
  })

  it('with its own numbers, boxes, tildes and stray marks', () => {
    const markers = pointsOf(sectionsOf('# S\n7. a\n2026. b\n\n1) c')[0]?.units ?? []).map(
      (point) => point.marker,
    )
    expect(markers).toEqual(['7.', '2026.', '1)'])
    for (const line of ['约~10人和~20人', '……', '[1]: https://e.org', '[^1]: note'])
      expect(said(`# S\n${line}`)).toEqual([line])
  })

  it('after a fence in a list item, and in notes that start with a rule', () => {
    expect(said('# S\n- ```\n  c\n  ```\n\nvector<int> a')).toContain('vector<int> a')
    expect(said('---\n普通一行\n---\nx')).toEqual(['普通一行', 'x'])
    expect(sectionsOf('---\n# 张三\nhello\n---').map((section) => section.title.text)).toEqual(['张三'])
  })

  it('in the order and as often as it was typed, whatever stands in a list', () => {
    expect(said('# S\n- a\n  - b\nc')).toEqual(['a', 'b', 'c'])
    expect(said('# S\n- a\nc\n  - b')).toEqual(['a', 'c', 'b'])
  })

  it('in code, quotes and tables inside a list item', () => {
    const units = sectionsOf('# S\n- a\n\n  ```js\n  let x\n  ```\n- b')[0]?.units ?? []
    expect(units.map((unit) => unit.kind)).toEqual(['point', 'code', 'point'])
  })
})

describe('a paragraph', () => {
  it('that an editor wrapped is one thought again', () => {
    const lines = [
      'We learned on the second day that the queue in front of the store',
      'was never the problem; the clients were retrying all at once, and',
      'the store did exactly what it had been asked to do by each of them',
      'in turn.',
    ]
    expect(said(`# S\n${lines.join('\n')}`)).toEqual([lines.join(' ')])
    const chinese = [
      '这一段文字是编辑器自动折行得到的结果所以每一行的长度几乎完全一样',
      '并且没有一行是以句号结尾的这样的段落应当合并成为一个完整的想法才',
      '对。',
    ]
    expect(said(`# S\n${chinese.join('\n')}`)).toEqual([chinese.join('')])
  })

  it('of long thoughts stays one thought a line', () => {
    const lines = [
      'first: a rather long thought about queues and what they do to us all.',
      'second: another long thought, which ends as a sentence should end too.',
      'third: short',
    ]
    expect(said(`# S\n${lines.join('\n')}`)).toEqual(lines)
  })
})

describe('Markdown among Chinese', () => {
  it('is bold after a colon, a quotation mark or a bracket', () => {
    expect(allHtml('# S\n**加粗：**紧跟中文，这是**“重点”**内容，**结论（原话）**是')).toBe(
      '<strong>加粗：</strong>紧跟中文，这是<strong>“重点”</strong>内容，<strong>结论（原话）</strong>是',
    )
  })

  it('ends an address where Chinese begins', () => {
    expect(allHtml('# S\n访问https://example.com/docs，里面有说明')).toContain(
      'href="https://example.com/docs"',
    )
  })
})

describe('the last paragraph', () => {
  it('is the note-taker’s own word when only there somebody says I', () => {
    const told = '# 甲\n先把数据放到一处\n再让每个人看得懂\n\n'
    expect(said(`${told}四十场听下来，我记住的全是小事。回去先改按钮。`)).toEqual([
      '先把数据放到一处',
      '再让每个人看得懂',
    ])
    expect(remarks(`${told}四十场听下来，我记住的全是小事。回去先改按钮。`).join('')).toContain(
      '回去先改按钮',
    )
    expect(said('# A\nsix queues, one workload\n\nI still think of the tape robot.')).toEqual([
      'six queues, one workload',
    ])
  })

  it('stays when it is about us, quoted, or in the voice of all the notes', () => {
    for (const source of [
      '# 甲\n先把数据放到一处\n\n我们按月对账，错了当天改',
      '# 甲\n先把数据放到一处\n\n她说“我不信平均数”',
      '# A\nI wrote the parser in Go\n\nI moved it to Rust in 2023',
      '# A\nI moved the parser to Rust',
    ]) {
      expect(remarks(source), source).toEqual([])
    }
  })
})

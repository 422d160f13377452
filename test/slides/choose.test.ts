import { describe, expect, it } from 'vitest'
import { planSlides } from '../../src/slides/plan.js'
import { parseText } from '../helpers/notes.js'

const slidesOf = (body: string, head = '') =>
  planSlides(parseText(`${head}# 甲\n${body}`).notes).slides.filter(({ section }) => section)
const layoutsOf = (body: string) => slidesOf(body).map(({ layout }) => layout)

const filler = ['先把数据放到一处', '再让每个人看得懂', '账要每天对一遍', '错了当天改掉', '月底不用再加班']

describe('the layout each thought gets', () => {
  it.each([
    ['statement', '**谁来出题，比谁答得好更要紧**'],
    ['statement', '不许再用邮件发表格了！'],
    ['cards', '难处：贵；慢；没人懂'],
    ['number', '退货率降了 62%'],
    ['compare', '以前人找数，现在数找人'],
    ['compare', '人找数 -> 数找人'],
    ['compare', '瓶颈不是算力，而是数据'],
    ['compare', '自建 vs 采购'],
    ['table', '\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n'],
    ['code', '\n```js\na()\nb()\nc()\n```\n'],
    ['quote', '\n> 先做，再问。\n> —— 祁远山\n'],
    ['figure', '\n![港口](a.png)\n'],
  ])('%s, of %j', (layout, line) => {
    const body = [...filler.slice(0, 2), line, ...filler.slice(2), '最后一句'].join('\n')
    expect(layoutsOf(body)).toContain(layout)
  })

  it.each([
    '2023年开始的项目',
    '周三 10:30 在二楼',
    'GLM-130B 对标 GPT3',
    '第3天就上线了',
    '从3月到5月',
    '详见 https://e.org/a->b',
    '从2019年到现在他们一共换过三次供应商才稳定下来',
  ])('points, of %j', (line) => {
    expect(new Set(layoutsOf([...filler.slice(0, 2), line, ...filler.slice(2)].join('\n')))).toEqual(
      new Set(['section', 'points']),
    )
  })

  it('is rare for few: one in five units, two in a section, never twice in a row', () => {
    const loud = Array.from({ length: 30 }, (_, index) => `${'好'.repeat(6 + (index % 5))}！`).join('\n')
    const chosen = layoutsOf(loud)
    expect(chosen.filter((layout) => layout === 'statement').length).toBeLessThanOrEqual(2)
    expect(chosen.join(' ')).not.toContain('statement statement')
  })

  it('leaves no lone short thought on a slide of points', () => {
    for (let place = 0; place < filler.length; place++) {
      const body = filler.toSpliced(place, 0, '退货率降了 62%').join('\n')
      const bare = slidesOf(body).filter(
        ({ layout, view }) =>
          layout === 'points' && Array.isArray(view['units']) && view['units'].length === 1,
      )
      expect(bare, body).toEqual([])
    }
  })

  it('keeps a section of three thoughts on one slide', () => {
    expect(layoutsOf('退货率降了 62%\n人找数 -> 数找人\n先把数据放到一处')).toEqual(['points'])
    expect(layoutsOf('Who: nine people\nWhat: an editor\nWhy: late invoices')).toEqual(['cards'])
  })

  it('lifts nothing out of what the author keeps together, and dresses it as a whole', () => {
    const kept = ['难处：贵；慢；没人懂', '退货率降了 62%', ...filler].join('\n')
    expect(layoutsOf(kept)).toContain('cards')
    expect(layoutsOf(`<!-- keep -->\n${kept}`)).toEqual(['section', 'points'])
    const row = '短：一句\n长：两句\n更长：三句\n最长：四句'
    expect(layoutsOf(`<!-- keep -->\n${row}`)).toEqual(['section', 'cards'])
    expect(layoutsOf(`<!-- keep -->\n<!-- layout: number -->\n${kept}`)).toContain('number')
  })

  const unitsOf = (body: string) =>
    slidesOf(body).map(({ layout, view }) => [
      layout,
      Array.isArray(view['units']) ? view['units'].length : 0,
    ])
  const grid = '| 甲 | 乙 |\n|---|---|\n| 1 | 2 |'
  const fence = '```js\na()\nb()\nc()\n```'

  it('takes a line that leads to a block onto its slide, not onto that of the block before', () => {
    const between = (line: string) =>
      unitsOf(`<!-- layout: section -->\n${filler.join('\n')}\n${line}`).slice(2)
    expect(between(`就完了。\n\n${grid}\n\n程序只有几行\n\n${fence}`)).toEqual([
      ['table', 1],
      ['code', 2],
    ])
    expect(between(`就完了。\n\n${grid}\n\n错了就改\n程序如下：\n${fence}`)).toEqual([
      ['table', 2],
      ['code', 2],
    ])
    expect(between(`就完了。\n\n${grid}\n\n程序只有几行。\n\n${fence}`)).toEqual([
      ['table', 2],
      ['code', 1],
    ])
    expect(between(`就完了。\n\n${fence}\n这是旧的\n\n${fence}`)).toEqual([
      ['code', 2],
      ['code', 1],
    ])
  })

  it('takes the last of several lines that leads to a block', () => {
    const endsOf = (line: string) => unitsOf(`${[...filler, line].join('\n')}\n\n${grid}`).slice(-2)
    expect(endsOf('三年的账都在这里')).toEqual([
      ['points', 4],
      ['table', 2],
    ])
    expect(endsOf('三年的账说完了。')).toEqual([
      ['points', 5],
      ['table', 1],
    ])
  })

  it('is a panel only where the section is called one', () => {
    const talk = '该不该值夜班？\n第一，该\n第二，先跟三次\n别的再说\n还有一句\n'
    expect(layoutsOf(talk)).not.toContain('panel')
    const panel = planSlides(parseText(`# 圆桌讨论\n${talk}`).notes).slides.find(
      ({ layout }) => layout === 'panel',
    )
    expect(panel?.view).toMatchObject({
      question: '该不该值夜班？',
      answers: [{ html: '第一，该' }, { html: '第二，先跟三次' }],
    })
  })

  const panelsOf = (source: string) =>
    planSlides(parseText(source).notes)
      .slides.filter(({ layout }) => layout === 'panel')
      .map(({ view }) => Array.isArray(view['answers']) && view['answers'].length)

  it('is a panel however long the answers and the question are', () => {
    const answer = `张三：${'先让人做，机器在旁边看，看三个月。'.repeat(30)}`
    const question =
      '开源会不会赢，如果会，那么闭源公司怎么活下去，特别是那些没有云、没有流量入口、又融了很多轮的公司，他们的出路在哪里？'
    expect(panelsOf(`# 圆桌讨论\n${question}\n${answer}\n李四：会\n明年呢？\n${answer}`)).toEqual([2, 1])
    const names = [...'甲乙丙丁戊己庚辛']
    expect(panelsOf(`# 圆桌讨论\n明年呢？\n${names.map((name) => `${name}：难说`).join('\n')}`)).toEqual([8])
  })

  it('has no more answers after a blank line, unless one stands before them all or a name before the answer', () => {
    const lines = ['该不该值夜班？', '该', '不该', '有人鼓掌的一天']
    const of = (...gaps: readonly string[]) =>
      panelsOf(`# 圆桌讨论\n${lines.map((line, at) => line + (gaps[at] ?? '')).join('\n')}`)
    expect(of()).toEqual([3])
    expect(of('', '', '\n')).toEqual([2])
    expect(of('\n', '\n', '\n')).toEqual([3])
    expect(panelsOf('# 圆桌讨论\n该不该值夜班？\n张三：该\n\n李四：不该')).toEqual([2])
  })
})

describe('slide ids', () => {
  const ids = (source: string) => planSlides(parseText(source).notes).slides.map(({ id }) => id)
  const before = `# 甲\n${filler.join('\n')}\n# 乙\n${filler.join('\n')}\n退货率降了 62%\n好\n好的`

  it('stay when another section is edited', () => {
    const edited = before.replace(
      '先把数据放到一处',
      '先把所有数据都放到一处\n又多了一句\n难处：贵；慢；没人懂\n还有',
    )
    const own = (all: readonly string[]) => all.filter((id) => id.startsWith('乙'))
    expect(own(ids(edited))).toEqual(own(ids(before)))
    expect(own(ids(before)).length).toBeGreaterThan(2)
  })

  it('stay when a line of the same section is edited, but for the slide that begins with it', () => {
    const edited = before.replace('月底不用再加班\n# 乙', '月底不用再加班了\n# 乙')
    expect(ids(edited)).toEqual(ids(before))
  })

  it('fit the names a PDF may have, written as an address', () => {
    const long = planSlides(
      parseText(`# ${'鹭洲开源社首届年会'.repeat(9)}\n${`${'每一句都很长'.repeat(9)}\n`.repeat(6)}**好**\n`)
        .notes,
    )
    for (const { id } of long.slides) expect(encodeURIComponent(`${id}-12`).length).toBeLessThanOrEqual(127)
  })
})

import { describe, expect, it } from 'vitest'
import type { Block, Unit } from '../../src/notes/notes.js'
import { parseText, pointsOf } from '../helpers/notes.js'

const unitsOf = (source: string): readonly Unit[] =>
  parseText(source).notes.sections.flatMap(({ units }) => units)
const lines = (source: string) => pointsOf(unitsOf(source)).map(({ text }) => text)
const labelOf = (line: string) => pointsOf(unitsOf(`# A\n${line}`))[0]?.label
const titles = (source: string) => parseText(source).notes.sections.map(({ title }) => title.text)

const block = (source: string, kind: Block['kind']) => {
  const found = unitsOf(`# A\n${source}`).find((unit) => unit.kind === kind)
  return found?.kind === 'point' || found?.kind === 'group' ? undefined : found
}

describe('sections', () => {
  it('begin at the level the author names', () => {
    const source = '# Day one\n## Ada\none\n### Detail\ntwo\n## Bo\nthree\n'
    expect(titles(source)).toEqual(['Ada', 'Bo'])
    expect(titles(`---\nsections: 1\n---\n${source}`)).toEqual(['Day one'])
    expect(titles(`---\nsections: 3\n---\n${source}`)).toEqual(['Ada', 'Detail', 'Bo'])
  })

  it('take the facts right under a heading as facts, and nothing after them', () => {
    const { notes } = parseText(
      '# 缓存\n讲者：祁远山\n时间：10:30\nSlides: https://e.org/a.pdf\n命中率：九成\nRole: later\n',
    )
    const [section] = notes.sections
    expect(section?.facts?.map(({ kind, text }) => [kind, text])).toEqual([
      ['speaker', '祁远山'],
      ['time', '10:30'],
      ['slides', 'https://e.org/a.pdf'],
    ])
    expect(section?.units.map(({ text }) => text)).toEqual(['命中率：九成', 'Role: later'])
  })
})

describe('lines of a paragraph', () => {
  const wrapped = [
    'We came in by the back door because the front was still being painted,',
    'and the doors to the hall were kept shut until nine. Coffee was served',
    'under a tent, and the first talk began on time. It was about ferries.',
  ]
  const thoughts = [
    'Ferries run on a timetable older than the harbour office itself',
    'Captains get a tablet with the tide, the wind and nothing else',
    'Passengers ask where the boat is, so they put it on every screen',
  ]

  it('are one thought when an editor wrapped them, and a thought each when not', () => {
    expect(lines(`# A\n${wrapped.join('\n')}`)).toEqual([wrapped.join(' ')])
    expect(lines(`# A\n${thoughts.join('\n')}`)).toEqual(thoughts)
  })

  it('are joined without a space where wide characters meet', () => {
    const chinese = [
      '我们从后门进去，因为前门还在刷漆，一股味道跟着大家进了主会场，',
      '好在没有人在意，屋里暖和，第一场也准时开了。讲的是渡轮的排班，',
      '一张比港务局还老的时刻表，怎么才能换成新的。',
    ]
    expect(lines(`# 甲\n${chinese.join('\n')}`)).toEqual([chinese.join('')])
  })

  it('follow the author’s word against what they look like', () => {
    expect(lines(`---\nlines: points\n---\n# A\n${wrapped.join('\n')}`)).toEqual(wrapped)
    expect(lines('---\nlines: prose\n---\n# A\nshort\nlines')).toEqual(['short lines'])
  })
})

describe('labels', () => {
  it('are short names before a colon', () => {
    expect(labelOf('优势：快、准、省')).toMatchObject({ text: '优势', rest: { text: '快、准、省' } })
    expect(labelOf('**Cost:** three cents')).toMatchObject({ text: 'Cost', rest: { text: 'three cents' } })
    for (const line of [
      '开会时间 10:30 到 11:00',
      'https://e.org/a',
      '比分3:1',
      '这一句话实在太长了根本就不是什么名字：对',
      '谁？：我们',
    ]) {
      expect(labelOf(line), line).toBeUndefined()
    }
  })

  it('list three to six short things, by whichever mark the author uses', () => {
    const items = (line: string) => labelOf(line)?.items?.map(({ text }) => text)
    expect(items('难处：贵；慢；没人懂')).toEqual(['贵', '慢', '没人懂'])
    expect(items('Parts: hull, deck, mast')).toEqual(['hull', 'deck', 'mast'])
    expect(items('场景：绘画/泛娱乐/医疗')).toEqual(['绘画', '泛娱乐', '医疗'])
    expect(items('结论：先跑通，再谈快，因为没有数字之前谈快都是空话，大家散会')).toBeUndefined()
    expect(items('两样：贵；慢')).toBeUndefined()
  })
})

describe('blocks', () => {
  it('know who said a quote, inside it or right below', () => {
    expect(block('> 先做，再问。\n> —— 祁远山', 'quote')?.who?.text).toBe('祁远山')
    expect(block('> Ship it.\n— Nell', 'quote')?.who?.text).toBe('Nell')
    expect(block('> —— 祁远山', 'quote')?.who).toBeUndefined()
  })

  it('keep what somebody is said to have said, and leave no empty quote where all of it was muttered', () => {
    const muttered = '我觉得他只是在卖课，别信'
    const signed = block(`> ${muttered}\n> —— 祁远山`, 'quote')
    expect(signed?.text.trim()).toBe(muttered)
    expect(signed?.remarks).toEqual([])
    const [point, ...others] = unitsOf(`# A\n先做，再问\n> ${muttered}`)
    expect(others).toEqual([])
    expect(point?.kind === 'point' && point.remarks.map(({ text }) => text)).toEqual([muttered])
  })

  it('know the language of code, and a picture on its own line within a paragraph', () => {
    expect(block('```ts {1,3}\nlet a\n```', 'code')?.language).toBe('ts')
    expect(unitsOf('# A\none\n![map](m.png)\ntwo').map(({ kind }) => kind)).toEqual([
      'point',
      'figure',
      'point',
    ])
  })

  it('keep the text of tags that only arrange, and show those that are no tags', () => {
    expect(
      lines(
        '# A\n<div class="x">\ninside\n</div>\n<details open><summary>more</summary>\nvalue of <T> is <none>',
      ),
    ).toEqual(['inside', 'more', 'value of <T> is <none>'])
  })
})

describe('links by reference', () => {
  it('are links, and their definitions are gone', () => {
    const [first, second] = unitsOf(
      '# A\nread [the paper][p] and [notes]\nnot `[p]`\n\n[p]: https://e.org/p "PDF"\n[notes]: ./n.html\n',
    )
    expect(first?.html).toContain('<a href="https://e.org/p" title="PDF">the paper</a>')
    expect(second?.html).toContain('<code>[p]</code>')
    expect(unitsOf('# A\nsee [the paper][p]\n\n[p]: https://e.org')).toHaveLength(1)
  })

  it('without a partner stay as typed', () => {
    expect(lines('# A\nsee [the paper][q]\n\n[p]: https://e.org')).toEqual([
      'see [the paper][q]',
      '[p]: https://e.org',
    ])
  })
})

describe('tables', () => {
  it('keep cells that their head has no column for', () => {
    expect(
      block('| a | b |\n|---|---|\n| 1 | 2 | 3 | 4 |\n| 5 |', 'table')?.text.trim().split(/\s+/),
    ).toEqual(['a', 'b', '1', '2', '|', '3', '|', '4', '5'])
  })

  it('go on after a line that was all remark', () => {
    const table = block('| a | b |\n|---|---|\n| 1 | 2 |\n（我觉得这个不太对）\n| 3 | 4 |', 'table')
    expect(table?.html.match(/<tr>/g)).toHaveLength(3)
    expect(table?.html).not.toContain('|')
    expect(table?.remarks.map(({ text }) => text)).toEqual(['我觉得这个不太对'])
  })
})

describe('footnotes', () => {
  it('stand with the unit that refers to them first, and are numbered in that order', () => {
    const [first, second] = unitsOf('# A\nfast[^b] and small[^a]\nagain[^a]\n\n[^a]: in bytes\n[^b]: p95')
    expect(first).toMatchObject({
      text: 'fast1 and small2',
      footnotes: [
        { mark: '1', text: 'p95' },
        { mark: '2', text: 'in bytes' },
      ],
    })
    expect(second).toMatchObject({ text: 'again2' })
    expect(second).not.toHaveProperty('footnotes')
  })

  it('have all their paragraphs', () => {
    const [unit] = unitsOf('# A\nfast[^b]\n\n[^b]: in bytes\n\n    and in words\n\nnext')
    expect(unit).toMatchObject({ footnotes: [{ mark: '1', text: 'in bytes\nand in words' }] })
  })

  it('without a partner stay as typed', () => {
    expect(lines('# A\nsee [^x]\n\n[^y]: alone')).toEqual(['see [^x]', '[^y]: alone'])
  })
})

describe('positions', () => {
  it('name the line and column of each unit, lists and indented lines included', () => {
    const places = pointsOf(unitsOf('# A\none\n  two\n\n- three\n  - four\n')).map(({ at }) => [
      at.line,
      at.column,
    ])
    expect(places).toEqual([
      [2, 1],
      [3, 3],
      [5, 3],
      [6, 5],
    ])
  })
})

describe('lists', () => {
  it('keep the order of what stands in an item, whatever it is', () => {
    const units = unitsOf(
      '# A\n- step\n\n  a paragraph\n\n  - child\n\n  ```\n  code\n  ```\n\n  - after the code\n- next',
    )
    expect(units.map(({ kind, text }) => [kind, text.trim()])).toEqual([
      ['point', 'step'],
      ['code', 'code'],
      ['point', 'after the code'],
      ['point', 'next'],
    ])
    expect(pointsOf(units).map(({ text }) => text)).toEqual([
      'step',
      'a paragraph',
      'child',
      'after the code',
      'next',
    ])
  })

  it('show a box once, also with blank lines between the items', () => {
    expect(
      pointsOf(unitsOf('# A\n- [ ] one\n\n- [x] two')).map(({ marker, text }) => [marker, text]),
    ).toEqual([
      ['☐', 'one'],
      ['☑', 'two'],
    ])
  })
})

describe('habits of other tools', () => {
  it('a line of hashtags is no heading, a heading in HTML is one', () => {
    expect(titles('# KubeCon\n\n#kubernetes #platform/eng\none\ntwo')).toEqual(['KubeCon'])
    expect(titles('<h1 align="center">Tool</h1>\n\n# A\none\n# B\ntwo')).toContain('Tool')
    expect(titles('#智源\n一\n#百度\n二')).toEqual(['智源', '百度'])
  })

  it('a line below a table is no row of it, lines of a quote stay lines, [!note] is a mark', () => {
    expect(unitsOf('# A\n| a | b |\n|---|---|\n| 1 | 2 |\nstill to be seen').map(({ kind }) => kind)).toEqual(
      ['table', 'point'],
    )
    expect(block('> 不是在卖书\n> 是在卖下午', 'quote')?.html).toMatch(/书<br\s?\/?>/)
    expect(block('> [!note] Mind\n> the gap', 'quote')?.text.trim()).toBe('Mind\nthe gap')
  })

  it('a path with a space is a picture in angles, and a line of text without them', () => {
    expect(block('![Alt](<sub dir/x.png>)', 'figure')?.html).toContain('<img')
    expect(lines('# A\n![Alt](sub dir/x.png)')).toEqual(['![Alt](sub dir/x.png)'])
  })
})

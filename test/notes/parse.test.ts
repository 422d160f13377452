import { describe, expect, it } from 'vitest'
import { parseNotes } from '../../src/notes/parse.js'
import { DeckError } from '../../src/shared/problem.js'
import { cpuMs } from '../helpers/cpu-time.js'
import { parseText, pointsOf } from '../helpers/notes.js'

const texts = (source: string) =>
  parseText(source).notes.sections.map((section) => pointsOf(section.units).map((point) => point.text))
const titles = (source: string) => parseText(source).notes.sections.map((section) => section.title.text)
const problemOf = (bytes: Uint8Array) => {
  try {
    parseNotes(bytes, 'talk.md')
  } catch (error) {
    if (error instanceof DeckError) return error.problem
  }
  return undefined
}

describe('notes', () => {
  it('make each line of a paragraph a thought of its own, with its place in the file', () => {
    const { notes } = parseText('# 甲\n第一\n第二\n\n第三')
    expect(pointsOf(notes.sections[0]?.units ?? []).map((point) => [point.text, point.at.line])).toEqual([
      ['第一', 2],
      ['第二', 3],
      ['第三', 5],
    ])
  })

  it('read a list of any depth as points with children', () => {
    expect(texts('# A\n- one\n  - one a\n    - deep\n- two')).toEqual([['one', 'one a', 'deep', 'two']])
  })

  it('render a link that is not allowed as text', () => {
    const { notes } = parseText('# A\n[x](javascript:alert(1)) [y](https://e.org)')
    expect(notes.sections[0]?.units[0]).toMatchObject({ html: 'x <a href="https://e.org">y</a>' })
  })

  it('keep the numbers of an ordered list and the boxes of a task list', () => {
    const { notes } = parseText('# A\n3. three\n4. four\n\n- [x] done\n- [ ] open')
    const marked = pointsOf(notes.sections[0]?.units ?? []).map((point) => [point.marker, point.text])
    expect(marked).toEqual([
      ['3.', 'three'],
      ['4.', 'four'],
      ['☑', 'done'],
      ['☐', 'open'],
    ])
  })

  it('take a lone first H1 with deeper headings below it as the title', () => {
    const source = '# The Day\n\n## Ann\nhello\n\n## Bob\nworld'
    expect(parseText(source).notes.title.text).toBe('The Day')
    expect(titles(source)).toEqual(['Ann', 'Bob'])
  })

  it('take a heading typed without a space', () => {
    expect(titles('#智源\n一\n\n##细节\n二\n\n#百度\n三')).toEqual(['智源', '百度'])
  })

  it('leave # alone inside code and inside a line of thoughts', () => {
    const { notes } = parseText('# A\n用 #标签 分类\n#不是标题的标签行\n\n```\n#include <x>\n```')
    expect(notes.sections).toHaveLength(1)
  })

  it('without any heading are one section called as the file', () => {
    const { notes } = parseText('just a thought\nand another')
    expect(notes.title.text).toBe('Talk')
    expect(texts('just a thought\nand another')).toEqual([['just a thought', 'and another']])
  })

  it('of a title alone are notes too', () => {
    expect(titles('# Only a title')).toEqual(['Only a title'])
  })

  it('accept a byte-order mark and every kind of line end', () => {
    for (const source of ['\uFEFF# A\r\none\r\ntwo', '# A\rone\rtwo', '# A\none\ntwo'])
      expect(texts(source)).toEqual([['one', 'two']])
  })

  it('accept UTF-16 by its mark', () => {
    const little = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('# 甲\n一', 'utf16le')])
    expect(parseNotes(little, 'talk.md').notes.sections[0]?.title.text).toBe('甲')
  })

  it('that are not UTF-8 are refused at the first bad byte', () => {
    const gbk = Buffer.concat([Buffer.from('# 甲\n'), Buffer.from([0xb0, 0xd9, 0xb6, 0xc8])])
    expect(problemOf(gbk)).toMatchObject({
      code: 'notes/not-utf8',
      message: '“talk.md” is not valid UTF-8 at byte 6.',
    })
  })

  it('that are empty or blank are refused with what to write', () => {
    for (const source of ['', '\uFEFF', ' \n\n\t\n'])
      expect(problemOf(Buffer.from(source))?.code).toBe('notes/empty')
  })

  it('drop control characters with a warning', () => {
    const { notes, problems } = parseText('# A\nbe\u0000fore\u0007')
    expect(pointsOf(notes.sections[0]?.units ?? [])[0]?.text).toBe('before')
    expect(problems.map((problem) => problem.code)).toEqual(['notes/control-characters'])
  })

  it('keep template marks as plain text', () => {
    expect(texts('# A\n{{title}} {{{x}}} {{> y}} {% if %} ${z}')).toEqual([
      ['{{title}} {{{x}}} {{> y}} {% if %} ${z}'],
    ])
  })

  it('know their language', () => {
    expect(parseText('# 甲\n大模型的时代来了').notes.lang).toBe('zh-Hans')
    expect(parseText('# 甲\n這個時代來了，應該學').notes.lang).toBe('zh-Hant')
    expect(parseText('# Ann\nretries are a load test').notes.lang).toBe('en')
    expect(parseText('# Ann\nhello', { lang: 'zh-TW' }).notes.lang).toBe('zh-Hant')
    expect(parseText('# Ann\nhello', { lang: 'xx' }).problems.map((problem) => problem.code)).toEqual([
      'notes/unknown-lang',
    ])
  })
})

describe('notes nobody types', () => {
  it('that nest too deep or have too long a line are refused with the limit', () => {
    const refused = (source: string) => problemOf(Buffer.from(source))
    expect(refused(`# S\n${'>'.repeat(50_000)}x`)).toMatchObject({
      code: 'notes/too-deep',
      message: expect.stringContaining('the limit is 100'),
      at: { line: 2 },
    })
    const steps = Array.from({ length: 1500 }, (_, level) => `${'  '.repeat(level)}- x`)
    expect(refused(steps.join('\n'))?.code).toBe('notes/too-deep')
    expect(refused(`# S\n${'字'.repeat(100_001)}`)?.code).toBe('notes/line-too-long')
  })

  it('that are all marks are shown as typed, in time', async () => {
    for (const mark of ['[', '![', '*', '**a ', '`a ', '~~', '<a ', '(', '（', '[a](']) {
      const line = mark.repeat(50_000 / mark.length)
      const ms = await cpuMs(() => expect(parseText(`# S\nx${line}`).notes.sections).toHaveLength(1))
      // Minutes when a pattern backtracks; tens of milliseconds when none does.
      expect(ms, mark).toBeLessThan(5_000)
    }
  })
})

describe('front matter', () => {
  it('gives the head', () => {
    const { notes } = parseText('---\ntitle: 年会\ndate: 2026-05-01\nclosing: false\n---\n# A\nx')
    expect(notes.head).toEqual({ title: '年会', date: '2026-05-01', closing: false })
    expect(notes.sections[0]?.at.line).toBe(6)
  })

  it('warns of an unknown key with its place and the nearest known one', () => {
    expect(parseText('---\ntitle: x\nauthr: me\n---\n# A\nx').problems).toEqual([
      expect.objectContaining({
        code: 'notes/unknown-key',
        message: 'The front matter has no key “authr”.',
        hint: expect.stringContaining('Did you mean “author”?'),
        at: { file: 'talk.md', line: 3, column: 1 },
      }),
    ])
  })

  it('that is no YAML is refused with line and column', () => {
    expect(problemOf(Buffer.from('---\ntitle: "open\n---\n# A\nx'))).toMatchObject({
      code: 'notes/front-matter',
      at: { file: 'talk.md' },
    })
    expect(problemOf(Buffer.from('---\ntitle: a: b\n---\n# A\nx'))?.at?.line).toBe(2)
  })

  it('runs nothing and follows no alias', () => {
    for (const source of ['---\na: &x 1\ntitle: *x\n---\n# A', '---\ntitle: !!js/function "x"\n---\n# A']) {
      expect(problemOf(Buffer.from(source))?.code, source).toBe('notes/front-matter')
    }
    parseText('---\n__proto__: {polluted: 1}\nconstructor: 2\n---\n# A\nx')
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('may have the colons of a Chinese keyboard', () => {
    const { notes, problems } = parseText('---\ntitle：杭州沙龙：前端\nlang： en\n---\n# 张三\n一点')
    expect([notes.title.text, notes.lang, problems]).toEqual(['杭州沙龙：前端', 'en', []])
    // A talk may begin so, under a rule.
    expect(parseText('---\n地点：上海\n---\n# 张三\n一点').notes.head).toEqual({})
  })

  it('says what a key is called that was written in Chinese', () => {
    const [problem] = parseText('---\n标题: 杭州沙龙\n---\n# 张三\n一点').problems
    expect([problem?.code, problem?.hint]).toEqual([
      'notes/unknown-key',
      expect.stringContaining('Did you mean “title”?'),
    ])
  })

  it('that is never closed is read as notes, with a warning', () => {
    expect(parseText('---\ntitle: x\n\n# A\nx').problems.map((problem) => problem.code)).toEqual([
      'notes/unclosed-front-matter',
    ])
  })
})

describe('marks as keyboards type them', () => {
  it('are bullets and headings', () => {
    const typed = '# 赵六\n·一\n• 二\n●三\n\n＃李娜 蚂蚁\n四\n＃ 王五\n五'
    const { notes } = parseText(typed)
    expect(notes.sections.map(({ title }) => title.text)).toEqual(['赵六', '李娜 蚂蚁', '王五'])
    const plain = typed.replace(/^[·•●] ?/gm, '- ').replace(/^＃ ?/gm, '# ')
    const tell = (text: string) =>
      JSON.stringify(parseText(text).notes.sections, (key, value) => (key === 'at' ? undefined : value))
    expect(tell(typed)).toBe(tell(plain))
  })

  it('stay as they are in code, in a line of words, and before nothing', () => {
    const { notes } = parseText('# A\n```\n• x\n```\n\n3·14 is · not\n\n···')
    expect(JSON.stringify(notes)).toContain('• x')
    expect(JSON.stringify(notes)).toContain('3·14 is · not')
    expect(JSON.stringify(notes)).toContain('···')
  })
})

describe('HTML in notes', () => {
  it('can run, load and style nothing', () => {
    const attacks = [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '<a href="javascript:alert(1)">x</a>',
      '[x](javascript:alert(1))',
      '[x](data:text/html,hi)',
      '<iframe src="https://example.com"></iframe>',
      '<style>*{display:none}</style>',
      '<b style="position:fixed" id="title" class="slides" data-background-iframe="x">b</b>',
      '<svg onload=alert(1)>',
    ]
    for (const attack of attacks) {
      const html = parseText(`# ${attack}\ntext ${attack}\n\n${attack}`)
        .notes.sections.flatMap((section) => [section.title.html, ...section.units.map((unit) => unit.html)])
        .join('\n')
      const tags = (html.match(/<[^>]*>/g) ?? []).join('')
      expect(tags, attack).not.toMatch(
        /<(script|iframe|style|svg)|\son\w+=|javascript:|data:text|style=|\bid=|class=|data-/i,
      )
    }
  })

  it('take a brand’s keys in the front matter, and name the place of a wrong one', () => {
    const good = parseText('---\ntitle: A\nbrand:\n  accent: "#0a6e5c"\n  font: Figtree\n---\n# B\nc')
    expect(good.problems).toEqual([])
    expect(good.notes.head.brand).toEqual({ accent: '#0a6e5c', font: 'Figtree' })
    expect(parseText('---\nbrand: ../firm/brand.yaml\n---\n# B\nc').notes.head.brand).toBe(
      '../firm/brand.yaml',
    )
    const bad = parseText('---\ntitle: A\nbrand: { ink: "#111", acent: "#0a6e5c" }\n---\n# B\nc')
    expect(bad.notes.head.brand).toBeUndefined()
    expect(bad.problems).toEqual([
      expect.objectContaining({
        code: 'theme/unknown-brand-key',
        severity: 'error',
        hint: expect.stringContaining('Did you mean “accent”?'),
        at: { file: 'talk.md', line: 3, column: 23 },
      }),
    ])
  })
})

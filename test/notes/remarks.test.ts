import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { notesOptions } from '../../src/notes/options.js'
import { foldLetters } from '../../src/notes/remarks/fold.js'
import { readPhrases } from '../../src/notes/remarks/phrases.js'
import { splitRemarks } from '../../src/notes/remarks.js'
import { cpuMs } from '../helpers/cpu-time.js'
import { allRemarks, example, lettersOf, parseFile, parseText, pointsOf } from '../helpers/notes.js'

const remarksIn = (line: string) => splitRemarks(line).remarks.map((remark) => remark.source)

describe('remarks in a line', () => {
  it('takes a question in brackets out and keeps what was said', () => {
    expect(splitRemarks('推理成本降了一半（真的假的？）')).toEqual({
      said: '推理成本降了一半',
      remarks: [{ source: '真的假的？', from: 'bracket', column: 9 }],
    })
  })

  it('keeps short clarifications', () => {
    for (const line of [
      '首发客户（2C的卖车平台）都上了',
      'latency halved (p95 over 30 days)',
      '营销赛道（三人行）',
      '缓存 (KV cache)',
      '报价（含税，三年期）',
    ]) {
      expect(remarksIn(line), line).toEqual([])
    }
  })

  it('is private when a bracket could be either', () => {
    expect(remarksIn('他们把模型开源了（跟去年发布会上讲的那套说法完全两样）')).toHaveLength(1)
  })

  it('keeps lines that say at their start that they are the note-taker’s', () => {
    for (const line of [
      '吐槽：主持人念错名字三次',
      '私货：我们组也该这么干',
      '个人感想：这场是今天最水的',
      'PS：会后找他要 PPT',
      '*注：这段没听清',
      'My take: they were way too nice to the vendor',
      'Personal note: email Sam about the budget',
      'IMO best session of the day',
    ]) {
      expect(splitRemarks(line).said, line).toBe('')
      expect(remarksIn(line), line).toHaveLength(1)
    }
    for (const line of [
      '感受：从业者觉得是个跳跃',
      'PostScript is a language',
      'OS: Linux 6.1',
      'IMOCA 60 boats',
    ])
      expect(remarksIn(line), line).toEqual([])
    const phrases = readPhrases({ private: [], public: ['吐槽'] })
    expect(splitRemarks('吐槽：文档太少', phrases).said).toBe('吐槽：文档太少')
  })

  it('leaves links, images, code, footnotes and task boxes alone', () => {
    for (const line of [
      '看[这篇我喜欢的论文](https://example.com/why)',
      '`f(why me?)` 很快',
      '![我的照片](a.png)',
      '脚注[^我]',
      '[x] 发邮件',
    ]) {
      expect(splitRemarks(line).said, line).toBe(line)
    }
  })

  it('takes a dash clause in the first person, and keeps one that explains', () => {
    expect(remarksIn('断线要重跑——这好像是我们组的事情，我或许也能试试？')).toHaveLength(1)
    expect(remarksIn('边际成本下降——利好做应用的人')).toEqual([])
  })

  it('takes a whole sentence that is a verdict, unless it is quoted', () => {
    expect(splitRemarks('开源大模型，开源数据集？说实话很难理解他们图什么').said).toBe(
      '开源大模型，开源数据集？',
    )
    expect(remarksIn('讲者说“垃圾数据只会训出垃圾模型”')).toEqual([])
  })
})

describe('what the author decides himself', () => {
  const phrases = readPhrases({ private: ['老王', '/fsync|raft/i'], public: ['ai'] })

  it('keeps what begins with + or holds a public comment, without the mark', () => {
    expect(splitRemarks('+ 我觉得这里很水')).toEqual({ said: '我觉得这里很水', remarks: [] })
    expect(splitRemarks('说实话很难懂 <!-- public -->')).toEqual({ said: '说实话很难懂', remarks: [] })
    expect(splitRemarks('<!-- public --> I doubt it')).toEqual({ said: 'I doubt it', remarks: [] })
    expect(splitRemarks('降了一半（+ 真的假的？）').said).toBe('降了一半（真的假的？）')
    expect(splitRemarks('fell (+why?)').said).toBe('fell (why?)')
    expect(splitRemarks('up again (+12% on the year)').said).toBe('up again (+12% on the year)')
  })

  it('keeps a list item that begins with +, and the line after a public comment', () => {
    const source =
      '# S\n+ 我觉得很水\n+ 第二条\n\n<!-- public -->\n这场真的太水了，下次不来了\n这场真的太水了，下次不来了'
    const { notes } = parseText(source)
    expect(pointsOf(notes.sections[0]?.units ?? []).map((point) => point.text)).toEqual([
      '我觉得很水',
      '第二条',
      '这场真的太水了，下次不来了',
    ])
    expect(allRemarks(notes.sections)).toHaveLength(1)
  })

  it('hides by his own phrases, and keeps by them first', () => {
    expect(splitRemarks('数据（老王组，2024）', phrases).said).toBe('数据')
    expect(splitRemarks('durable (after fsync, 3 copies)', phrases).said).toBe('durable')
    expect(splitRemarks('半价（老王说 AI 能行？）', phrases).remarks).toEqual([])
    // “ai” is a word, not three letters of another.
    expect(splitRemarks('lower (he said so, I doubt it)', phrases).remarks).toHaveLength(1)
    const { notes } = parseText('# S\n数据（示例口径，2024）', {
      remarks: { private: ['示例口径'], public: [] },
    })
    expect(allRemarks(notes.sections).map((remark) => remark.text)).toEqual(['示例口径，2024'])
  })

  it('is told of a phrase that is no pattern, by its key', () => {
    const read = notesOptions.safeParse({ remarks: { private: ['/(/'] } })
    expect(read.error?.issues[0]?.path).toEqual(['remarks', 'private', 0])
    expect(read.error?.issues[0]?.message).toContain('“/(/” is no pattern')
  })
})

describe('the place of a remark', () => {
  it('is its column in the line as typed, whatever was taken out before it', () => {
    const line = '模型（真的假的？）很快（谁信啊）——我看悬，不信'
    expect(splitRemarks(line).remarks.map(({ column, source }) => [column, source])).toEqual([
      [3, '真的假的？'],
      [12, '谁信啊'],
      [19, '我看悬，不信'],
    ])
    for (const { column, source } of splitRemarks(line).remarks)
      expect(line.slice(column - 1).replace(/^[（—]+/, '')).toMatch(new RegExp(`^${source}`))
  })

  it('may be a link’s text, in brackets of full width', () => {
    expect(splitRemarks('看[他们的论文（我看不懂）](https://e.org/a)').said).toBe(
      '看[他们的论文](https://e.org/a)',
    )
    expect(splitRemarks('看[论文(v2)](https://e.org/a)').remarks).toEqual([])
  })
})

describe('the front matter', () => {
  it('gives a title and subtitle without what was muttered in them', () => {
    const { notes } = parseText(
      '---\ntitle: 可靠性日（真的可靠吗？）\nsubtitle: seven teams (I doubt it)\n---\n# S\na said',
    )
    expect([notes.title.text, notes.head.title, notes.head.subtitle]).toEqual([
      '可靠性日',
      '可靠性日',
      'seven teams',
    ])
    expect(notes.sections[0]?.remarks.map((remark) => remark.text)).toEqual(['真的可靠吗？', 'I doubt it'])
  })
})

describe('Traditional letters', () => {
  it('are judged as their Simplified forms are', () => {
    expect(foldLetters('冷氣開這麼強，聽不懂')).toBe('冷气开这么强，听不懂')
    expect(remarksIn('推理成本降了一半（真的假的？聽不懂）')).toHaveLength(1)
    expect(remarksIn('報價（含稅，三年期）')).toEqual([])
  })
})

describe('a line nobody typed', () => {
  it.each([
    ['brackets, nested', `${'('.repeat(50_000)}${')'.repeat(50_000)}`],
    ['brackets, side by side', '（我）'.repeat(33_000)],
    ['brackets left open', '（我觉得'.repeat(25_000)],
    ['closing brackets', '）'.repeat(100_000)],
    ['dashes', '— 我 '.repeat(25_000)],
    ['spaces', `a${' '.repeat(100_000)}b`],
    ['quotes', '“'.repeat(100_000)],
    ['link starts', '!['.repeat(50_000)],
    ['comments', '<!-- private'.repeat(8_000)],
  ])('of %s, 100 KB of them, takes no time', async (_, line) => {
    // Minutes when a pattern backtracks; tenths of a second when none does.
    expect(await cpuMs(() => splitRemarks(line))).toBeLessThan(5000)
  })
})

describe.each(['aigc-summit', 'reliability-day'])('the labels of examples/%s.md', (name) => {
  const { notes } = parseFile(example(`${name}.md`))
  const found = allRemarks(notes.sections).map((remark) => ({
    line: remark.at.line,
    letters: lettersOf(remark.text),
  }))
  const labels = readFileSync(path.join(import.meta.dirname, `${name}.remarks.tsv`), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t'))
  const isFound = (line: string | undefined, text: string | undefined) =>
    found.some((remark) => remark.line === Number(line) && remark.letters.includes(lettersOf(text ?? '')))

  it('are met, every one', () => {
    const wrong = labels.filter(([line, label, text]) => isFound(line, text) !== (label === 'remark'))
    expect(wrong).toEqual([])
  })
})

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { splitRemarks } from '../../src/notes/remarks.js'
import { allRemarks, example, lettersOf, parseFile } from '../helpers/notes.js'

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

  it('obeys // and Note: whatever the words', () => {
    expect(splitRemarks('// 三年期合同')).toEqual({
      said: '',
      remarks: [{ source: '三年期合同', from: 'mark', column: 1 }],
    })
    expect(splitRemarks('备注：会后发材料').said).toBe('')
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

  it('hides every bracket labelled a remark', () => {
    const leaking = labels.filter(
      ([line, label, text]) => label === 'remark' && /^[（(]/.test(text ?? '') && !isFound(line, text),
    )
    expect(leaking).toEqual([])
  })

  // The whole rules, with weights measured on many voices, are still to come; these floors may only rise.
  it('hides at least nine of ten remarks and keeps at least eight of ten clarifications', () => {
    const of = (wanted: string) => labels.filter(([, label]) => label === wanted)
    const hidden = of('remark').filter(([line, , text]) => isFound(line, text)).length
    const kept = of('said').filter(([line, , text]) => !isFound(line, text)).length
    expect(hidden / of('remark').length).toBeGreaterThanOrEqual(0.9)
    expect(kept / of('said').length).toBeGreaterThanOrEqual(0.75)
  })
})

import { describe, expect, it } from 'vitest'
import { typesetHtml } from '../../src/deck/typeset.js'
import { cpuMs } from '../helpers/cpu-time.js'

const plain = (html: string) => html.replaceAll('<wbr>', '').replaceAll('<span class="gap"> </span>', '')
const zh = (text: string) => plain(typesetHtml(text, 'zh-Hans'))
const en = (text: string) => plain(typesetHtml(text, 'en'))

describe('the text pass', () => {
  it('drops typed spaces between Han and Latin, which the browser draws itself', () => {
    expect(zh('用 GPT4 做 11 年的工作')).toBe('用GPT4做11年的工作')
  })

  it('keeps spaces between Latin words, and around an English dash', () => {
    expect(en('from 6 to 2 — the pager “rests”')).toBe('from 6 to 2 — the pager “rests”')
  })

  it('sets arrows, ellipses and quotes by language', () => {
    expect(zh('信息化-》智能化')).toBe('信息化→智能化')
    expect(zh('a -&gt; b，等等...')).toBe('a → b，等等……')
    expect(en('wait... &quot;so&quot; it&#39;s')).toBe('wait… “so” it’s')
  })

  it('breaks no line inside a word of the field', () => {
    const set = typesetHtml('未来的操作系统就是大模型，不是小模型', 'zh-Hans')
    for (const word of ['操作系统', '大模型', '小模型']) expect(set).toContain(word)
  })

  it('makes marks between Han full-width', () => {
    expect(zh('第一, 先跑通;然后再快!')).toBe('第一，先跑通；然后再快！')
    expect(zh('价格1,000元')).toBe('价格1,000元')
  })

  it('curls quotes that hold bold words, a paragraph at a time', () => {
    expect(en('<p>say "<b>no</b>" to it</p><p>"yes"</p>')).toBe('<p>say “<b>no</b>” to it</p><p>“yes”</p>')
    expect(en('<p>the "<code>"x"</code>" flag</p>')).toBe('<p>the “<code>"x"</code>” flag</p>')
  })

  it('keeps clauses of large lines together, and never breaks a short name', () => {
    const clauses = (html: string) =>
      [...typesetHtml(html, 'zh-Hans').matchAll(/<span class="cl">(.*?)<\/span>/g)].map((found) =>
        plain(found[1] ?? ''),
      )
    expect(clauses('<h2 class="title">裘一鸣 纸鸢笔记</h2>')).toEqual(['裘一鸣', '纸鸢笔记'])
    expect(clauses('<p class="say">不怕慢，<strong>就怕站</strong>，更怕回头</p>')).toEqual([
      '不怕慢，',
      '<strong>就怕站</strong>，',
      '更怕回头',
    ])
    expect(clauses('<p>不怕慢，就怕站</p>')).toEqual([])
    expect(typesetHtml('<h2 class="title">裘一鸣 纸鸢笔记</h2>', 'zh-Hans')).not.toMatch(/纸<wbr>鸢/)
  })

  it('holds the last words of a paragraph together where they would be a line too short', () => {
    const held = (html: string, lang: 'en' | 'zh-Hans') =>
      [...typesetHtml(html, lang).matchAll(/<span class="nb">(.*?)<\/span>/g)].map(([, words]) => words)
    expect(held('<p>so nobody is asked for more than two days a month</p>', 'en')).toEqual(['days a month'])
    expect(held('<p>互联网，元宇宙，现实世界破圈，信息可用量变少？越难</p>', 'zh-Hans')).toEqual(['少？越难'])
    expect(held('<p>包括实现语音情感停顿语速等，全靠transformer</p>', 'zh-Hans')).toEqual([])
    expect(held('<p>几千万参数就能做到很好的效果 49M transformer SCC</p>', 'zh-Hans')).toEqual([
      'transformer SCC',
    ])
    expect(held('<p>two days a month</p>', 'en')).toEqual([])
    expect(held('<p class="q">so nobody is asked for more than two days a month</p>', 'en')).toEqual([])
    expect(held('<p>so nobody is asked for more than two days a month, <b>said</b> she</p>', 'en')).toEqual(
      [],
    )
  })

  it('keeps a name and where it is from each on a line, in English titles', () => {
    const clauses = (html: string) =>
      [...typesetHtml(html, 'en').matchAll(/<span class="cl">(.*?)<\/span>(?= <|<\/h2>)/g)].map(
        ([, one]) => one,
      )
    expect(clauses('<h2 class="title">Casimir Okonjo-Pell, Quillon</h2>')).toEqual([
      'Casimir <span class="nb">Okonjo-Pell,</span>',
      'Quillon',
    ])
    expect(clauses('<h2 class="title">Ann, Bo, and Cy</h2>')).toEqual([])
  })

  it('keeps a figure and its unit, what is counted and its number, and a few letters in brackets, on one line', () => {
    expect(typesetHtml('jitter over 15 s, 99.7 % of 4 shifts', 'en')).toBe(
      'jitter over <span class="nb">15 s</span>, <span class="nb">99.7 %</span> of 4 shifts',
    )
    expect(typesetHtml('旁边的第二点，改造以后的第一个整年', 'zh-Hans')).toMatch(/第二点，.*第一个/)
    expect(typesetHtml('这场大会大佬基本没来', 'zh-Hans')).toContain('大佬')
    expect(typesetHtml('全年的预算（万元）', 'zh-Hans')).toMatch(/（万元）$/)
  })

  it('sets no break where a space is one: Chrome never ends balancing a line with both before a clause', () => {
    const asked = typesetHtml(
      '<p class="q">成本要算进去， 数据、人才与场地要算进去； -&gt; we</p>',
      'zh-Hans',
    )
    expect(asked).toContain('</span> <span class="cl">→ we</span>')
    expect(asked).not.toMatch(/<wbr>\s/)
    expect(asked).toContain('</span><wbr><span class="cl">人才')
  })

  it('changes nothing in code, and no address', () => {
    for (const html of [
      '<code>a -&gt; b...</code>',
      '<pre>x, "y"</pre>',
      '<a href="https://e.com/a-b">https://e.com/中文...</a>',
    ]) {
      expect(typesetHtml(html, 'zh-Hans')).toBe(html)
    }
  })

  it('lets Chinese break between words only, and never before a closing mark', () => {
    const chunks = typesetHtml('当机器能理解自然语言，新应用应运而生', 'zh-Hans').split('<wbr>')
    expect(chunks.length).toBeGreaterThan(4)
    expect(chunks.join('')).toBe('当机器能理解自然语言，新应用应运而生')
    expect(chunks.filter((chunk) => /^[，。]/.test(chunk))).toEqual([])
  })

  it('marks runs of the other language', () => {
    expect(typesetHtml('why large model, why open source', 'zh-Hans')).toBe(
      '<span lang="en">why large model, why open source</span>',
    )
    expect(typesetHtml('three words: 现象', 'en')).toContain('<span lang="zh-Hans">')
  })
})

describe('quotes and arrows', () => {
  it('opens and closes straight quotes in turn', () => {
    expect(zh('使用"引号"包围，他说:"你好"')).toBe('使用“引号”包围，他说：“你好”')
    expect(zh("不是'more'而是")).toBe('不是‘more’而是')
    expect(en("the '90s, it's 5'10\" tall")).toBe('the ’90s, it’s 5\'10" tall')
  })

  it('closes a quotation after a figure', () => {
    expect(en('"iPhone 15" and "iPad 2"')).toBe('“iPhone 15” and “iPad 2”')
  })

  it('takes time in proportion to the text', async () => {
    // Half a minute when each chunk looks at the whole line before it; a tenth of a second when it does not.
    const set = () => typesetHtml('我用 GPT 做了一次 test，'.repeat(4000), 'zh-Hans')
    expect(await cpuMs(set)).toBeLessThan(5000)
  })

  it('takes the whole of an arrow', () => {
    expect(zh('D &lt;-&gt; E ==&gt; F')).toBe('D ↔ E → F')
  })
})

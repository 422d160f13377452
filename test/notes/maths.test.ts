import { describe, expect, it } from 'vitest'
import { cutInline, readInline, veilCode } from '../../src/notes/inline.js'
import { cpuMs } from '../helpers/cpu-time.js'
import { parseText } from '../helpers/notes.js'

const unitsOf = (text: string) => parseText(`# A\n${text}\nz`).notes.sections[0]?.units.slice(0, -1) ?? []
const formulasIn = (line: string) =>
  unitsOf(line).flatMap(({ html }) =>
    [...html.matchAll(/<code class="math">([^<]*)<\/code>/g)].map(([, tex]) => tex),
  )

describe('a line’s formulas', () => {
  it.each([
    ['损失$L$下降，学习率 $\\eta$ 变小', ['L', '\\eta']],
    ['$E=mc^2$ 很有名', ['E=mc^2']],
    ['$a<b$ and $c_i * d_i$, or $O(n)$', ['a&lt;b', 'c_i * d_i', 'O(n)']],
    ['the $n$th of $[0, 1)$', ['n', '[0, 1)']],
    ['**bold $a*b$** and $$x^2$$ inline', ['a*b', 'x^2']],
    ['$利润 = 收入 - 成本$', ['利润 = 收入 - 成本']],
    ['GitHub’s $`x_1`$', ['x_1']],
    ['$x \\text{，其中 } y = 1$', ['x \\text{，其中 } y = 1']],
  ])('are read in %s', (line, formulas) => {
    expect(formulasIn(line)).toEqual(formulas)
  })

  it.each([
    'costs $5 and $10',
    'between $5M–$10M, $5-$10, $5/$A',
    'US$5 or US$10',
    '价格$5和$10都行，赚$200',
    '$x variables: $name',
    '$HOME/bin:$PATH and $foo,$bar',
    '${a} ${b} and ${a}${b}',
    '$a=1;$b=2',
    '$ x $ and $x $',
    '$第一季收入，第二季成本$',
    'A $x = foo and bar and baz$',
    '`$x$` and \\$x\\$',
    '$',
    '$$',
    '$$$$',
  ])('are not seen in %s', (line) => {
    expect(formulasIn(line)).toEqual([])
    const [unit] = unitsOf(line)
    expect(unit?.html.replaceAll(/<\/?code>/g, '`').replaceAll('&quot;', '"')).toBe(
      line.replaceAll('\\$', '$'),
    )
  })

  it('hide no remark and lose no bracket', () => {
    const [point] = unitsOf('在$[0, 1)$上 $f(x) = (真的?)$（我觉得没必要讲？）')
    expect(point).toMatchObject({ kind: 'point', remarks: [{ text: '我觉得没必要讲？' }] })
    expect(point?.text).toBe('在[0, 1)上 f(x) = (真的?)')
    const [priced] = unitsOf('from $5 (why so cheap?) to $10')
    expect(priced).toMatchObject({ text: 'from $5 to $10', remarks: [{ text: 'why so cheap?' }] })
  })

  it('are found in time in proportion to the line', async () => {
    const text = `# A\n${'$x '.repeat(20_000)}\n${'$a_1$ '.repeat(5000)}\n\n${'$$x\n'.repeat(5000)}`
    expect(await cpuMs(() => parseText(text))).toBeLessThan(5000)
  })
})

describe('a formula by itself', () => {
  it('may run over several lines, between thoughts, in lists and as a fence', () => {
    const units = unitsOf(
      'before\n$$\na &< b \\\\\nc\n$$\nafter\n\n$$ x^2 $$\n- item\n\n  $$y^2$$\n```math\n\\frac12\n```\nlast',
    )
    expect(units.map(({ kind, text, at }) => [kind, text, 'at' in { at } ? at.line : 0])).toEqual([
      ['point', 'before', 2],
      ['math', 'a &< b \\\\\nc', 3],
      ['point', 'after', 7],
      ['math', 'x^2', 9],
      ['point', 'item', 10],
      ['math', 'y^2', 12],
      ['math', '\\frac12', 13],
      ['point', 'last', 16],
    ])
  })

  it('is none when it is not closed, or holds a blank line or money', () => {
    for (const text of ['$$\nx^2\n\ny\n\nw', '$$\nx\n\ny^2\n$$', '$$ 5 元 $$'])
      expect(unitsOf(text).filter(({ kind }) => kind === 'math')).toEqual([])
  })
})

describe('a formula or code in a line', () => {
  it('is never cut, whatever stands in it', () => {
    const [point] = unitsOf('映射 $f: A \\to B$ 是光滑的')
    expect(point).not.toHaveProperty('label')
    const [labelled] = unitsOf('目标：$\\min f(x), g(x), h(x)$')
    expect(labelled).toMatchObject({ label: { text: '目标', rest: { text: '\\min f(x), g(x), h(x)' } } })
    const [listed] = unitsOf('方案：$\\text{甲、乙}$、`丙、丁`、戊')
    expect(listed).toMatchObject({
      label: { items: [{ text: '\\text{甲、乙}' }, { html: '<code>丙、丁</code>' }, { text: '戊' }] },
    })
  })

  it('is left whole by a cut within it, and nothing is lost', () => {
    const inline = readInline('a $x, y$ b')
    for (let at = 0; at <= inline.text.length; at++) {
      const [left, right] = cutInline(inline, at)
      expect(left.text + right.text).toBe(inline.text)
      expect(left.html.includes('math') !== right.html.includes('math'), `${at}`).toBe(true)
    }
    expect(veilCode(inline)).toBe('a oooo b')
  })
})

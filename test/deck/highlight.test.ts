import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { highlightCode } from '../../src/deck/highlight.js'
import { textOfHtml } from '../../src/notes/sanitize.js'
import { cpuMs } from '../helpers/cpu-time.js'
import { parseText } from '../helpers/notes.js'

let cacheDir: string
beforeAll(async () => {
  cacheDir = await mkdtemp(path.join(tmpdir(), 'recap-code-'))
})
afterAll(() => rm(cacheDir, { recursive: true, force: true }))

const fence = (tag: string, code: string) => `# A\n\n\`\`\`${tag}\n${code}\n\`\`\`\n`

async function highlight(tag: string, code: string) {
  const { notes } = parseText(fence(tag, code))
  const block = notes.sections[0]?.units[0]
  const { mark, problems } = await highlightCode(notes, cacheDir)
  return { plain: block?.html ?? '', html: mark(block?.html ?? ''), problems }
}

describe('code', () => {
  it('has its tokens marked by class, and no style', async () => {
    const { html, problems } = await highlight('ts', "// hi\nconst a: string = 'x' + f(1)")
    expect(html).toContain('<pre><code class="language-ts">')
    expect(html).toContain('<span class="tok-rem">// hi</span>')
    expect(html).toContain('<span class="tok-key">const</span>')
    expect(html).toContain('<span class="tok-str">&#39;x&#39;</span>')
    expect(html).toContain('<span class="tok-def">f</span>')
    expect(html).not.toContain('style')
    expect(problems).toEqual([])
  })

  it.each([
    ['html', '</code></pre><script>alert("1")</script>\n<p title=\'a\'>&amp;&#39;'],
    ['js', 'const s = "</pre><script>" // <!-- {{x}} $& $1'],
    ['python', 'def f(x):\n\n\treturn f"{x!r} 中文 😀" # 注\n'],
    ['bash', `${'<'.repeat(900)}\n  echo "$a"   \n`],
    ['markdown', '~~~js\nconst a = 1\n~~~\n# x'],
    ['json', '{"a": [1, null], '],
  ])('in %s keeps its text letter by letter', async (tag, code) => {
    const { plain, html } = await highlight(tag, code)
    expect(textOfHtml(html)).toBe(textOfHtml(plain))
    expect(textOfHtml(html)).toContain(code.trim().slice(0, 20))
    expect(html.match(/<(?!\/?(?:pre|span|code)\b)/g)).toBeNull()
  })

  it('in a language there is not stays plain, with a warning at its line and the nearest name', async () => {
    const { plain, html, problems } = await highlight('pyton', 'x = 1')
    expect(html).toBe(plain)
    expect(problems).toMatchObject([
      { code: 'deck/unknown-language', severity: 'warning', at: { file: 'talk.md', line: 3 } },
    ])
    expect(problems[0]?.hint).toContain('Did you mean “python”?')
  })

  it.each([
    '',
    'text',
    'Plain',
    'output',
    'console',
    '代码',
    'c++',
    'C#',
    'ts{1,3}',
    'js:app.js',
    '{.python',
    '{r}',
  ])('tagged “%s” gives no warning', async (tag) => {
    expect((await highlight(tag, 'x = 1')).problems).toEqual([])
  })

  it('gives the same from an empty cache, from a full one and from a damaged one', async () => {
    const code = 'fn main() { println!("{}", 1); }'
    const first = await highlight('rust', code)
    expect(first.html).toContain('tok-key')
    expect((await highlight('rust', code)).html).toBe(first.html)
    const folder = path.join(cacheDir, 'code')
    for (const name of await readdir(folder)) await writeFile(path.join(folder, name), 'no code')
    expect((await highlight('rust', code)).html).toBe(first.html)
  })

  it('takes time in proportion to the code', async () => {
    const code = Array.from({ length: 200 }, () => 'const a = [1, "x", `${b}`] // note').join('\n')
    await highlight('ts', 'let x')
    expect(await cpuMs(() => highlight('ts', code))).toBeLessThan(5000)
  })
})

describe('the class that names a language', () => {
  it('is the only one that may be typed', () => {
    const { notes } = parseText('# A\n<code class="language-ts evil">x</code> <b class="title">y</b>\nz')
    const [point] = notes.sections[0]?.units ?? []
    expect(point?.html).toBe('<code class="language-ts">x</code> <b>y</b>')
  })
})

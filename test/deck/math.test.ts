import { describe, expect, it } from 'vitest'
import { readEnvironment } from '../../src/config/environment.js'
import { collectLetters } from '../../src/deck/letters.js'
import { drawMath } from '../../src/deck/math.js'
import { collectMathLetters, readFontRules } from '../../src/deck/math-faces.js'
import { parseText } from '../helpers/notes.js'

const { cacheDir } = readEnvironment()

async function draw(text: string) {
  const { notes } = parseText(`# A\n${text}\nz`)
  const { draw, ...rest } = await drawMath(notes, { cacheDir })
  return { html: draw(notes.sections[0]?.units[0]?.html ?? ''), ...rest }
}

describe('formulas', () => {
  it('are drawn as one picture whose words are the TeX, and bring their faces', async () => {
    const { html, css, problems } = await draw('so $E=mc^2$ it is')
    expect(html).toMatch(/^so <span class="formula" role="img" aria-label="E=mc\^2"><span class="katex">/)
    expect(html).not.toContain('aria-hidden')
    expect(css).toContain('@font-face{font-family:"KaTeX_Math";font-weight:normal;font-style:italic')
    expect(css.match(/@font-face/g)).toHaveLength(2)
    expect(css).not.toContain('url(fonts')
    expect(problems).toEqual([])
  })

  it('bring nothing when there are none', async () => {
    expect(await draw('costs $5 and $10')).toMatchObject({ css: '', strays: '', html: 'costs $5 and $10' })
  })

  it.each(['\\frac{1}{2', '\\nope{x}_1', `${'{'.repeat(900)}x^2`, '\\def\\a{\\a\\a}\\a^2'])(
    'that cannot be read are shown as typed: %s',
    async (tex) => {
      const { html, problems, css } = await draw(`$$\n${tex}\n$$`)
      expect(html).toBe(`<pre><code>$$\n${tex}\n$$</code></pre>`)
      expect(css).toBe('')
      expect(problems).toMatchObject([
        { code: 'deck/bad-formula', severity: 'warning', at: { file: 'talk.md', line: 2 } },
      ])
    },
  )

  it.each(['\\href{javascript:alert(1)}{x}', '\\htmlStyle{position:fixed}{y}', '\\includegraphics{a.png}'])(
    'run no command that reaches out of them: %s',
    async (tex) => {
      const { html, problems } = await draw(`so $${tex}^2$`)
      expect(html).toBe(`so <code>$${tex}^2$</code>`)
      expect(problems[0]?.message).toContain('may not stand in a deck')
    },
  )

  it('too wide for a line of text stand on lines of their own, with the mark after them', async () => {
    const wide = Array.from({ length: 40 }, (_, at) => `a_{${at}}`).join('+')
    const { html } = await draw(`取 $\\frac{${wide}}{b}$，再算 $x$，就好`)
    expect(html).toContain('<span class="formula display" role="img"')
    expect(html).toMatch(/<span class="[^"]*cjk_fallback">，<\/span>(?:<\/span>)+再算 /)
    expect(html).toMatch(/(?:<\/span>)+，就好/)
  })

  it('keep typed HTML as words', async () => {
    expect((await draw('$\\text{</span><script>}_1$')).html).not.toContain('<script')
  })

  it('ask the deck’s faces for their Chinese alone', async () => {
    const { html } = await draw('甲 $\\text{其中 }x = \\sqrt{2} \\sum y$ 乙')
    const { text } = collectLetters([html], [])
    expect([...'甲乙其中'].filter((letter) => !text.has(letter))).toEqual([])
    expect([...'xy∑='].filter((letter) => text.has(letter))).toEqual([])
  })

  it('ask each face for the letters its class gives it', () => {
    const rules = readFontRules(
      '.katex .b{font-weight:700}.katex .m{font-family:KaTeX_Math;font-style:italic}.katex .d.size1>span{font-family:KaTeX_Size1}',
    )
    const html =
      '<span class="katex">1<span class="m">x<span class="b">y</span></span><span class="d size1">2<span>(</span></span><span class="cjk_fallback">中</span></span>'
    const found = [...collectMathLetters([html], rules)].map(([key, { letters }]) => [
      key,
      [...letters].join(''),
    ])
    expect(found).toEqual([
      ['KaTeX_Main normal normal', '12'],
      ['KaTeX_Math normal italic', 'x'],
      ['KaTeX_Math bold italic', 'y'],
      ['KaTeX_Size1 normal normal', '('],
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { parseText } from '../helpers/notes.js'

const html = (line: string) => {
  const [unit] = parseText(`# A\n${line}\nz`).notes.sections[0]?.units ?? []
  return unit?.html
}

describe('names of emoji', () => {
  it('become the emoji, also beside Chinese, in bold and in headings', () => {
    expect(html('太好了:rocket:！ :+1: **:fire:** :cn:')).toBe('太好了🚀！ 👍 <strong>🔥</strong> 🇨🇳')
    const { notes } = parseText('# Ship it :tada:\nx')
    expect(notes.sections[0]?.title).toEqual({ html: 'Ship it 🎉', text: 'Ship it 🎉' })
  })

  it.each(['10:30:45 and 1:100:3', ':nope: and ::', 'a:tada:b x:tada:', 'key: value :'])(
    'are not seen in %s',
    (line) => {
      expect(html(line)).toBe(line)
    },
  )

  it('stay as typed in code, in formulas and in addresses', () => {
    expect(html('`:tada:` $a:tada:b_1$ https://e.org/:tada:/')).toBe(
      '<code>:tada:</code> <code class="math">a:tada:b_1</code> <a href="https://e.org/:tada:/">https://e.org/:tada:/</a>',
    )
    expect(html('```\n:tada:\n```')).toBe('<pre><code>:tada:\n</code></pre>')
  })
})

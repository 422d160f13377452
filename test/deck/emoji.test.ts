import { gemoji } from 'gemoji'
import { describe, expect, it } from 'vitest'
import { readEnvironment } from '../../src/config/environment.js'
import { makeEmojiStyles, markEmoji } from '../../src/deck/emoji.js'

const { cacheDir } = readEnvironment()
const textOf = (html: string) => html.replace(/<[^>]+>/g, '')
const keysIn = (html: string) => [...html.matchAll(/class="emoji e-([^"]+)"/g)].map(([, key]) => key)

describe('emoji', () => {
  it('are marked whole, with what is joined to them, and keep their letters', async () => {
    const html = '<p>👩🏽‍💻 ❤️ 1️⃣ 🇨🇳 🏴󠁧󠁢󠁥󠁮󠁧󠁿</p>'
    const marked = await markEmoji(html)
    expect(textOf(marked)).toBe(textOf(html))
    expect(keysIn(marked)).toEqual([
      '1f469-1f3fd-200d-1f4bb',
      '2764',
      '31-20e3',
      '1f1e8-1f1f3',
      '1f3f4-e0067-e0062-e0065-e006e-e0067-e007f',
    ])
  })

  it('are pictures for every one GitHub has a name for', async () => {
    const lacking = []
    for (const { emoji } of gemoji) {
      // Some are a sign by themselves and a picture only when asked for.
      const asked = /\p{Emoji_Presentation}|\u200D|\uFE0F/u.test(emoji) ? emoji : `${emoji}\uFE0F`
      if (keysIn(await markEmoji(`<p>${asked}</p>`)).length !== 1) lacking.push(emoji)
    }
    expect(lacking).toEqual([])
  })

  it('leave alone signs that are text, TeX, attributes, and emoji nobody has drawn', async () => {
    for (const html of ['✓ ☀ ❤ © → 12 #', '<code class="math">🎉</code>', '<img alt="🎉">', '🎉\uFE0E', '🇽🇽'])
      expect(await markEmoji(html)).toBe(html)
  })

  it('bring each picture once, and the credit its licence asks for', async () => {
    const css = await makeEmojiStyles([await markEmoji('<p>🎉 🎉</p>'), await markEmoji('<p>🎉 🚀</p>')], {
      cacheDir,
    })
    expect(css.match(/data:image\/svg\+xml,<svg/g)).toHaveLength(2)
    expect(css).toContain('CC-BY 4.0')
    expect(await makeEmojiStyles(['<p>none</p>'], { cacheDir })).toBe('')
  })
})

import { describe, expect, it } from 'vitest'
import { readEnvironment } from '../../src/config/environment.js'
import { makeFonts } from '../../src/deck/fonts.js'
import { collectLetters } from '../../src/deck/letters.js'
import { requestSigns } from '../../src/deck/signs.js'
import { loadTheme } from '../../src/theme/load.js'

const { cacheDir } = readEnvironment()
const lettersOf = (chars = '') => new Set([...chars].filter((letter) => !'–—…·'.includes(letter)))
const lostIn = (html: string) => {
  const { text, sequences } = collectLetters([html], [])
  const lost = new Set([...text].filter((letter) => letter > '\u2000'))
  return requestSigns(lost, sequences).map(({ source, chars }) => ({ source, letters: lettersOf(chars) }))
}
const familiesOf = (css: string) =>
  [...css.matchAll(/@font-face\{font-family:"([^"]+)"/g)].map(([, name]) => name)

async function fontsFor(html: string) {
  const { css, problems } = await makeFonts(await loadTheme('paper', '.'), collectLetters([html], []), {
    cacheDir,
  })
  return { families: familiesOf(css), css, problems }
}

describe('letters a theme’s faces lack', () => {
  it('are asked of the fonts of signs, pictures of the emoji font alone', () => {
    expect(lostIn('<p>✓🎉 ⟶</p>')).toEqual([
      { source: 'Noto Sans Symbols 2', letters: new Set('⟶✓') },
      { source: 'Noto Sans Math', letters: new Set('⟶✓') },
      { source: 'Noto Emoji', letters: new Set('⟶✓🎉') },
    ])
  })

  it('are asked as whole sequences, digits and all, and without what joins them', () => {
    const pictures = lostIn('<p>1️⃣ 👩‍💻 👍🏽</p>').at(-1)?.letters
    for (const letter of '1👩👍💻') expect(pictures, letter).toContain(letter)
    for (const joint of '\u200D\uFE0F') expect(pictures).not.toContain(joint)
  })

  it('are left alone where they belong to another script', () => {
    expect(lostIn('<p>한글 ✗</p>')[0]?.letters).toEqual(new Set('✗'))
  })

  it('cost nothing when there are none', async () => {
    const { families } = await fontsFor('<p>中文 and English → ① ★</p>')
    expect(families.filter((name) => /noto-(sans-symbols|sans-math|emoji)/.test(name ?? ''))).toEqual([])
  })

  it('stand in every stack', async () => {
    const { families, css, problems } = await fontsFor('<p>✗ ⟶ 🎉</p>')
    expect(families.slice(-3)).toEqual([
      'recap-noto-sans-symbols-2-400-more',
      'recap-noto-sans-math-400-more',
      'recap-noto-emoji-400-more',
    ])
    expect(css.match(/"recap-noto-emoji-400-more",(?:serif|monospace)/g)?.length).toBeGreaterThan(10)
    expect(problems).toEqual([])
  })
})

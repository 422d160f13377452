import { describe, expect, it } from 'vitest'
import { readEnvironment } from '../../src/config/environment.js'
import { openCatalogue } from '../../src/deck/fonts/catalog.js'
import { makeFonts } from '../../src/deck/fonts.js'
import { collectLetters } from '../../src/deck/letters.js'
import { tellMissing, tellRegions } from '../../src/deck/missing-letters.js'
import type { DeckLang } from '../../src/notes/notes.js'
import { loadTheme } from '../../src/theme/load.js'
import { folderOf } from '../helpers/theme-folder.js'

const { cacheDir } = readEnvironment()

async function fontsFor(html: string, lang: DeckLang, theme = 'paper') {
  const letters = collectLetters([html], [], lang)
  const { css, problems } = await makeFonts(await loadTheme(theme, '.'), letters, { cacheDir })
  const families = [...css.matchAll(/@font-face\{font-family:"([^"]+)"/g)].map(([, name]) => name)
  const textOf = (selector: string) =>
    css
      .split(selector)[1]
      ?.match(/--f-text:([^;]+)/)?.[1]
      ?.replaceAll('"', '')
      .split(',')
  return { families, problems, textOf }
}

describe('a font that is not there', () => {
  it('is refused where it is named, with the nearest name', async () => {
    const dir = await folderOf({
      'a/theme.yaml': 'name: a # no Figtre yet\nextends: paper\nfont:\n  text: { latin: Figtre }\n',
    })
    const theme = await loadTheme('./a', dir)
    const made = makeFonts(theme, collectLetters(['<p>a</p>'], [], 'en'), { cacheDir })
    await expect(made).rejects.toMatchObject({
      problem: {
        code: 'deck/unknown-font',
        hint: expect.stringContaining('Did you mean “Figtree”?'),
        at: { line: 4, column: 18 },
      },
    })
  })
})

describe('letter forms', () => {
  it('of Taiwan and Japan take the place of the mainland’s', async () => {
    for (const [lang, own] of [
      ['zh-Hant', 'tc'],
      ['ja', 'jp'],
    ] as const) {
      const { families, problems } = await fontsFor('<p>骨直令，「快」</p>', lang)
      expect(families).toContain(`recap-noto-serif-${own}-500`)
      expect(families).not.toContain('recap-noto-serif-sc-500')
      expect(problems).toEqual([])
    }
  })

  it('stand in the stacks of their own language alone, in a deck of several', async () => {
    const { families, textOf } = await fontsFor('<p>直<span lang="ja">直す</span></p>', 'zh-Hans')
    expect(families).toEqual(expect.arrayContaining(['recap-noto-serif-sc-500', 'recap-noto-serif-jp-500']))
    expect(textOf(':root,[lang]{')).not.toContain('recap-noto-serif-jp-500')
    expect(textOf('[lang]:lang(ja){')).toContain('recap-noto-serif-jp-500')
    expect(textOf('[lang]:lang(ja){')).not.toContain('recap-noto-serif-sc-500')
  })

  it('that are not installed are one warning, with the command that installs them', async () => {
    const letters = collectLetters(['<p>慢慢來</p>'], [], 'zh-Hant')
    const whole = openCatalogue()
    const without = {
      ...whole,
      look: (name: string) => (name.endsWith(' TC') ? undefined : whole.look(name)),
    }
    expect(tellRegions(await loadTheme('paper', '.'), letters, without)).toEqual([
      {
        code: 'deck/no-regional-font',
        severity: 'warning',
        message:
          'Traditional Chinese is set in letter forms of Simplified Chinese: “Noto Serif TC” is not installed.',
        hint: 'For its own letter forms: npm install @fontsource-variable/noto-serif-tc',
      },
    ])
  })
})

describe('letters the theme’s faces lack', () => {
  it('are looked for in all families that know the script, rare Han too', async () => {
    const { families, problems } = await fontsFor('<p>한글 السلام 𠮷</p>', 'zh-Hans')
    expect(problems).toEqual([])
    for (const name of ['noto-sans-kr', 'noto-sans-arabic', 'noto-serif-jp'])
      expect(families).toContain(`recap-${name}-500-more`)
  })

  it('are boxes at last, and one warning with their lines', async () => {
    const { families } = await fontsFor('<p>བོད \uE123</p>', 'en')
    expect(families.at(-1)).toBe('recap-code-points-400-more')
    const line = (html: string, line: number) => ({ html, at: { file: 'talk.md', line } })
    const authored = [line('<b>ไทย</b> one', 3), line('two', 4), line('ไ and བ', 9)]
    expect(tellMissing(['ไ', 'བ', '㊿'], authored, openCatalogue())).toEqual([
      {
        code: 'deck/missing-letters',
        severity: 'warning',
        message: 'No font here has 3 letters: ไ (lines 3, 9), བ (line 9), ㊿',
        hint: expect.stringContaining('npm install @fontsource-variable/noto-sans-thai'),
        at: { file: 'talk.md', line: 3 },
      },
    ])
  })
})

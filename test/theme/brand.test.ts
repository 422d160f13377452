// A brand, the command line and the author's own sheet lie over any theme.
import { symlink } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readBrand, readOwnSheet, readSetting } from '../../src/theme/brand.js'
import { loadTheme } from '../../src/theme/load.js'
import { tokensToCss } from '../../src/theme/tokens.js'
import { type Files, folderOf, problemIn, svg } from '../helpers/theme-folder.js'

const branded = async (files: Files, theme = 'paper') => {
  const dir = await folderOf(files)
  const near = path.join(dir, 'notes.md')
  return loadTheme(theme, dir, { layers: await readBrand(near, undefined), sheets: await readOwnSheet(near) })
}
const settled = async (...settings: readonly string[]) =>
  loadTheme('paper', '.', { layers: settings.map(readSetting).toReversed() })

describe('a brand', () => {
  it('beside the notes colours any theme in its accent, and what hangs on it', async () => {
    const paper = await branded({ 'brand.yaml': 'accent: "#0a6e5c"' })
    expect(paper.color).toMatchObject({ accent: '#0a6e5c', remark: '#0a6e5c', bg: '#faf6ee' })
    expect(paper.brandColor).toEqual(paper.color)
    const night = await branded({ 'brand.yaml': 'accent: "#5fd3b6"' }, 'reveal:night')
    expect(night.color).toMatchObject({ accent: '#5fd3b6', bg: '#111' })
  })

  it('brings its letters and its logo, inlined', async () => {
    const theme = await branded({
      'brand.yaml': 'font: { latin: Figtree, cjk: Noto Sans SC }\nlogo: img/l.svg',
      'img/l.svg': svg,
    })
    expect(theme.font.display).toMatchObject({ latin: 'Figtree', cjk: 'Noto Sans SC', weight: 900 })
    expect(theme.font.code.latin).toBe('IBM Plex Mono')
    expect(theme.logo?.on).toEqual(['title', 'section', 'closing'])
    expect(theme.logo?.dataUrl).toMatch(/^data:image\/svg\+xml;base64,/)
  })

  it('has a logo for dark grounds, which dark pages and variants show', async () => {
    const brand = {
      'brand.yaml': 'logo: { src: l.svg, dark: w.svg }',
      'l.svg': svg,
      'w.svg': `${svg}<!-- white -->`,
    }
    const shown = async (theme: string) => {
      const loaded = await branded(brand, theme)
      return { logo: loaded.logo, css: tokensToCss(loaded, '16:9') }
    }
    for (const theme of ['paper', 'midnight:light']) {
      const { logo, css } = await shown(theme)
      expect(css, theme).toContain(`--logo:url("${logo?.dataUrl}");--logo-dark:url("${logo?.darkUrl}")`)
    }
    for (const theme of ['midnight', 'blueprint', 'paper:dark']) {
      const { logo, css } = await shown(theme)
      expect(logo?.darkUrl, theme).not.toBe(logo?.dataUrl)
      expect(css, theme).toContain(`--logo:url("${logo?.darkUrl}")`)
    }
  })

  it('with one logo shows it on dark pages too, and not the one of the theme below', async () => {
    const files = {
      't/theme.yaml': 'name: t\nextends: midnight\nlogo: { src: a.svg, dark: b.svg }',
      't/a.svg': svg,
      't/b.svg': `${svg}<!-- theirs -->`,
      'brand.yaml': 'logo: ours.svg',
      'ours.svg': `${svg}<!-- ours -->`,
    }
    const { logo } = await branded(files, './t')
    expect(logo?.darkUrl).toBe(logo?.dataUrl)
  })

  it('with a key nobody knows, or a colour that is none, is refused with its place', async () => {
    const dir = await folderOf({
      'a/brand.yaml': 'ink: "#111"\nacent: "#000"',
      'b/brand.yaml': 'bg: greenish',
    })
    expect(await problemIn(readBrand(path.join(dir, 'a/n.md'), undefined))).toMatchObject({
      code: 'theme/unknown-brand-key',
      hint: expect.stringContaining('Did you mean “accent”?'),
      at: { file: path.join(dir, 'a/brand.yaml'), line: 2, column: 1 },
    })
    expect(await problemIn(readBrand(path.join(dir, 'b/n.md'), undefined))).toMatchObject({
      code: 'theme/bad-brand',
      message: expect.stringContaining('“greenish” is not a CSS colour'),
      at: { line: 1, column: 1 },
    })
  })

  it('that the notes name and that is not there is refused; one that nobody names need not be there', async () => {
    const notes = path.join(await folderOf({}), 'n.md')
    expect(await readBrand(notes, undefined)).toEqual([])
    expect(await problemIn(readBrand(notes, './firm.yaml'))).toMatchObject({ code: 'theme/no-brand' })
  })

  it('cannot take a logo from outside its folder', async () => {
    const dir = await folderOf({ 'secret.svg': svg, 'n/x.txt': '' })
    await symlink(path.join(dir, 'secret.svg'), path.join(dir, 'n/link.svg'))
    for (const logo of ['../secret.svg', 'link.svg', path.join(dir, 'secret.svg')]) {
      const layers = await readBrand(path.join(dir, 'n/notes.md'), { logo })
      expect((await problemIn(loadTheme('paper', '.', { layers })))?.code, logo).toBe('theme/outside')
    }
  })
})

describe('--set', () => {
  it('sets any key of theme.yaml, the last one of a key', async () => {
    const theme = await settled(
      ...['color.accent=#123456', 'color.accent=#0a6e5c', 'slide.padding=[1, 2, 3, 4]'],
      ...['font.text.weight=600', 'slide.density.max-points=3', 'font.scale=1.1'],
    )
    expect(theme.color.accent).toBe('#0a6e5c')
    expect(theme.slide.padding).toEqual([1, 2, 3, 4])
    expect(theme.slide.density).toMatchObject({ 'max-points': 3, fill: 0.72 })
    expect(theme.font.text).toMatchObject({ weight: 600, latin: 'Source Serif 4' })
    expect(theme.fontScale).toBe(1.1)
  })

  it.each([
    ['color.acent=#000', 'theme/unknown-token', 'no token “color.acent”', 'Did you mean “accent”?'],
    ['color.accent=greenish', 'theme/bad-token', '“greenish” is not a CSS colour', ''],
    ['slide.padding=7', 'theme/bad-token', '“slide.padding”', ''],
    ['accent', 'theme/bad-setting', 'no KEY=VALUE', '--set color.accent=#0a6e5c'],
    ['slide.padding=[1,', 'theme/bad-setting', 'no value', 'like [64'],
    ['__proto__.x=1', 'theme/unknown-token', '__proto__', ''],
    ['name=x', 'theme/unknown-token', 'no token “name”', ''],
  ])('%s is refused, and the flag named', async (setting, code, message, hint) => {
    const problem = await problemIn(settled(setting))
    expect(problem).toMatchObject({ code, message: expect.stringContaining(`--set ${setting}: `) })
    expect(problem?.message).toContain(message)
    expect(problem?.hint).toContain(hint)
  })
})

it('custom.css beside the notes comes last', async () => {
  const theme = await branded({ 'custom.css': '.title{background:url(a.svg)}', 'a.svg': svg })
  expect(theme.styles.at(-1)).toMatchObject({
    layer: 'user',
    css: expect.stringContaining('url("data:image'),
  })
})

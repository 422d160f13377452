// Design tokens of other tools, in and out.
import { describe, expect, it } from 'vitest'
import { exportTokens } from '../../src/theme/export-tokens.js'
import { listThemes } from '../../src/theme/find.js'
import { loadTheme } from '../../src/theme/load.js'
import { folderOf, problemOf } from '../helpers/theme-folder.js'

const withTokens = (tokens: unknown, yaml = '') =>
  folderOf({
    't/theme.yaml': `name: t\nextends: paper\ntokens: ./tokens.json\n${yaml}`,
    't/tokens.json': typeof tokens === 'string' ? tokens : JSON.stringify(tokens, null, 2),
  })

describe('a file of design tokens', () => {
  it('gives colours however they are written, sizes and faces; aliases are followed', async () => {
    const dir = await withTokens({
      palette: { green: { $type: 'color', $value: '#0a6e5c' }, leaf: { $value: '{palette.green}' } },
      color: {
        $type: 'color',
        accent: { $value: '{palette.leaf}' },
        ink: { $value: { colorSpace: 'srgb', components: [0, 0, 0.2], hex: '#000033' } },
        bg: { $value: { colorSpace: 'oklch', components: [1, 0, 'none'] } },
        line: { $value: { colorSpace: 'hsl', components: [0, 0, 50] } },
        remark: { $value: { colorSpace: 'far-out', components: [1, 2, 3], hex: '#123456' } },
      },
      font: { text: { latin: { $value: ['Figtree', 'sans-serif'] }, weight: { $value: 400 } } },
      slide: {
        padding: { $value: [{ value: 50, unit: 'px' }, { value: 60, unit: 'px' }, '40px', '{gap}'] },
        density: { 'max-points': { $type: 'number', $value: 5 } },
      },
      gap: { $type: 'dimension', $value: '70px' },
    })
    const theme = await loadTheme('./t', dir)
    expect(theme.color).toMatchObject({
      ...{ accent: '#0a6e5c', ink: '#000033', bg: '#ffffff', line: '#808080', remark: '#123456' },
    })
    expect(theme.font.text).toMatchObject({ latin: 'Figtree', cjk: 'Noto Serif SC', weight: 400 })
    expect(theme.slide).toMatchObject({ padding: [50, 60, 40, 70], density: { 'max-points': 5 } })
  })

  it('stands under what theme.yaml itself says', async () => {
    const dir = await withTokens({ color: { accent: { $value: '#0a6e5c' } } }, 'color: { accent: "#123456" }')
    expect((await loadTheme('./t', dir)).color.accent).toBe('#123456')
  })

  it.each([
    ['{"color": {', 'This is not JSON', 1],
    [{ color: { acent: { $value: '#000' } } }, 'no token “color.acent”', 3],
    [{ color: { accent: { $value: '{a.b}' } } }, '“{a.b}” refers to a token that is not there', 4],
    [
      { x: { $value: '{y}' }, y: { $value: '{x}' }, color: { bg: { $value: '{x}' } } },
      'circle: x → y → x',
      6,
    ],
    [{ font: { text: { weight: { $value: { value: 2, unit: 'rem' } } } } }, '“font.text.weight”', 4],
  ])('that is wrong is refused: %j', async (tokens, message, line) => {
    const problem = await problemOf(await withTokens(tokens), './t')
    expect(problem).toMatchObject({ code: 'theme/bad-tokens', hint: expect.stringMatching(/./) })
    expect(problem?.message).toContain(message)
    expect(problem?.at?.file).toMatch(/tokens\.json$/)
    expect(problem?.at?.line).toBe(line ?? problem?.at?.line)
  })

  it('outside the theme’s folder is refused', async () => {
    const dir = await folderOf({ 't/theme.yaml': 'name: t\ntokens: ../x.json', 'x.json': '{}' })
    expect((await problemOf(dir, './t'))?.code).toBe('theme/outside')
  })

  it.each(listThemes())('written from %s and read again gives the same theme', async (name) => {
    const theme = await loadTheme(name, '.')
    const dir = await folderOf({
      't/theme.yaml': 'name: t\ntokens: tokens.json',
      't/tokens.json': JSON.stringify(exportTokens(theme)),
    })
    const again = await loadTheme('./t', dir)
    expect(again.font).toEqual(theme.font)
    expect(again.slide).toEqual(theme.slide)
    expect(again.color).toEqual(theme.color)
  })
})

// What a few colours make of the others, and that all text can be read.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrastOf } from '../../src/theme/color.js'
import { enoughContrast, listContrasts, repairContrast } from '../../src/theme/contrast.js'
import { themeDefaults } from '../../src/theme/defaults.js'
import { layColors } from '../../src/theme/derive.js'
import { listThemes } from '../../src/theme/find.js'
import { loadTheme } from '../../src/theme/load.js'
import { folderOf } from '../helpers/theme-folder.js'

const failing = (color: Parameters<typeof listContrasts>[0]) =>
  listContrasts(color).filter(({ ratio = 0 }) => ratio < enoughContrast)

const extended = async (yaml: string) => {
  const dir = await folderOf({ 'a/theme.yaml': `name: a\nextends: paper\n${yaml}` })
  return loadTheme('./a', dir)
}

describe('colours', () => {
  it('are contrasted as WCAG has it', () => {
    expect(contrastOf('#000', '#fff')).toBeCloseTo(21)
    expect(contrastOf('#767676', 'white')).toBeCloseTo(4.54, 2)
    expect(contrastOf('rgb(0 0 0 / 0)', '#fff')).toBeCloseTo(1)
    expect(contrastOf('var(--x)', '#fff')).toBeUndefined()
  })

  it.each(listThemes())('of the built-in theme %s all pass, and none is changed', async (name) => {
    const theme = await loadTheme(name, '.')
    expect(failing(theme.color)).toEqual([])
    expect(theme.problems).toEqual([])
  })

  it('of a dark variant follow from page, ink and accent', async () => {
    const { color, problems } = await extended('color: { bg: "#12161a", ink: "#eef2f1", accent: "#5fd3b6" }')
    expect(problems).toEqual([])
    expect(color).toMatchObject({ accent: '#5fd3b6', 'on-accent': '#000000', remark: '#5fd3b6' })
    expect(failing(color)).toEqual([])
    expect(contrastOf(color.surface, color.bg)).toBeLessThan(1.4)
    expect(contrastOf(color.line, color.bg)).toBeLessThan(3)
  })

  it('that a child names stay its own', async () => {
    const { color } = await extended(
      'color: { bg: "#12161a", ink: "#eef2f1", surface: "#1b2127", remark: "#ffd45c" }',
    )
    expect(color).toMatchObject({ surface: '#1b2127', remark: '#ffd45c' })
  })

  it('of a new accent take on what stood in the old, and leave the page as it is', async () => {
    const { color } = await extended('color: { accent: "#0a6e5c" }')
    expect(color).toMatchObject({
      bg: '#faf6ee',
      muted: '#6a6056',
      remark: '#0a6e5c',
      'on-accent': '#ffffff',
    })
  })

  it('too faint to read are moved until they are, with one warning that names them', async () => {
    const { color, problems } = await extended('color:\n  accent: "#ffd45c"\n  muted: "#c9c2b8"')
    expect(failing(color)).toEqual([])
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ code: 'theme/contrast', severity: 'warning' })
    expect(problems[0]?.message).toMatch(/muted #c9c2b8 → #\w{6}, accent #ffd45c → #\w{6}\.$/)
  })

  it('can all be read, whatever page, ink and accent are', () => {
    const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)
    fc.assert(
      fc.property(hex, hex, hex, (bg, ink, accent) => {
        const { color } = repairContrast(layColors(themeDefaults.color, { bg, ink, accent }))
        expect(failing(color)).toEqual([])
        expect(color.bg).toBe(bg)
      }),
      { numRuns: 2000, seed: 5 },
    )
  })
})

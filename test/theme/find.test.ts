// Where a theme may lie, and which of them a name means.
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { listRevealThemes } from '../../src/theme/find.js'
import { loadTheme } from '../../src/theme/load.js'
import { folderOf, problemOf } from '../helpers/theme-folder.js'

describe('a theme is found', () => {
  it('as a package named recapdeck-theme-NAME, from the notes’ folder upwards', async () => {
    const dir = await folderOf({
      'node_modules/recapdeck-theme-acme/theme.yaml':
        'name: acme\nextends: paper\ncolor: { accent: "#0a6e5c" }',
      'node_modules/@firm/recapdeck-theme/theme.yaml': 'name: firm',
      'talks/2026/notes.md': '# A',
    })
    const notes = path.join(dir, 'talks/2026')
    expect((await loadTheme('acme', notes)).color.accent).toBe('#0a6e5c')
    expect((await loadTheme('recapdeck-theme-acme', notes)).chain).toEqual(['acme', 'paper'])
    expect((await loadTheme('@firm/recapdeck-theme', notes)).name).toBe('firm')
  })

  it('under its own name before a package of that name', async () => {
    const dir = await folderOf({ 'node_modules/recapdeck-theme-paper/theme.yaml': 'name: not this' })
    expect((await loadTheme('paper', dir)).name).toBe('paper')
  })

  it('only as a path when it is a folder, and the hint says so', async () => {
    const dir = await folderOf({ 'acme/theme.yaml': 'name: acme' })
    expect(await problemOf(dir, 'acme')).toMatchObject({
      code: 'theme/unknown-theme',
      hint: expect.stringContaining('./acme'),
    })
    expect((await loadTheme('./acme', dir)).name).toBe('acme')
    expect((await loadTheme(path.join(dir, 'acme'), '/')).name).toBe('acme')
  })

  it('as one style sheet, which stands over paper', async () => {
    const dir = await folderOf({ 'loud.css': '.title { letter-spacing: 0.1em }' })
    const theme = await loadTheme('./loud.css', dir)
    expect(theme.chain).toEqual(['loud', 'paper'])
    expect(theme.styles.map(({ layer }) => layer)).toEqual(['theme', 'theme'])
    expect(await problemOf(dir, './lout.css')).toMatchObject({ code: 'theme/unknown-theme' })
  })

  it('among reveal.js’s own as reveal:NAME, with the colours it asks for', async () => {
    const theme = await loadTheme('reveal:dracula', '.')
    expect(theme.color).toMatchObject({ bg: '#191919', ink: '#f8f8f2', accent: '#ff79c6' })
    expect(theme.chain).toEqual(['reveal:dracula'])
    expect(theme.styles[0]?.layer).toBe('compat')
    expect(await problemOf('.', 'reveal:dracul')).toMatchObject({
      hint: expect.stringContaining('Did you mean “dracula”?'),
    })
    expect(await problemOf('.', 'reveal:../reveal')).toMatchObject({ code: 'theme/unknown-theme' })
  })

  it('among reveal.js’s own, every one, none of whose fonts weigh on the deck', async () => {
    const names = listRevealThemes()
    expect(names.length).toBeGreaterThan(12)
    for (const name of names) {
      const theme = await loadTheme(`reveal:${name}`, '.')
      expect(theme.foreign, name).toBe(true)
      expect(theme.styles.map(({ css }) => css).join(''), name).not.toMatch(/@import|@font-face|https?:/)
    }
  })

  it('as any style sheet written for reveal.js, of the days before its variables as well', async () => {
    const dir = await folderOf({
      'old.css':
        'body { background-color: #102030 } .reveal { color: #eee; font: 36px serif } .reveal a { color: gold }',
      'sum.css':
        ':root { --r-background-color: color-mix(in srgb, red, white); --r-main-color: var(--x, #123) }',
    })
    expect((await loadTheme('./old.css', dir)).color).toMatchObject({
      bg: '#102030',
      ink: '#eee',
      accent: 'gold',
    })
    const sum = (await loadTheme('./sum.css', dir)).color
    expect(sum).toMatchObject({ bg: 'var(--r-background-color)', ink: '#123' })
    expect(sum.muted).toBe('color-mix(in oklch, #123 68%, var(--r-background-color))')
  })

  it('as the parent of another, whatever kind it is', async () => {
    const dir = await folderOf({
      'mine/theme.yaml': 'name: mine\nextends: reveal:night\ncolor: { accent: "#63e6d2" }',
      'mine/theme.css': '.title { font-size: 50px }',
    })
    const theme = await loadTheme('./mine', dir)
    expect(theme.color).toMatchObject({ bg: '#111', accent: '#63e6d2', 'on-accent': '#000000' })
    expect(theme.styles.map(({ layer }) => layer)).toEqual(['compat', 'bridge', 'theme'])
  })
})

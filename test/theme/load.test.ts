import { symlink } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadTheme } from '../../src/theme/load.js'
import { folderOf, problemOf } from '../helpers/theme-folder.js'

describe('a theme', () => {
  it('built in is found by its name', async () => {
    const theme = await loadTheme('paper', '.')
    expect(theme.color.accent).toBe('#b3301c')
    expect(theme.font.remark.cjk).toBe('LXGW WenKai')
    expect(theme.styles).toHaveLength(1)
  })

  it('of one’s own takes from its parent what it does not say', async () => {
    const dir = await folderOf({
      'acme/theme.yaml': 'name: acme\nextends: paper\ncolor: { accent: "#0a6e5c" }\n',
    })
    const theme = await loadTheme('./acme', dir)
    expect(theme.chain).toEqual(['acme', 'paper'])
    expect(theme.color).toMatchObject({ accent: '#0a6e5c', bg: '#faf6ee' })
  })

  it('that does not exist is refused with the nearest name', async () => {
    expect(await problemOf('.', 'papr')).toMatchObject({
      code: 'theme/unknown-theme',
      hint: expect.stringContaining('Did you mean “paper”?'),
    })
  })

  it('with an unknown token is refused with line and column', async () => {
    const dir = await folderOf({ 'a/theme.yaml': 'name: a\ncolor:\n  bg: "#fff"\n  acent: "#000"\n' })
    expect(await problemOf(dir, './a')).toMatchObject({
      code: 'theme/unknown-token',
      message: 'There is no token “color.acent”.',
      at: { line: 4, column: 3 },
    })
  })

  it('with a value that is no colour is refused, with its place and how one is written', async () => {
    const dir = await folderOf({
      'a/theme.yaml': 'name: a\ncolor:\n  bg: "#fff"\n  ink: blurple\n',
      'b/theme.yaml': 'name: b\ncolor: { bg: "url(x)" }\n',
    })
    expect(await problemOf(dir, './a')).toMatchObject({
      code: 'theme/bad-token',
      message: expect.stringContaining('“blurple” is not a CSS colour; write it like "#0a6e5c"'),
      at: { line: 4, column: 3 },
    })
    expect((await problemOf(dir, './b'))?.code).toBe('theme/bad-token')
  })

  it('that is no YAML, or has an alias in it, is refused with the line', async () => {
    const dir = await folderOf({
      'a/theme.yaml': 'name: a\ncolor: { bg: "#fff"\n',
      'b/theme.yaml': 'name: &n b\nmood: *n\n',
    })
    expect(await problemOf(dir, './a')).toMatchObject({ code: 'theme/not-yaml', at: { line: 3 } })
    expect(await problemOf(dir, './b')).toMatchObject({ code: 'theme/not-yaml' })
  })

  it('that extends itself through another is refused with the chain', async () => {
    const dir = await folderOf({
      'a/theme.yaml': 'name: a\nextends: ../b\n',
      'b/theme.yaml': 'name: b\nextends: ../a\n',
    })
    expect(await problemOf(dir, './a')).toMatchObject({
      code: 'theme/cycle',
      message: expect.stringContaining('a → b → a'),
      at: { file: path.join(dir, 'b/theme.yaml'), line: 2, column: 1 },
    })
  })

  it('whose parent or logo is not there is refused with the line that names it', async () => {
    const dir = await folderOf({
      'a/theme.yaml': 'name: a\nextends: papper\n',
      'b/theme.yaml': 'name: b # or src: x.svg\nlogo:\n  src: gone.svg\n',
    })
    expect(await problemOf(dir, './a')).toMatchObject({
      code: 'theme/unknown-theme',
      hint: expect.stringContaining('Did you mean “paper”?'),
      at: { file: path.join(dir, 'a/theme.yaml'), line: 2, column: 1 },
    })
    expect(await problemOf(dir, './b')).toMatchObject({
      code: 'theme/no-asset',
      at: { file: path.join(dir, 'b/theme.yaml'), line: 3, column: 3 },
    })
  })

  it('without a name, or with a colour YAML took for a comment, is refused in words that say so', async () => {
    const dir = await folderOf({
      'a/theme.yaml': 'extends: paper\n',
      'b/theme.yaml': 'name: b\ncolor:\n  accent: #0a6e5c\n',
    })
    expect(await problemOf(dir, './a')).toMatchObject({
      message: '“name” is missing.',
      hint: 'Add it: name: …',
    })
    expect(await problemOf(dir, './b')).toMatchObject({
      message: '“color.accent” is empty.',
      hint: expect.stringContaining('a colour stands in quotes'),
      at: { line: 3, column: 3 },
    })
  })

  it('tells its own font files, the child’s first, and none that lies elsewhere', async () => {
    const dir = await folderOf({
      'a/theme.yaml': 'name: a\nextends: ../b',
      'a/fonts/Own.woff2': 'wOF2',
      'a/fonts/OFL.txt': 'words',
      'b/theme.yaml': 'name: b',
      'b/fonts/Base.ttf': 'true',
      'c/theme.yaml': 'name: c',
      'c/fonts/x.txt': '',
    })
    const { fontFiles } = await loadTheme('./a', dir)
    expect(fontFiles.map((file) => path.basename(file))).toEqual(['Own.woff2', 'Base.ttf'])
    expect(fontFiles.every((file) => path.isAbsolute(file))).toBe(true)
    await symlink(path.join(dir, 'b/fonts/Base.ttf'), path.join(dir, 'c/fonts/Link.ttf'))
    expect((await problemOf(dir, './c'))?.code).toBe('theme/outside')
  })
})

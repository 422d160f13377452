import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { DeckError } from '../../src/shared/problem.js'
import { loadTheme } from '../../src/theme/load.js'

async function themeFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'theme-'))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true })
    await writeFile(path.join(dir, name), content)
  }
  return dir
}

const problemOf = async (dir: string, name: string) => {
  const error = await loadTheme(name, dir).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return error instanceof DeckError ? error.problem : undefined
}

describe('a theme', () => {
  it('built in is found by its name', async () => {
    const theme = await loadTheme('paper', '.')
    expect(theme.color.accent).toBe('#b3301c')
    expect(theme.font.remark.cjk).toBe('LXGW WenKai')
    expect(theme.styles).toHaveLength(1)
  })

  it('of one’s own takes from its parent what it does not say', async () => {
    const dir = await themeFolder({
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
    const dir = await themeFolder({ 'a/theme.yaml': 'name: a\ncolor:\n  bg: "#fff"\n  acent: "#000"\n' })
    expect(await problemOf(dir, './a')).toMatchObject({
      code: 'theme/unknown-token',
      message: 'There is no token “color.acent”.',
      at: { line: 4, column: 3 },
    })
  })

  it('with a value that is no colour is refused', async () => {
    const dir = await themeFolder({ 'a/theme.yaml': 'name: a\ncolor: { bg: "url(x)" }\n' })
    expect((await problemOf(dir, './a'))?.code).toBe('theme/bad-token')
  })

  it('that extends itself through another is refused with the chain', async () => {
    const dir = await themeFolder({
      'a/theme.yaml': 'name: a\nextends: ../b\n',
      'b/theme.yaml': 'name: b\nextends: ../a\n',
    })
    expect(await problemOf(dir, './a')).toMatchObject({
      code: 'theme/cycle',
      message: expect.stringContaining('a → b → a'),
    })
  })
})

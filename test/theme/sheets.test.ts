// What a theme's CSS may take in, and what it may not.
import { symlink } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadTheme } from '../../src/theme/load.js'
import { type Files, folderOf, problemOf, svg } from '../helpers/theme-folder.js'

const themeWith = (css: string, files: Files = {}) =>
  folderOf({ 'a/theme.yaml': 'name: a', 'a/theme.css': css, ...files })
const cssOf = async (dir: string) => {
  const theme = await loadTheme('./a', dir)
  return { css: theme.styles.map(({ css }) => css).join(''), problems: theme.problems }
}
const inlined = /url\("data:image\/svg\+xml;base64,/

describe('a theme’s style sheet', () => {
  it('takes its files with it, wherever they are named and however they are quoted', async () => {
    const dir = await themeWith(
      `@import "parts/x.css";\n.a{background:url(assets/a.svg)}.b{background:url( 'assets/a.svg?v=2#x' )}`,
      { 'a/assets/a.svg': svg, 'a/parts/x.css': '.c{background:url("../assets/a.svg")}' },
    )
    const { css, problems } = await cssOf(dir)
    expect(css.match(new RegExp(inlined, 'g'))).toHaveLength(3)
    expect(css).not.toContain('@import')
    expect(problems).toEqual([])
  })

  it('does without the network, and one warning names what it asked for', async () => {
    const dir = await themeWith(
      `@charset "utf-8";\n@import url("https://fonts.example/css?family=A:1;B");\n\n.a{background:url(//cdn.example/x.png) #fff}\n/* url(http://not.example) */ .b{content:"url(http://text.example)"}`,
    )
    const { css, problems } = await cssOf(dir)
    expect(css).toContain('.a{background:none #fff}')
    expect(css).toContain('"url(http://text.example)"')
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({
      code: 'theme/remote',
      severity: 'warning',
      at: { line: 2, column: 1 },
    })
    expect(problems[0]?.message).toMatch(
      /theme\.css:2 https:\/\/fonts\.example.*theme\.css:4 \/\/cdn\.example/,
    )
    expect(problems[0]?.message).not.toContain('not.example')
  })

  it('cannot reach a file outside its folder, not by a path, an address or a link', async () => {
    const secret = { 'secret.svg': svg, 'a/in.svg': svg }
    for (const name of ['../secret.svg', 'x/../../secret.svg', '/etc/hostname']) {
      const dir = await themeWith(`\n.a{background:url("${name}")}`, secret)
      expect(await problemOf(dir, './a'), name).toMatchObject({
        code: 'theme/outside',
        hint: expect.stringContaining('Copy the file into that folder'),
        at: { line: 2, column: 15 },
      })
    }
    const dir = await themeWith('.a{background:url(link.svg)}', secret)
    await symlink(path.join(dir, 'secret.svg'), path.join(dir, 'a/link.svg'))
    expect((await problemOf(dir, './a'))?.code).toBe('theme/outside')
    const scheme = await themeWith('.a{background:url(file:///etc/hostname)}')
    expect((await cssOf(scheme)).css).toContain('background:none')
  })

  it('that names a file which is not there, or is no picture, is refused with line and mend', async () => {
    const lost = await themeWith('.a{}\n.b{background:url(gone.png)}')
    expect(await problemOf(lost, './a')).toMatchObject({
      code: 'theme/no-asset',
      message: expect.stringContaining('“gone.png”'),
      hint: 'Put the file there, or take the line out.',
      at: { file: path.join(lost, 'a/theme.css'), line: 2, column: 15 },
    })
    const odd = await themeWith('.b{background:url(x.png)}', { 'a/x.png': '<html>' })
    expect((await problemOf(odd, './a'))?.code).toBe('theme/bad-asset')
  })

  it('cannot end its element or its layer', async () => {
    const refused = async (css: string) => problemOf(await themeWith(css), './a')
    expect(await refused('.a{}\n.b::after{content:"</style>"}')).toMatchObject({
      code: 'theme/style-end',
      at: { line: 2, column: 20 },
    })
    expect(await refused('.a{}}\n.b{}')).toMatchObject({ code: 'theme/braces', at: { line: 1, column: 5 } })
    expect(await refused('.a{}\n.b{color:red')).toMatchObject({ code: 'theme/braces', at: { line: 2 } })
    expect(await refused('.a::after{content:"}"}/* { */')).toBeUndefined()
  })

  it('that imports itself through another is refused', async () => {
    const dir = await themeWith('@import "x.css";', { 'a/x.css': '\n@import "theme.css";' })
    expect(await problemOf(dir, './a')).toMatchObject({ code: 'theme/cycle', at: { line: 2 } })
  })
})

// themes/README.md says what the schema says; a logo stands where layouts are; variants.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { layouts } from '../../src/slides/layouts/index.js'
import { listThemeKeys, themeKeysTable } from '../../src/theme/describe.js'
import { loadTheme } from '../../src/theme/load.js'
import { logoPlaces } from '../../src/theme/schema.js'
import { root } from '../helpers/notes.js'
import { folderOf } from '../helpers/theme-folder.js'

const readme = readFileSync(path.join(root, 'themes/README.md'), 'utf8')

it('every key of theme.yaml has a sentence, and they stand in the README as they are', () => {
  const keys = listThemeKeys()
  expect(keys.length).toBeGreaterThan(35)
  expect(keys.filter(({ sentence }) => !/\w.*\.$|:.*`\.$/.test(sentence))).toEqual([])
  expect(readme).toContain(`<!-- keys -->\n${themeKeysTable()}\n<!-- /keys -->`)
})

it('a logo may stand on any layout there is', () => {
  expect(logoPlaces.toSorted()).toEqual(['all', ...layouts.map(({ name }) => name)].toSorted())
})

it('a variant overrides what it names, its parents’ as well, and an unknown one is refused', async () => {
  const dir = await folderOf({
    'a/theme.yaml':
      'name: a\nextends: paper\nvariants: { dark: { color: { bg: "#111", ink: "#eee", accent: "#7cf" } } }',
    'b/theme.yaml': 'name: b\nextends: ../a\nvariants: { dark: { color: { accent: "#fc7" } } }',
    'c/theme.yaml': 'name: c\nextends: ../a:dark',
  })
  const dark = await loadTheme('./b:dark', dir)
  expect(dark).toMatchObject({ name: 'b', variant: 'dark', variants: ['dark'] })
  expect(dark.color).toMatchObject({ bg: '#111', ink: '#eee', accent: '#fc7' })
  expect((await loadTheme('./b', dir)).color.bg).toBe('#faf6ee')
  expect((await loadTheme('./c', dir)).color.bg).toBe('#111')
  await expect(loadTheme('./b:dork', dir)).rejects.toMatchObject({
    problem: { code: 'theme/unknown-variant', hint: expect.stringContaining('Did you mean “dark”?') },
  })
})

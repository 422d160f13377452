import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'

it('sheets call nothing as a slide does, whose colours theirs would be', async () => {
  const script = await readFile('src/page/handout.ts', 'utf8')
  const onSheets = [...script.matchAll(/\bmake\('([a-z ]+)'/g)].flatMap(([, name = '']) => name.split(' '))
  expect(onSheets).toContain('ordinal')
  const folders = ['layouts', 'partials'].map((name) => path.join('templates', name))
  const listed = folders.map(async (folder) =>
    (await readdir(folder)).flatMap((name) => (name.endsWith('.hbs') ? [path.join(folder, name)] : [])),
  )
  const files = (await Promise.all(listed)).flat()
  const templates = await Promise.all(files.map((name) => readFile(name, 'utf8')))
  const onSlides = new Set(
    templates.flatMap((text) =>
      [...text.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) =>
        names.replaceAll(/\{\{[^}]*\}\}/g, ' ').split(/\s+/),
      ),
    ),
  )
  expect(onSlides).toContain('number')
  expect(onSheets.filter((name) => onSlides.has(name))).toEqual([])
})

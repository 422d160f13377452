// A theme's own fonts, made of real ones under another name: as TTF, as WOFF2, and variable.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import subsetFont from 'subset-font'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCatalogue } from '../../../src/deck/fonts/catalog.js'
import { cutFonts } from '../../../src/deck/fonts/cut.js'
import { openFace } from '../../../src/deck/fonts/face.js'
import { writeNames } from '../../../src/deck/fonts/name.js'
import { readFamilies } from '../../../src/deck/fonts/own-families.js'
import { readTables, tableOf, writeSfnt } from '../../../src/deck/fonts/sfnt.js'
import { DeckError } from '../../../src/shared/problem.js'

const require = createRequire(import.meta.url)
const letters = 'Acme Motors 0123 微软，。中'
let dir = ''

async function makeFont(file: string, family: string, variationAxes?: { readonly wght: number }) {
  const whole = await readFile(require.resolve(file))
  const options = { targetFormat: 'sfnt', ...(variationAxes ? { variationAxes } : {}) } as const
  const tables = readTables(await subsetFont(whole, letters, options))
  return writeSfnt(new Map([...tables, ['name', writeNames(tableOf(tables, 'name'), family)]]))
}
const figtree = '@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2'
const song = '@fontsource-variable/noto-serif-sc/files/noto-serif-sc-119-wght-normal.woff2'
const at = (name: string) => path.join(dir, name)

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'recap-own-'))
  const bold = await makeFont(figtree, 'AcmeSans', { wght: 700 })
  await writeFile(at('bold.ttf'), bold)
  const regular = Buffer.from(await makeFont(figtree, 'AcmeSans', { wght: 400 }))
  const packed = await subsetFont(regular, letters, { targetFormat: 'woff2', preserveNameIds: [1] })
  await writeFile(at('regular.woff2'), packed)
  await writeFile(at('variable.ttf'), await makeFont(figtree, 'AcmeFlex'))
  await writeFile(at('han.ttf'), await makeFont(song, 'AcmeSong', { wght: 500 }))
  await writeFile(at('torn.ttf'), bold.subarray(0, 400))
  await writeFile(at('words.woff2'), 'wOF2 and no more')
  await writeFile(at('post.otf'), Buffer.concat([Buffer.from('OTTO'), bold.subarray(4)]))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

describe('a theme’s own fonts', () => {
  it('are families by the names inside the files, with their weights', async () => {
    const { families, problems } = await readFamilies(['bold.ttf', 'regular.woff2', 'variable.ttf'].map(at))
    expect(problems).toEqual([])
    const told = families.map(({ name, rules = [] }) => ({
      name,
      weights: rules.map(({ lightest, heaviest }) => [lightest, heaviest]).toSorted(),
    }))
    expect(told).toEqual([
      {
        name: 'AcmeSans',
        weights: [
          [400, 400],
          [700, 700],
        ],
      },
      { name: 'AcmeFlex', weights: [[300, 900]] },
    ])
  })

  it('are cut like any other, static and with their letters', async () => {
    const { families } = await readFamilies(['bold.ttf', 'regular.woff2', 'variable.ttf', 'han.ttf'].map(at))
    const catalogue = openCatalogue({ own: families })
    const request = (source: string, weight: number) =>
      ({ source, weight, style: 'normal', chars: 'Acme' }) as const
    const requests = [request('AcmeSans', 700), request('AcmeSans', 400), request('AcmeFlex', 700)]
    const cut = await cutFonts(requests, { cacheDir: dir, catalogue })
    const widths = []
    for (const { woff2, missing } of cut) {
      for (const letter of 'Acme') expect(missing).not.toContain(letter)
      const face = openFace(
        await subsetFont(Buffer.from(woff2), '', { keepAllGlyphs: true, targetFormat: 'sfnt' }),
      )
      expect([...face.tables.keys()]).not.toContain('fvar')
      widths.push(face.glyph(face.codePoints.get(0x6d) ?? 0).advance)
    }
    const [bold, regular, flexible] = widths
    expect(bold).not.toBe(regular)
    expect(flexible).toBe(bold)
  })

  it('that cannot be used are errors that name the file', async () => {
    for (const [name, words] of [
      ['torn.ttf', 'is damaged'],
      ['words.woff2', 'is damaged'],
      ['post.otf', 'Type 3'],
    ] as const) {
      const failure = await readFamilies([at(name)]).catch((error) => error)
      expect(failure).toBeInstanceOf(DeckError)
      expect(failure.problem).toMatchObject({ code: 'theme/bad-font', at: { file: at(name) } })
      expect(failure.problem.message).toContain(name)
      expect(failure.problem.message).toContain(words)
    }
  })
})

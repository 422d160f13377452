import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import subsetFont from 'subset-font'
import { describe, expect, it } from 'vitest'
import { readEnvironment } from '../../../src/config/environment.js'
import { cutFonts } from '../../../src/deck/fonts/cut.js'
import { families, ownFamilies } from '../../../src/deck/fonts/families.js'
import { readNames } from '../../../src/deck/fonts/name.js'
import { readTables, tableOf } from '../../../src/deck/fonts/sfnt.js'
import { root } from '../../helpers/notes.js'

const file = path.join(root, 'LICENSES', 'fonts.txt')
const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))

describe('the licences of the fonts', () => {
  it('are in the repository as the packages have them, for all that come along', () => {
    const written = readFileSync(file, 'utf8')
    expect(written).toBe(
      execFileSync(process.execPath, [path.join(root, 'LICENSES', 'gather.mjs')], { encoding: 'utf8' }),
    )
    const along = [...families, ...ownFamilies].filter((family) => family.package in dependencies)
    expect(along.length).toBeGreaterThan(20)
    for (const family of along) expect(written.split('\n'), family.name).toContain(family.package)
  })

  it('travel in each cut font, with its copyright', async () => {
    const themed = families.filter((family) => family.package in dependencies)
    const requests = themed.map(
      ({ name }) => ({ source: name, weight: 400, style: 'normal', chars: 'a字' }) as const,
    )
    const { cacheDir } = readEnvironment()
    for (const { request, woff2 } of await cutFonts(requests, { cacheDir })) {
      const options = { keepAllGlyphs: true, targetFormat: 'sfnt', preserveNameIds: [0, 13] } as const
      const tables = readTables(await subsetFont(Buffer.from(woff2), '', options))
      const names = new Map(
        readNames(tableOf(tables, 'name')).map(({ id, text }) => [
          id,
          new TextDecoder('utf-16be').decode(text),
        ]),
      )
      expect(names.get(0), request.source).toMatch(/copyright|©|\(c\)/i)
      expect(names.get(13), request.source).toMatch(/Open Font License/i)
    }
  })
})

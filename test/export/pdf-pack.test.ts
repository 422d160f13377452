// The summit notes printed by Chrome, packed: less than 300 KB, and readers see no difference.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChrome } from '../../src/chrome/connect.js'
import { ORIGIN, openDeck } from '../../src/chrome/open-deck.js'
import { readPageReport } from '../../src/chrome/page-report.js'
import { readEnvironment } from '../../src/config/environment.js'
import { renderDeck } from '../../src/deck/render.js'
import { printSlides } from '../../src/export/formats/pdf.js'
import { setPageLinks } from '../../src/export/pdf-finish.js'
import { readPdfObjects } from '../../src/export/pdf-objects.js'
import { packPdf } from '../../src/export/pdf-pack.js'
import { planSlides } from '../../src/slides/plan.js'
import { loadTheme } from '../../src/theme/load.js'
import { example, parseFile } from '../helpers/notes.js'
import { countFonts, readPdf } from '../helpers/pdf.js'

async function printSummit(name: string, atOnce: number): Promise<Uint8Array> {
  const { cacheDir } = readEnvironment()
  await using chrome = await openChrome({ cacheDir })
  const { notes } = parseFile(example('aigc-summit.md'))
  const theme = await loadTheme(name, '.')
  const deck = await renderDeck(notes, planSlides(notes).slides, theme, { audience: 'shared', cacheDir })
  await using open = await openDeck(chrome, deck.html, { mode: 'pages' })
  const printed = await printSlides({ chrome, open }, readPageReport(open.report).pages, atOnce)
  return setPageLinks(printed, ORIGIN)
}

/** Each page's pixels as poppler draws them. */
function pixelsOf(folder: string, name: string, pdf: Uint8Array): Buffer {
  const file = path.join(folder, name)
  writeFileSync(file, pdf)
  execFileSync('pdftoppm', ['-r', '36', file, path.join(folder, 'page')])
  const pages = execFileSync('sh', ['-c', 'cat page-*.ppm && rm page-*.ppm'], {
    cwd: folder,
    maxBuffer: 2 ** 28,
  })
  expect(readFileSync(file).length).toBe(pdf.length)
  return pages
}

describe.each([
  ['paper', 400, 300],
  ['blueprint', 400, 300],
  ['paper', 9, 500],
])('the summit notes in %s, %i slides at a time', (theme, atOnce, kilobytes) => {
  let plain: Uint8Array
  let packed: Uint8Array
  const folder = mkdtempSync(path.join(tmpdir(), 'recap-pack-'))
  beforeAll(async () => {
    plain = await printSummit(theme, atOnce)
    packed = packPdf(readPdfObjects(plain))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it(`are less than ${kilobytes} KB`, () => {
    expect(packed.length).toBeLessThan(kilobytes * 1024)
    expect(packed.length).toBeLessThan(plain.length * 0.7)
  })

  it('have the text, tags, bookmarks, links and facts they had', async () => {
    expect(await readPdf(packed)).toEqual(await readPdf(plain))
    expect(countFonts(packed)).toEqual(countFonts(plain))
  })

  it('are drawn alike to the pixel, by another reader too', () => {
    const before = pixelsOf(folder, 'plain.pdf', plain)
    expect(before.length).toBeGreaterThan(1e6)
    expect(pixelsOf(folder, 'packed.pdf', packed).equals(before)).toBe(true)
  })

  it('are packed into the same bytes again', async () => {
    expect(Buffer.from(packPdf(readPdfObjects(plain))).equals(packed)).toBe(true)
  })
})

describe('reading objects', () => {
  it('refuses what is no PDF of Chrome’s', () => {
    expect(() => readPdfObjects(Buffer.from('%PDF-1.4\n'))).toThrow('trailer')
  })
})

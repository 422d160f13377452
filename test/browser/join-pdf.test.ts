// A deck printed a few slides at a time by two pages and joined, against the same deck printed at once: readers see no difference.
import { describe, expect, it } from 'vitest'
import { openChrome } from '../../src/chrome/connect.js'
import { ORIGIN, openDeck } from '../../src/chrome/open-deck.js'
import { readPageReport } from '../../src/chrome/page-report.js'
import { readEnvironment } from '../../src/config/environment.js'
import { renderDeck } from '../../src/deck/render.js'
import { printSlides } from '../../src/export/formats/pdf.js'
import { countPages, setPageLinks } from '../../src/export/pdf-finish.js'
import { readPdfObjects } from '../../src/export/pdf-objects.js'
import { planSlides } from '../../src/slides/plan.js'
import { loadTheme } from '../../src/theme/load.js'
import { example, parseFile } from '../helpers/notes.js'
import { renderText } from '../helpers/open-text.js'
import { countFonts, readPdf } from '../helpers/pdf.js'

// In midnight Chrome tags lines of the furniture as the document's own.
describe.each([
  ['aigc-summit', 'paper'],
  ['reliability-day', 'paper'],
  ['aigc-summit', 'midnight'],
  ['reliability-day', 'blueprint'],
])('examples/%s.md in %s, printed a few slides at a time by two pages', (name, themeName) => {
  it('has the pages, tags, bookmarks and links of one print', async () => {
    const { cacheDir } = readEnvironment()
    await using chrome = await openChrome({ cacheDir })
    const { notes } = parseFile(example(`${name}.md`))
    const theme = await loadTheme(themeName, '.')
    const deck = await renderDeck(notes, planSlides(notes).slides, theme, { audience: 'shared', cacheDir })
    await using open = await openDeck(chrome, deck.html, { mode: 'pages' })
    const { pages } = readPageReport(open.report)
    const whole = setPageLinks(await printSlides({ chrome, open }, pages), ORIGIN)
    const joined = setPageLinks(await printSlides({ chrome, open }, pages, 5), ORIGIN)
    expect(countPages(joined)).toBe(pages)
    // Several prints it was: each brings fonts of its own.
    expect(countFonts(joined).embedded).toBeGreaterThan(countFonts(whole).embedded)
    expect(await readPdf(joined)).toEqual(await readPdf(whole))
  })
})

it('knows the heads of all tables, each by a name of its own', async () => {
  const { cacheDir } = readEnvironment()
  await using chrome = await openChrome({ cacheDir })
  const table = (name: string) =>
    `# ${name}\n\n| ${name} | more |\n|---|---|\n| one | two |\n| three | four |\n`
  await using open = await openDeck(chrome, await renderText(['A', 'B', 'C', 'D'].map(table).join('\n')), {
    mode: 'pages',
  })
  const { pages } = readPageReport(open.report)
  const texts = [...readPdfObjects(await printSlides({ chrome, open }, pages, 2)).objects.values()].map(
    ({ text }) => text,
  )
  const found = (pattern: RegExp) =>
    texts.flatMap((text) => [...text.matchAll(pattern)].map((one) => one[1] ?? ''))
  const heads = found(/\/ID \((node\d+)\)/g)
  expect(new Set(heads).size).toBe(8)
  expect(heads.length).toBe(8)
  expect(new Set(found(/\/Headers \[\((node\d+)\)\]/g))).toEqual(new Set(heads))
  // Readers look ids up in this tree, which must be in order.
  const names = found(/\((node\d+)\) \d+ 0 R/g)
  expect(names).toEqual([...heads].toSorted())
  const tree = /\/IDTree (\d+) 0 R/.exec(texts.find((text) => text.includes('/Type /StructTreeRoot')) ?? '')
  expect(tree).not.toBeNull()
})

// `recap build --fragments`: a PDF with a page for each step of the slides whose points come one at a time.
import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printSlides } from '../../src/export/formats/pdf.js'
import { openTestChrome } from '../chrome/helpers.js'
import { emptyFolder, recap } from '../helpers/cli.js'
import { openText } from '../helpers/open-text.js'
import { type ReadPdf, readPdf } from '../helpers/pdf.js'

const body = `# Ann
A pier is a wall
Then it is a door
And last a chair
It stands in the sea

# Bo
Salt
Tide
Storm

## Prices
| what | how much |
|---|---|
| rope | 12 |

# Cy
- One of them
- Two of them
  - and a half
- Three of them
`
const talk = (head: string) => `---\ntitle: Piers\nclosing: false\n${head}---\n${body}`

let dir: string
beforeAll(async () => {
  dir = await emptyFolder()
  await writeFile(path.join(dir, 'talk.md'), talk('fragments: true\n'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))
async function run(...args: string[]) {
  const done = await recap(['build', 'talk.md', '--json', ...args], dir, { SOURCE_DATE_EPOCH: '1700000000' })
  expect(done.code, done.stderr).toBe(0)
  return done
}
/** Gives the report. */
const build = async (...args: string[]) => JSON.parse((await run(...args)).stdout)
const fileIn = (out: string, name = 'talk.pdf') => readFile(path.join(dir, out, name))
/** Of each slide: title, agenda, Ann, her points, Bo, his points, prices, Cy. */
const pagesOf = [1, 1, 1, 4, 1, 3, 1, 4]
const squeeze = (text: string | undefined) => (text ?? '').replace(/\s/g, '')

describe('points one at a time, in files', () => {
  it('are all there without --fragments: the same bytes as of notes that do not ask for them', async () => {
    const formats = ['--to', 'pdf,pptx']
    await build(...formats, '--out', 'whole')
    const asked = await fileIn('.', 'talk.md')
    await writeFile(path.join(dir, 'talk.md'), talk(''))
    // Nor does the flag make any, and that is said.
    const { stderr } = await run(...formats, '--fragments', '--out', 'plain')
    expect(stderr).toContain('fragments: true')
    await writeFile(path.join(dir, 'talk.md'), asked)
    for (const name of ['talk.pdf', 'talk.pptx'])
      expect((await fileIn('whole', name)).equals(await fileIn('plain', name)), name).toBe(true)
  })
})

describe('--fragments', () => {
  let report: { readonly slides: number; readonly outputs: readonly { readonly slides: number }[] }
  let steps: ReadPdf
  let whole: ReadPdf
  beforeAll(async () => {
    report = await build('--to', 'pdf,handout', '--fragments')
    await build('--to', 'pdf,handout', '--out', 'whole')
    steps = await readPdf(await fileIn('out'))
    whole = await readPdf(await fileIn('whole'))
  })

  it('has a page for each step: with nothing of it first, then more each time, and at last the slide as it is', () => {
    expect(whole.pages.length).toBe(pagesOf.length)
    expect(report.slides).toBe(pagesOf.length)
    expect(report.outputs.map(({ slides }) => slides)).toEqual([pagesOf.length, pagesOf.length])
    // Each slide's last page says what the slide says; those before it are what it begins with.
    const words = steps.pages.map(squeeze)
    let at = 0
    const counts = whole.pages.map(squeeze).map((slide) => {
      const last = words.indexOf(slide, at)
      expect(last, slide).toBeGreaterThanOrEqual(at)
      const pages = words.slice(at, last + 1)
      expect(pages.map(({ length }) => length)).toEqual(
        pages.map(({ length }) => length).toSorted((one, other) => one - other),
      )
      for (const page of pages) expect(slide.startsWith(page), page).toBe(true)
      at = last + 1
      return pages.length
    })
    expect(at).toBe(words.length)
    expect(counts).toEqual(pagesOf)
    expect(steps.pages[3]).toContain('Ann')
    expect(steps.pages[3]).not.toMatch(/door|chair|sea/)
    expect(steps.pages[4]).toMatch(/door/)
    expect(steps.pages[4]).not.toMatch(/chair|sea/)
  })

  it('has bookmarks once a slide, links that lead to its first page, and tags for what is on the page alone', () => {
    expect(steps.outline).toEqual(whole.outline)
    expect(steps.levels).toEqual(whole.levels)
    expect(steps.inner).toBe(whole.inner)
    const firstOf = pagesOf.map((_, at) => 1 + pagesOf.slice(0, at).reduce((sum, one) => sum + one, 0))
    expect(whole.leadTo.length).toBeGreaterThan(2)
    expect(steps.leadTo).toEqual(whole.leadTo.map((page) => firstOf[page - 1]))
    const headings = (roles: readonly string[]) => roles.filter((role) => /^H\d$/.test(role))
    expect(headings(steps.roles)).toEqual(headings(whole.roles))
    const items = (roles: readonly string[]) => roles.filter((role) => role === 'LI').length
    // On the pages before the last: 0, 1 and 2 of three points, 0 and 1 of two, 0, 1 and 3, as one has another under it.
    expect(items(steps.roles) - items(whole.roles)).toBe(3 + 1 + 4)
  })

  it('gives the same bytes each time, holds --slides with all their steps, and may stand in the configuration', async () => {
    await writeFile(path.join(dir, 'recap.config.yaml'), 'export: { fragments: true }\n')
    await build('--to', 'pdf', '--out', 'two')
    expect((await fileIn('out')).equals(await fileIn('two'))).toBe(true)
    const { outputs } = await build('--to', 'pdf', '--slides', '2,5,6', '--out', 'some')
    await rm(path.join(dir, 'recap.config.yaml'))
    expect(outputs[0].slides).toBe(3)
    const some = await readPdf(await fileIn('some'))
    expect(some.pages.map(squeeze)).toEqual([1, 7, 8, 9, 10].map((at) => squeeze(steps.pages[at])))
    expect(some.leadTo).toEqual([2])
  })

  it('leaves nothing behind for the formats that are made after it', async () => {
    const [one, two] = await Promise.all(
      ['out', 'whole'].map(async (out) => readPdf(await fileIn(out, 'talk.handout.pdf'))),
    )
    expect(one?.pages.join()).toContain('And last a chair')
    expect(one).toEqual(two)
  })

  it.each(['paper', 'bento', 'reveal:dracula'])(
    'moves nothing from step to step in %s, and is one file also where it is printed some pages at a time',
    async (theme) => {
      await using chrome = await openTestChrome()
      await using deck = await openText(chrome, talk('fragments: true\n'), { theme })
      const open = { ...deck, refused: [], errors: [] }
      const before = await deck.boxes()
      expect(await open.page.evaluate('recapSteps(true)')).toEqual(pagesOf)
      // Nothing moves from step to step.
      const each = pagesOf.flatMap((count, at) => Array.from({ length: count }, () => before[at]))
      expect(await deck.boxes()).toEqual(each)
      const whole = await readPdf(await printSlides({ chrome, open }, 16))
      const joined = await readPdf(await printSlides({ chrome, open }, 16, 4))
      expect(joined.pages.map(squeeze)).toEqual(whole.pages.map(squeeze))
      expect(joined.outline).toEqual(whole.outline)
      expect(await open.page.evaluate('recapSteps(false)')).toEqual([])
      expect(await open.page.$$('section[data-layout]')).toHaveLength(pagesOf.length)
      const hidden = await open.page.$$eval('.slide *', (all) =>
        all.filter((one) => getComputedStyle(one).visibility === 'hidden'),
      )
      expect(hidden).toEqual([])
    },
  )
})

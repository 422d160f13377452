import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { overflow } from '../../src/check/rules/overflow.js'
import type { Chrome } from '../../src/chrome/chrome.js'
import { openChrome } from '../../src/chrome/connect.js'
import { readEnvironment } from '../../src/config/environment.js'
import { parseText } from '../helpers/notes.js'
import { openText } from '../helpers/open-text.js'
import { findClipped, smallest } from '../helpers/oracle.js'

let chrome: Chrome
beforeAll(async () => {
  chrome = await openChrome({ cacheDir: readEnvironment().cacheDir })
})
afterAll(() => chrome?.[Symbol.asyncDispose]())

async function openAndCheck(source: string) {
  const open = await openText(chrome, source)
  const { deck, report } = open
  const problems = overflow.check({ notes: parseText(source).notes, remarks: 'hide', deck, report })
  return Object.assign(open, { found: problems })
}

const sections = (count: number, name: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => `# ${name(index + 1)}\n- one thought\n- another`).join('\n\n')
const agendaOf = (report: {
  readonly slides: readonly { readonly layout: string; readonly parts: readonly unknown[] }[]
}) => report.slides.find(({ layout }) => layout === 'agenda')

describe('an agenda', () => {
  it.each([
    [22, 'Speaker Name'],
    [40, '讲者的名字'],
    [75, 'Speaker Name'],
    [150, '第几位讲者'],
  ])('of %s sections is never small: it goes on over several slides', async (count, name) => {
    await using open = await openAndCheck(sections(count, (index) => `${name} ${index}`))
    expect(await findClipped(open.page)).toEqual([])
    expect(await open.page.evaluate(smallest, '.agenda .name')).toBeGreaterThanOrEqual(18)
    expect(agendaOf(open.report)?.parts.length).toBe(Math.ceil(count / 45))
    expect(await open.page.$$eval('.agenda li', (rows) => rows.length)).toBe(count)
    expect(open.found).toEqual([])
  })

  it('lets long names have two lines', async () => {
    await using open = await openAndCheck(
      sections(22, (index) => `Talk ${index} about what nobody has yet dared to say`),
    )
    expect(await open.page.$$eval('[data-layout=agenda] .part', (numbers) => numbers.length)).toBe(0)
    expect(await findClipped(open.page)).toEqual([])
    expect(await open.page.evaluate(smallest, '.agenda .name')).toBeGreaterThanOrEqual(18)
    expect(open.found).toEqual([])
  })

  it('cuts the one name that is far too long, says so, and leaves the others as large as they were', async () => {
    const long = 'A title that goes on and on '.repeat(8)
    await using open = await openAndCheck(sections(22, (index) => (index === 9 ? long : `Speaker ${index}`)))
    expect(await open.page.evaluate(smallest, '.agenda .name')).toBe(24)
    expect(await open.page.$$eval('.name[data-cut]', (names) => names.length)).toBe(1)
    expect(open.found.map(({ hint }) => hint)).toContainEqual(
      expect.stringMatching(/longest headings.*agenda: false/),
    )
  })
})

describe('what has become too small to read', () => {
  it('is reported for a heading of three hundred words', async () => {
    await using open = await openAndCheck(
      `# A\n\n### ${'many words '.repeat(150)}\n- one\n- two\n\n# B\n- one`,
    )
    expect(open.found.map(({ hint }) => hint)).toContainEqual(
      expect.stringMatching(/^Shorten it, or write it as a paragraph/),
    )
  })

  it('does not come of lists in lists in lists', async () => {
    const deep = Array.from({ length: 6 }, (_, level) => `${'  '.repeat(level)}- level ${level}`).join('\n')
    await using open = await openAndCheck(`# A\n\n${`${deep}\n`.repeat(2)}`)
    expect(await open.page.evaluate(smallest, '.unit')).toBeGreaterThanOrEqual(20)
    expect(await findClipped(open.page)).toEqual([])
    expect(open.found).toEqual([])
  })

  it('is reported with what would help', async () => {
    const row = Array.from({ length: 40 }, (_, at) => `a_{${at}}`).join(' & ')
    await using open = await openAndCheck(`# A\n\n$$ \\begin{pmatrix} ${row} \\end{pmatrix} $$\n`)
    expect(open.found.map(({ hint }) => hint)).toEqual([expect.stringMatching(/^Write it as several/)])
  })

  it('does not come of tables of many columns', async () => {
    const table = `| ${Array(14).fill('1,234,567').join(' | ')} |\n`
    await using open = await openAndCheck(`# A\n\n${table}|${'---|'.repeat(14)}\n${table}`)
    expect(await open.page.evaluate(smallest, '.unit')).toBeGreaterThanOrEqual(20)
    expect(open.found).toEqual([])
  })
})

describe('the language of code', () => {
  it('stands above its first line, however long that is', async () => {
    const line = 'const answer = await everythingThatIsToBeKnown('.repeat(4)
    await using open = await openAndCheck(`# A\n\n\`\`\`ts\n${`${line}\n`.repeat(3)}\`\`\`\n`)
    const [bottom, top] = await open.page.evaluate(() => {
      const range = document.createRange()
      range.selectNodeContents(document.querySelector('pre code') ?? document.body)
      return [
        document.querySelector('.language')?.getBoundingClientRect().bottom ?? 0,
        range.getClientRects()[0]?.top ?? 0,
      ]
    })
    expect(bottom).toBeGreaterThan(0)
    expect(top).toBeGreaterThanOrEqual(bottom ?? 0)
    expect(await findClipped(open.page)).toEqual([])
  })
})

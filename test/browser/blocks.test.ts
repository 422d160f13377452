import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chrome } from '../../src/chrome/chrome.js'
import { openChrome } from '../../src/chrome/connect.js'
import type { Page } from '../../src/chrome/puppeteer.js'
import { readEnvironment } from '../../src/config/environment.js'
import { openText } from '../helpers/open-text.js'
import { findClipped } from '../helpers/oracle.js'
import { readPdf } from '../helpers/pdf.js'

let chrome: Chrome
beforeAll(async () => {
  chrome = await openChrome({ cacheDir: readEnvironment().cacheDir })
})
afterAll(() => chrome?.[Symbol.asyncDispose]())

const before = '# Before\n\n- One thing was said\n- Another thing was said\n- And a third one\n\n'
const after = '\n# After\n\n- One thing was said\n- Another thing was said\n- And a third one\n'

/** The sizes of all type in units, px, without code's language, small marks and formulas. */
const smallest = (page: Page) =>
  page.$$eval('.unit', (units) => {
    const sizes = units.flatMap((unit) =>
      [unit, ...unit.querySelectorAll('*')]
        .filter((box) => !box.closest('sup, .gap, .language, .formula') && box.textContent.trim() !== '')
        .map((box) => Number.parseFloat(getComputedStyle(box).fontSize)),
    )
    return Math.min(...sizes)
  })

/** Opens notes with a block among ordinary ones, and sees that nothing is cut off and no neighbour has lost its size. */
async function openAmong(block: string) {
  const open = await openText(chrome, `${before}# The block\n\n${block}${after}`)
  expect(await findClipped(open.page)).toEqual([])
  const sizeOf = (id: string) => open.report.slides.find((slide) => slide.id === id)?.parts[0]?.fontPx
  expect(sizeOf('before')).toBe(sizeOf('after'))
  expect(sizeOf('before')).toBeGreaterThanOrEqual(27)
  const report = open.report.slides.filter(({ id }) => id.startsWith('the-block')).at(-1)
  return { ...open, block: report, [Symbol.asyncDispose]: open[Symbol.asyncDispose] }
}

const listing = Array.from({ length: 12 }, (_, index) => [
  `/* What part ${index} does`,
  '   in two lines */',
  `export function part${index}(a, b) {`,
  `  if (a > ${index}) {`,
  '    return b',
  '  }',
  '  return a',
  '}',
  '',
]).flat()
const fenced = (lines: readonly string[], language = 'js') =>
  `\`\`\`${language}\n${lines.join('\n')}\n\`\`\`\n`

describe('a listing over several slides', () => {
  it('numbers its lines on, ends its slides between functions, and keeps the colour of what goes over lines', async () => {
    await using open = await openAmong(fenced(listing))
    expect(open.block?.trouble).toBeUndefined()
    const pieces = await open.page.$$eval('.unit.code', (units) =>
      units.map((unit) => ({
        numbers: [...unit.querySelectorAll('[data-number]')].map((line) =>
          Number(line.getAttribute('data-number')),
        ),
        lines: [...unit.querySelectorAll('.line')].map((line) => line.textContent.trimEnd()),
        remarks: unit.querySelectorAll('.tok-rem').length,
      })),
    )
    expect(pieces.length).toBeGreaterThan(5)
    const shown = pieces.flatMap(({ numbers, lines }) => lines.map((line, at) => [numbers[at], line]))
    expect(shown.filter(([, line]) => line !== '')).toEqual(
      listing.map((line, at) => [at + 1, line]).filter(([, line]) => line !== ''),
    )
    expect(pieces.every(({ lines }) => lines.at(-1) === '}' && lines[0]?.startsWith('/*'))).toBe(true)
    expect(
      pieces.every(({ remarks, lines }) => remarks === 2 * lines.filter((line) => line === '}').length),
    ).toBe(true)
    expect(await smallest(open.page)).toBeGreaterThanOrEqual(20)
  })

  it('has no numbers in what is copied, or read out of a PDF in its order', async () => {
    await using open = await openText(chrome, `# A\n\n${fenced(listing)}`)
    const copied = await open.page.evaluate(() => {
      const code = document.querySelector('.unit.code code')
      if (code) getSelection()?.selectAllChildren(code)
      return getSelection()?.toString() ?? ''
    })
    expect(copied.split('\n').filter((line) => line.trim() !== '')[2]).toBe('export function part0(a, b) {')
    expect(copied).not.toMatch(/^\s*\d/m)
    const squeezed = (await readPdf(await open.print())).pages.join('').replace(/\s+/g, '')
    for (const part of [0, 6, 11])
      expect(squeezed).toContain(`exportfunctionpart${part}(a,b){if(a>${part}){returnb}returna}`)
  })

  it('is whole without numbers when a slide carries it', async () => {
    await using open = await openText(chrome, `# A\n\n${fenced(listing.slice(0, 8))}`)
    expect(await open.page.$$eval('[data-number]', (found) => found.length)).toBe(0)
    expect(await open.page.$$eval('.unit.code', (found) => found.length)).toBe(1)
  })

  it('may be of two thousand lines, or of one line of forty thousand letters', async () => {
    const lines = Array.from({ length: 2000 }, (_, index) =>
      index % 9 === 8 ? '' : `call(${index}, "text")`,
    )
    const line = Array.from({ length: 2500 }, (_, index) => `"key${index}": ${index}`).join(', ')
    await using many = await openAmong(fenced(lines))
    await using long = await openAmong(fenced([`{${line}}`], 'json'))
    for (const open of [many, long]) {
      expect(open.block?.trouble).toBeUndefined()
      expect(await smallest(open.page)).toBeGreaterThanOrEqual(20)
    }
    const shown = await long.page.$$eval('.unit.code code', (found) =>
      found.map((one) => one.textContent).join(''),
    )
    expect(shown.trim()).toBe(`{${line}}`)
  })
})

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
const tableOf = (head: readonly string[], rows: readonly (readonly string[])[], mark = '---') =>
  row(head) + row(head.map((_, at) => (at === 0 ? '---' : mark))) + rows.map(row).join('')
const cellsOf = (page: Page, selector: string) =>
  page.$$eval(selector, (found) => found.map((cell) => cell.textContent.trim()))

describe('a table over several slides', () => {
  it('of a thousand rows has one head, one set of columns and even pieces', async () => {
    const rows = Array.from({ length: 1000 }, (_, at) => [
      `R${at}`,
      at % 13 ? 'a place' : 'a much longer place',
      `${at * 7}`,
    ])
    await using open = await openAmong(tableOf(['Row', 'Place', 'Sum'], rows, '---:'))
    expect(open.block?.trouble).toBeUndefined()
    expect(await cellsOf(open.page, 'tbody td:first-child')).toEqual(rows.map(([name]) => name))
    const pieces = await open.page.$$eval('.unit.table', (units) =>
      units.map((unit) => ({
        head: unit.querySelector('thead')?.textContent.replace(/\s+/g, ' ').trim(),
        rows: unit.querySelectorAll('tbody tr').length,
        lefts: [...unit.querySelectorAll('th')]
          .map((cell) => Math.round(cell.getBoundingClientRect().left))
          .join(),
        aligned: [...unit.querySelectorAll('td:last-child')].every(
          (cell) => getComputedStyle(cell).textAlign === 'right',
        ),
      })),
    )
    expect(new Set(pieces.map(({ head }) => head)).size).toBe(1)
    expect(new Set(pieces.map(({ lefts }) => lefts)).size).toBe(1)
    expect(pieces.every(({ aligned }) => aligned)).toBe(true)
    expect(Math.min(...pieces.map(({ rows: count }) => count))).toBeGreaterThan(3)
  })

  it('of sixty columns shows some of them at a time, the first one always', async () => {
    const columns = Array.from({ length: 59 }, (_, at) => `Col ${at + 2}`)
    const rows = ['Germany', 'China'].map((name) => [
      name,
      ...columns.map((_, at) => `${name.length}${at}00`),
    ])
    await using open = await openAmong(tableOf(['Country', ...columns], rows, '---:'))
    expect(open.block?.trouble).toBeUndefined()
    expect(await smallest(open.page)).toBeGreaterThanOrEqual(20)
    expect(await cellsOf(open.page, 'th:not(:first-child)')).toEqual(columns)
    const firsts = await cellsOf(open.page, 'tbody tr:first-child td:first-child')
    expect(new Set(firsts)).toEqual(new Set(['Germany']))
    const which = await cellsOf(open.page, '.columns')
    expect(which.length).toBe(firsts.length)
    expect(which[0]).toMatch(/^2–\d+ \/ 60$/)
    expect(which.at(-1)).toMatch(/–60 \/ 60$/)
  })

  it.each([
    ['English', 'One more thing was said, and then another. '],
    ['Chinese', '这一句话说的是同一件事情，没有别的意思。'],
  ])(
    'with a cell of 3,000 letters of %s cuts the cell, at ends of sentences, in type that is read',
    async (_, sentence) => {
      const told = sentence.repeat(Math.ceil(3000 / sentence.length)).trim()
      await using open = await openAmong(
        tableOf(
          ['What', 'Told'],
          [
            ['One', 'short'],
            ['Two', told],
            ['Three', 'short'],
          ],
        ),
      )
      expect(open.block?.trouble).toBeUndefined()
      expect(await smallest(open.page)).toBeGreaterThanOrEqual(20)
      const cells = await cellsOf(open.page, 'td:last-child')
      expect(cells.length).toBeGreaterThan(5)
      expect(cells.join('').replace(/\s/g, '')).toBe(`short${told}short`.replace(/\s/g, ''))
      expect(cells.slice(1).every((cell) => cell === 'short' || /[.。]$/.test(cell))).toBe(true)
      const names = await cellsOf(open.page, 'td:first-child')
      expect(names.filter((name) => name === 'Two').length).toBe(cells.length - 2)
    },
  )
})

describe('a list of 49 levels', () => {
  it.each([
    ['English', (level: number) => `Level ${level} has something to say that is not short`],
    ['Chinese', (level: number) => `第${level}层说的话，写得稍微长一点`],
  ])('in %s never leaves its slide, and its words keep half of it', async (_, wordsOf) => {
    const words = Array.from({ length: 49 }, (_, level) => wordsOf(level + 1))
    await using open = await openAmong(
      words.map((word, level) => `${'  '.repeat(level)}- ${word}\n`).join(''),
    )
    expect(open.block?.trouble).toBeUndefined()
    expect(await smallest(open.page)).toBeGreaterThanOrEqual(20)
    const shown = await open.page.$$eval('[id^="the-block"] li:not(.continued) > p', (found) =>
      found.map((text) => ({ text: text.textContent, share: text.getBoundingClientRect().left / 1280 })),
    )
    const squeeze = (text: string) => text.replace(/\s/g, '')
    expect(shown.map(({ text }) => squeeze(text))).toEqual(words.map(squeeze))
    expect(Math.max(...shown.map(({ share }) => share))).toBeLessThan(0.5)
  })
})

describe('a formula too large for a slide', () => {
  it('goes on overleaf where it has rows', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `x_{${at}} &= \\frac{a_{${at}}}{b}`)
    await using open = await openAmong(`$$\n\\begin{aligned}\n${rows.join(' \\\\\n')}\n\\end{aligned}\n$$\n`)
    expect(open.block?.trouble).toBeUndefined()
    expect(open.block?.parts.length).toBeGreaterThan(4)
    expect(Math.min(...(open.block?.parts.map(({ fontPx }) => fontPx) ?? [0]))).toBeGreaterThanOrEqual(24)
  })

  it('is broken into rows where it has none, in type that is read', async () => {
    const sum = (count: number) => Array.from({ length: count }, (_, at) => `a_{${at}}`).join(' + ')
    const tex = [`\\frac{${sum(60)}}{2}`, `\\left(${sum(60)}\\right)^2`, `\\sqrt{${sum(60)}}`]
    for (const one of tex) {
      await using open = await openAmong(`$$ ${one} $$\n`)
      expect(open.block?.trouble).toBeUndefined()
      const sizes = await open.page.$$eval('.formula', (found) =>
        found.map((box) => Number.parseFloat(getComputedStyle(box).fontSize)),
      )
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(20)
    }
  })

  it('is scaled where nothing breaks it, and said to be small when it can hardly be read', async () => {
    const rows = (columns: number) =>
      Array.from({ length: 3 }, () => Array.from({ length: columns }, () => 'a_{10}').join(' & '))
    const matrix = (columns: number) =>
      `$$ \\begin{pmatrix} ${rows(columns).join(' \\\\ ')} \\end{pmatrix} $$\n`
    await using some = await openAmong(matrix(14))
    expect(some.block?.trouble).toBeUndefined()
    await using many = await openAmong(matrix(28))
    expect(many.block?.trouble).toMatchObject([{ kind: 'shrunk', what: 'formula' }])
  })
})

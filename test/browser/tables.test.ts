import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chrome } from '../../src/chrome/chrome.js'
import { openChrome } from '../../src/chrome/connect.js'
import { readEnvironment } from '../../src/config/environment.js'
import { openText } from '../helpers/open-text.js'
import { findClipped } from '../helpers/oracle.js'

let chrome: Chrome
beforeAll(async () => {
  chrome = await openChrome({ cacheDir: readEnvironment().cacheDir })
})
afterAll(() => chrome?.[Symbol.asyncDispose]())

const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
const tableOf = (head: readonly string[], ...rows: readonly (readonly string[])[]) =>
  `# Talk\n\n${row(...head)}${row(...head.map(() => '---'))}${rows.map((cells) => row(...cells)).join('')}`

/** Words of cells that stand on more than one line. */
const brokenWords = () =>
  [...document.querySelectorAll('th, td')].flatMap((cell) => {
    const broken: string[] = []
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(/\S+/g)) {
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + word.length)
        if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) broken.push(word)
      }
    }
    return broken
  })

const option = '`--experimental-worker-pool-size-per-tenant-and-region`'
const className = '`com.example.platform.scheduler.internal.WorkerPoolConfigurationProperties`'
const address = 'https://billing.example.org/api/v2/customers/invoices/search?status=open&limit=100'

describe('a table too wide for its slide', () => {
  it.each([
    [
      'code',
      tableOf(['Option', 'Meaning', 'Default'], [option, 'How many', 'DEFA'], [className, 'Class', 'DEFB']),
    ],
    ['an address', tableOf(['Service', 'Endpoint', 'Owner'], ['billing', address, 'OWNERA'])],
    [
      'both, in Chinese',
      tableOf(['选项', '说明', '默认'], [option, '每个租户在每个地区的工作池大小', address]),
    ],
    [
      'names of one piece',
      tableOf(['a', 'b', 'c'], Array(3).fill('Donaudampfschifffahrtsgesellschaft'.repeat(2))),
    ],
  ])('because of %s stays on it, and no short word in it is broken', async (_, notes) => {
    await using open = await openText(chrome, notes)
    expect(await findClipped(open.page)).toEqual([])
    const broken = await open.page.evaluate(brokenWords)
    expect(broken.filter((word) => word.length < 13)).toEqual([])
    expect(open.report.slides.filter(({ trouble }) => trouble)).toEqual([])
  })

  it('by less than a pixel ends where its slide does', async () => {
    const word = 'x'.repeat(40)
    const notes = tableOf(['我', word], ['我', '我'], [word, '我'])
    for (const lang of ['zh-Hans', 'en']) {
      await using open = await openText(chrome, `---\nlang: ${lang}\n---\n${notes}`)
      expect(await findClipped(open.page)).toEqual([])
    }
  })

  it('because of figures shows some of its columns at a time, and breaks none', async () => {
    const head = [...'abcdefghijkl']
    await using open = await openText(chrome, tableOf(head, Array(12).fill('1,234,567')))
    expect(await findClipped(open.page)).toEqual([])
    expect(await open.page.evaluate(brokenWords)).toEqual([])
    expect(open.report.slides.filter(({ trouble }) => trouble)).toEqual([])
    expect(await open.page.$$eval('table', (found) => found.length)).toBe(3)
  })
})

const wordy = (at: number) => [
  String(93010 + at),
  'Observability: logs, metrics, traces and alerts for every service',
  '798648',
  'Feature flags rot; delete them after 30 days, or somebody will turn them on again',
]
const wordyZh = (at: number) => [
  String(93010 + at),
  '大模型的成本怎么降下来，主要靠蒸馏和量化，也要看推理框架和调度做得好不好',
  '798648',
  '行业经验沉淀在老师傅脑子里，很难变成数据，要靠访谈和陪跑慢慢抠出来，急不得',
]
const eight = (at: number) => [
  ...[String(93010 + at), 'Small batches', '798648', '914', 'Postgres is enough for most'],
  ...['41', '96931', 'Feature flags rot; delete them after 30 days'],
]
const twelve = (of: (at: number) => readonly string[]) => Array.from({ length: 12 }, (_, at) => of(at))

/** Of each table: its rows. */
const countRows = () =>
  [...document.querySelectorAll('table')].map((table) => table.querySelectorAll('tbody tr').length)

describe('a table too tall for its slide', () => {
  it.each([
    ['of long cells', '4:3', tableOf([...'ABCD'], ...twelve(wordy))],
    ['of long cells, in Chinese', '4:3', tableOf([...'ABCD'], ...twelve(wordyZh))],
    ['of many columns', '16:9', tableOf([...'ABCDEFGH'], ...twelve(eight))],
  ] as const)(
    '%s on %s shows at least three rows a slide, in smaller type if need be',
    async (_, aspect, notes) => {
      await using open = await openText(chrome, notes, { aspect })
      expect(await findClipped(open.page)).toEqual([])
      expect(Math.min(...(await open.page.evaluate(countRows)))).toBeGreaterThanOrEqual(3)
      expect(open.report.slides.filter(({ trouble }) => trouble)).toEqual([])
    },
  )

  it('shows its columns some at a time where only one row would stand on a slide', async () => {
    await using open = await openText(chrome, tableOf([...'ABCDEFGH'], ...twelve(eight)), { aspect: '4:3' })
    expect(await findClipped(open.page)).toEqual([])
    expect(Math.min(...(await open.page.evaluate(countRows)))).toBeGreaterThanOrEqual(4)
    const first = await open.page.$$eval('tbody tr', (rows) =>
      rows.map(({ children }) => children[0]?.textContent),
    )
    const names = Array.from({ length: 12 }, (_, at) => String(93010 + at))
    expect(first).toEqual([...names, ...names])
    expect(
      await open.page.$$eval('.columns', (all) => [...new Set(all.map((one) => one.textContent))]),
    ).toHaveLength(2)
  })

  it.each([
    ['English', '4:3', wordy],
    ['English', '9:16', wordy],
    ['Chinese', '9:16', wordyZh],
  ] as const)('of five columns of %s in %s keeps two of them side by side', async (_, aspect, cells) => {
    const rows = Array.from({ length: 4 }, (_, at) => [
      `Step ${at + 1}`,
      ...[0, 1, 2, 3].map((column) => cells(at + column)[1] ?? ''),
    ])
    await using open = await openText(chrome, tableOf([...'ABCDE'], ...rows), { aspect })
    expect(await findClipped(open.page)).toEqual([])
    const shown = await open.page.$$eval('tbody', (bodies) =>
      bodies.map(({ rows }) => ({
        columns: rows[0]?.cells.length,
        lines: [...rows].map(({ cells }) => {
          const range = document.createRange()
          if (cells[0]) range.selectNodeContents(cells[0])
          return new Set([...range.getClientRects()].map(({ top }) => top)).size
        }),
        em: Math.min(
          ...[...(rows[0]?.cells ?? [])]
            .slice(1)
            .map((cell) => cell.clientWidth / Number.parseFloat(getComputedStyle(cell).fontSize)),
        ),
      })),
    )
    for (const { columns, lines, em } of shown) {
      expect(columns).toBeGreaterThanOrEqual(3)
      expect(new Set(lines)).toEqual(new Set([1]))
      expect(em).toBeGreaterThan(6)
    }
  })

  it('keeps its rows whole where that gives its columns room', async () => {
    const rows = [
      [
        'By hand',
        'The author writes a break wherever a slide is too long, and checks each of them',
        'Full control, and nothing moves when the theme is changed by somebody else',
        'It takes an evening, and is wrong again after the next change of notes',
        'Talks that are given many times, with few changes between them',
      ],
      [
        'By height',
        'The page measures every box and cuts where the slide ends, whatever stands there',
        'Simple, fast, and never overflows in any theme that was tried',
        'Cuts a sentence from its example, and leaves a line alone on the next slide',
        'Drafts that nobody but the author will ever see',
      ],
      [
        'By meaning',
        'Cuts are given a cost, and the cheapest way through the whole section wins',
        'Reads as if somebody had thought about it, and stays the same on each machine',
        'Needs measures of each unit at each size, which costs time when a deck is long',
        'Everything else, and above all notes that were typed in a hurry',
      ],
      [
        'By model',
        'A language model is asked to write slides from the notes of the day',
        'Good titles, short sentences, and no work at all for the author',
        'Words that nobody said, another result each time, and costs for each deck',
        'Never for notes that will be quoted by others',
      ],
    ]
    const source = tableOf(['Approach', ...'ABCD'], ...rows)
    await using open = await openText(chrome, source, { aspect: '4:3' })
    expect(await findClipped(open.page)).toEqual([])
    const cells = await open.page.$$eval('tbody tr', (all) =>
      all.map(({ children }) => [...children].map((cell) => cell.textContent)),
    )
    const [first, last] = [rows.map((row) => row.slice(0, 3)), rows.map((row) => row.toSpliced(1, 2))]
    expect(cells).toEqual([...first, ...last])
  })

  it('stays in type read at ease where that shows rows enough', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => [String(at), 'short', 'words'])
    await using open = await openText(chrome, tableOf([...'ABC'], ...rows))
    expect(open.report.slides.flatMap(({ parts }) => parts.map(({ fontPx }) => fontPx))).not.toContain(24)
  })
})

describe('a remark on a row of a long table', () => {
  const rows = Array.from({ length: 30 }, (_, at) => [
    String(at),
    at === 17 ? 'word（这里我没听懂）' : 'word',
  ])
  const notes = (remarks: string) =>
    `---\nremarks: ${remarks}\n---\n${tableOf([...'AB'], ...rows)}（这张表回头要核对一下，我觉得数字不太对）\n\n# Next\n\n- one\n- two\n`
  /** What each part of the table says in remarks, and which rows it shows. */
  const partsOf = (selector: string) =>
    [...document.querySelectorAll('section:has(table)')].map((part) => ({
      rows: [...part.querySelectorAll('tbody tr')].map(({ children }) => Number(children[0]?.textContent)),
      said: [...part.querySelectorAll(selector)].map((one) => one.textContent),
    }))

  it.each([
    ['on the slide', 'show', '.remark'],
    ['in the speaker notes', 'notes', '.notes p'],
  ])('stands with it %s, one on the table with its last row', async (_, remarks, selector) => {
    await using open = await openText(chrome, notes(remarks), { audience: 'presenter' })
    expect(await findClipped(open.page)).toEqual([])
    const parts = await open.page.evaluate(partsOf, selector)
    expect(parts.length).toBeGreaterThan(2)
    for (const { rows, said } of parts)
      expect(said).toEqual([
        ...(rows.includes(17) ? ['这里我没听懂'] : []),
        ...(rows.includes(29) ? ['这张表回头要核对一下，我觉得数字不太对'] : []),
      ])
  })

  it('takes no room from the rows of other slides', async () => {
    const remark = '我觉得这个数字很可疑，'.repeat(16)
    const table = tableOf(
      [...'AB'],
      ...rows.map(([at = '']) => [at, at === '29' ? `word（${remark}）` : 'word']),
    )
    await using shown = await openText(chrome, `---\nremarks: show\n---\n${table}`)
    await using hidden = await openText(chrome, `---\nremarks: hide\n---\n${table}`)
    const most = async ({ page }: typeof shown) => Math.max(...(await page.evaluate(countRows)))
    expect(await findClipped(shown.page)).toEqual([])
    expect(await most(shown)).toBeGreaterThanOrEqual(await most(hidden))
  })
})

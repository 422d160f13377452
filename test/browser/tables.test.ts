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

  it('because of figures shows some of its columns at a time, and breaks none', async () => {
    const head = [...'abcdefghijkl']
    await using open = await openText(chrome, tableOf(head, Array(12).fill('1,234,567')))
    expect(await findClipped(open.page)).toEqual([])
    expect(await open.page.evaluate(brokenWords)).toEqual([])
    expect(open.report.slides.filter(({ trouble }) => trouble)).toEqual([])
    expect(await open.page.$$eval('table', (found) => found.length)).toBe(3)
  })
})

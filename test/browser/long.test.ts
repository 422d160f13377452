// Lines far longer than any slide: whole on many slides, in time that grows as they do.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chrome } from '../../src/chrome/chrome.js'
import { openChrome } from '../../src/chrome/connect.js'
import { readEnvironment } from '../../src/config/environment.js'
import { fitGrowth } from '../helpers/fit-growth.js'
import { openText } from '../helpers/open-text.js'
import { findClipped } from '../helpers/oracle.js'

let chrome: Chrome
beforeAll(async () => {
  chrome = await openChrome({ cacheDir: readEnvironment().cacheDir })
})
afterAll(() => chrome?.[Symbol.asyncDispose]())

describe('a line of twenty thousand letters', () => {
  const kinds = [
    ['English', 'One more thing was said, and then another. '],
    ['Chinese', '这一句话说的是同一件事情，没有别的意思。'],
    ['Chinese without a mark', '这一句话没有尽头'],
    ['letters without a space', 'x'],
  ] as const
  const lineOf = (sentence: string, size: number) =>
    sentence.repeat(Math.floor(size / sentence.length)).trim()

  it.each(kinds)('of %s stands on many slides, whole', async (_, sentence) => {
    const line = lineOf(sentence, 20_000)
    await using open = await openText(chrome, `# A\n\n${line}\n\n- the last`)
    expect(await findClipped(open.page)).toEqual([])
    expect(
      open.report.slides.filter(({ trouble }) => trouble?.some(({ kind }) => kind === 'overflow')),
    ).toEqual([])
    const shown = await open.page.$$eval('li.unit > p', (texts) =>
      texts.map((text) => text.textContent).join(''),
    )
    expect(shown.replace(/\s/g, '')).toBe(`${line}the last`.replace(/\s/g, ''))
  })

  // Before they were cut, letters without a space took four times as long where there were twice as many.
  it.each([
    ...kinds.map(
      ([name, sentence]) =>
        [name, (size: number) => `# A\n\n${lineOf(sentence, size)}\n\n- the last`] as const,
    ),
    ['a cell', (size: number) => `# A\n\n| a | b |\n|---|---|\n| ${'x'.repeat(size)} | b |`],
    ['code', (size: number) => `# A\n\n\`\`\`\n${'x'.repeat(size)}\n\`\`\``],
    [
      'a listing of many lines',
      (size: number) => `# A\n\n\`\`\`\n${'call(1, "text")\n'.repeat(size / 10)}\`\`\``,
    ],
    [
      'a table of many rows',
      (size: number) => `# A\n\n| a | b |\n|---|---|\n${'| R1 | a place |\n'.repeat(size / 20)}`,
    ],
    ['a heading', (size: number) => `# ${'x'.repeat(size)}\n- one\n\n# B\n- two`],
  ] as const)('takes time in proportion: %s', async (_, notesOf) => {
    expect(await fitGrowth(chrome, notesOf, 2_500)).toBeLessThan(8)
  })

  it('keeps what is marked in it, and what follows it', async () => {
    const line = `Words and **bold words** and \`code\` and more. ${'Many plain words follow. '.repeat(4)}`
      .repeat(40)
      .trim()
    await using open = await openText(chrome, `# A\n\n- ${line}\n  - under it\n- the last`)
    expect(await findClipped(open.page)).toEqual([])
    const count = (selector: string) => open.page.$$eval(selector, (found) => found.length)
    expect(await count('li.unit > p > :is(b, strong)')).toBe(40)
    expect(await count('li.more')).toBeGreaterThan(2)
    expect(
      await open.page.$$eval('li.more .points li', (found) => found.map((one) => one.textContent)),
    ).toEqual(['under it'])
  })
})

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

describe('a line of twenty thousand letters', () => {
  it.each([
    ['English', 'One more thing was said, and then another. '],
    ['Chinese', '这一句话说的是同一件事情，没有别的意思。'],
    ['Chinese without a mark', '这一句话没有尽头'],
    ['letters without a space', 'x'],
  ])('of %s stands on many slides, whole, and takes no long time', async (_, sentence) => {
    const line = sentence.repeat(Math.floor(20_000 / sentence.length)).trim()
    await using open = await openText(chrome, `# A\n\n${line}\n\n- the last`)
    expect(await findClipped(open.page)).toEqual([])
    expect(
      open.report.slides.filter(({ trouble }) => trouble?.some(({ kind }) => kind === 'overflow')),
    ).toEqual([])
    const shown = await open.page.$$eval('li.unit > p', (texts) =>
      texts.map((text) => text.textContent).join(''),
    )
    expect(shown.replace(/\s/g, '')).toBe(`${line}the last`.replace(/\s/g, ''))
    // It takes about 0.3 s; before it was cut, letters without a space took 7 s, and four times that for twice as many.
    expect(open.report.fitMs).toBeLessThan(3000)
  })

  it.each([
    ['a cell', (letters: string) => `# A\n\n| a | b |\n|---|---|\n| ${letters} | b |`],
    ['code', (letters: string) => `# A\n\n\`\`\`\n${letters}\n\`\`\``],
    ['a heading', (letters: string) => `# ${letters}\n- one\n\n# B\n- two`],
  ])('takes no long time in %s either', async (_, notesOf) => {
    await using open = await openText(chrome, notesOf('x'.repeat(20_000)))
    expect(open.report.fitMs).toBeLessThan(2000)
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

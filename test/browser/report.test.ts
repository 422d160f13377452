import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chrome } from '../../src/chrome/chrome.js'
import { openChrome } from '../../src/chrome/connect.js'
import { readEnvironment } from '../../src/config/environment.js'
import { emptyFolder, recap } from '../helpers/cli.js'
import { openText } from '../helpers/open-text.js'

let chrome: Chrome
beforeAll(async () => {
  chrome = await openChrome({ cacheDir: readEnvironment().cacheDir })
})
afterAll(() => chrome?.[Symbol.asyncDispose]())

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
/** A row of a matrix, which no line break can part. */
const row = (count: number, cell: (number: number) => string) =>
  `\\begin{pmatrix}${numbers(count).map(cell).join(' & ')}\\end{pmatrix}`
const thought = (number: number) => `Point ${number} of the talk says one thing at ordinary length`
const mutter = (number: number) => `private thought ${number}`
/** A heading in line 1 with a thought of its own in line 2, and a point with another in each line from 3 on. */
const remarked = [
  '# Talk',
  `// ${mutter(0)}`,
  ...numbers(20).map((number) => `- ${thought(number)} <!-- private -->${mutter(number)}<!-- /private -->`),
].join('\n')

/** What each slide of points shows, and what is spoken there: the numbers in both. */
const readParts = () =>
  [...document.querySelectorAll('section[data-layout="points"]')].map((section) => {
    const numbersIn = (selector: string) =>
      [...section.querySelectorAll(selector)].map((text) => Number(/\d+/.exec(text.textContent)?.[0]))
    return {
      shown: numbersIn('.unit > p'),
      spoken: numbersIn('.notes > p'),
      asides: section.querySelectorAll('.notes').length,
    }
  })

describe('speaker notes', () => {
  it('go with the points they belong to when a slide is split, in order, none lost or doubled', async () => {
    await using open = await openText(chrome, remarked, { audience: 'presenter' })
    const parts = await open.page.evaluate(readParts)
    expect(parts.length).toBeGreaterThan(2)
    expect(parts.flatMap(({ shown }) => shown)).toEqual(numbers(20))
    expect(parts.map(({ spoken }) => spoken)).toEqual(parts.map(({ shown }) => shown))
    expect(parts.map(({ asides }) => asides)).toEqual(parts.map(() => 1))
    expect(await open.page.$eval('section[data-layout="section"] .notes', (notes) => notes.textContent)).toBe(
      mutter(0),
    )
  })

  it('of the heading stay with the first part, and parts that nothing was thought of have none', async () => {
    const units = numbers(20).map((number) => `- ${thought(number)}`)
    units[17] += ` <!-- private -->${mutter(18)}<!-- /private -->`
    // Under one heading, so that the points begin on a slide of the section's own title.
    const source = `# Talk <!-- private -->${mutter(0)}<!-- /private -->\n<!-- layout: points -->\n${units.join('\n')}`
    await using open = await openText(chrome, source, { audience: 'presenter' })
    const parts = await open.page.evaluate(readParts)
    const home = parts.findIndex(({ shown }) => shown.includes(18))
    expect(home).toBeGreaterThan(0)
    expect(parts.map(({ spoken }) => spoken)).toEqual(parts.map((_, index) => (index === home ? [18] : [])))
    expect(await open.page.$$eval('.notes', (all) => all.map((notes) => notes.textContent))).toEqual([
      mutter(0),
      mutter(18),
    ])
  })

  it('of a point under a point go where that one is shown', async () => {
    const children = numbers(24).map(
      (number) => `  - ${thought(number)} <!-- private -->${mutter(number)}<!-- /private -->`,
    )
    const source = `# Talk\n- The parent\n${children.join('\n')}`
    await using open = await openText(chrome, source, { audience: 'presenter' })
    const parts = await open.page.evaluate(readParts)
    expect(parts.length).toBeGreaterThan(1)
    const shown = parts.map(({ shown: all }) => all.filter((number) => number > 0))
    expect(parts.map(({ spoken }) => spoken)).toEqual(shown)
  })

  it('are in no shared file, split or not', async () => {
    await using open = await openText(chrome, remarked)
    expect(await open.page.$$eval('.notes', (all) => all.length)).toBe(0)
    expect(await open.page.content()).not.toContain('private thought')
  })
})

describe('the report', () => {
  it('gives each part the lines of the notes that its units came from', async () => {
    await using open = await openText(chrome, remarked)
    const parts = open.report.slides.find(({ layout }) => layout === 'points')?.parts ?? []
    expect(parts.length).toBeGreaterThan(2)
    const shown = (await open.page.evaluate(readParts)).map((part) => part.shown)
    // Point 1 stands in line 3.
    expect(parts.map(({ lines }) => lines)).toEqual(
      shown.map((all) => [Math.min(...all) + 2, Math.max(...all) + 2]),
    )
  })

  it('counts lines from the start of the file, past front matter and other sections', async () => {
    const source =
      '---\ntitle: T\n---\n\n# A\none\n\n## B\n\ntwo\n\nthree.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n'
    await using open = await openText(chrome, source)
    const lines = open.report.slides.flatMap(({ parts }) => parts.map((part) => part.lines))
    expect(lines.flatMap((pair) => pair ?? [])).toEqual(expect.arrayContaining([6, 10, 12, 14]))
    expect(await open.page.$$eval('.unit[data-pause]', (units) => units.length)).toBeGreaterThan(0)
  })

  it('is the same for a list with a blank line between all its points as for one with none', async () => {
    const partsOf = async (between: string) => {
      const source = `# A\n<!-- layout: points -->\n${numbers(14)
        .map((number) => `- ${thought(number)}`)
        .join(between)}`
      await using open = await openText(chrome, source)
      const marked = await open.page.$$eval('.unit[data-pause]', (units) => units.length)
      const points = open.report.slides.find(({ layout }) => layout === 'points')
      return { marked, sizes: points?.parts.map(({ units }) => units) }
    }
    const [tight, loose] = [await partsOf('\n'), await partsOf('\n\n')]
    expect([tight.marked, loose.marked]).toEqual([0, 13])
    expect(loose.sizes).toEqual(tight.sizes)
  })

  it('says where title, units and remarks stand, in px on the slide', async () => {
    await using open = await openText(chrome, remarked)
    const all = await open.boxes()
    expect(all.map(({ id }) => id)).toEqual(
      open.report.slides.flatMap(({ parts }) => parts.map(({ id }) => id)),
    )
    const boxes = all.find(({ id }) => id.endsWith('-2'))?.boxes ?? []
    expect(boxes.map(({ role }) => role)).toEqual(expect.arrayContaining(['head', 'title', 'meta', 'unit']))
    const units = boxes.filter(({ role }) => role === 'unit')
    const part = open.report.slides.flatMap(({ parts }) => parts).find(({ id }) => id.endsWith('-2'))
    expect(units.map(({ line }) => line)).toEqual(
      numbers(22).filter((line) => line >= (part?.lines?.[0] ?? 0) && line <= (part?.lines?.[1] ?? 0)),
    )
    for (const { fontPx } of units) expect(fontPx).toBe(part?.fontPx)
    const bottoms = boxes.filter(({ role }) => role === 'head' || role === 'unit')
    bottoms.forEach(({ x, y, width, height }, index) => {
      expect(y).toBeGreaterThanOrEqual((bottoms[index - 1]?.y ?? 0) + (bottoms[index - 1]?.height ?? 0))
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x + width).toBeLessThanOrEqual(1280)
      expect(y + height).toBeLessThanOrEqual(720)
    })
  })

  it('names a formula that came out too small, and what it stands in is none the smaller', async () => {
    const wide = row(24, (n) => `\\frac{a_{${n}}+b_{${n}}}{c}`)
    await using open = await openText(chrome, `# A\none\n\n$$${wide}$$\n\ntwo`)
    const troubles = open.report.slides.flatMap(({ trouble }) => trouble ?? [])
    expect(troubles).toMatchObject([{ kind: 'shrunk', what: 'formula', line: 4 }])
    expect(troubles[0]?.fontPx).toBeLessThan(20)
  })

  it('leaves formulas alone that were made a little smaller', async () => {
    const some = row(14, (n) => `\\frac{a_{${n}}}{c}`)
    await using open = await openText(chrome, `# A\none\n\n$$${some}$$\n\ntwo`)
    const shrunk = await open.page.$$eval('.formula', (all) =>
      all.map((one) => one instanceof HTMLElement && one.style.getPropertyValue('--fit-formula')),
    )
    expect(shrunk).toEqual([expect.stringMatching(/^0\.[6-9]/)])
    expect(open.report.slides.flatMap(({ trouble }) => trouble ?? [])).toEqual([])
  })
})

describe('recap build', () => {
  it('says once, at its own line, what is too large for its slide, whatever stands around it', async () => {
    const dir = await emptyFolder()
    const wide = row(40, (n) => `a_{${n}}`)
    const lines = [
      '# A',
      ...numbers(4).map(thought),
      '',
      `$$ ${wide} $$`,
      '',
      '# B',
      'one',
      `### ${'many words '.repeat(150)}`,
      '- one',
      '- two',
    ]
    const at = (text: string) => lines.findIndex((line) => line.startsWith(text)) + 1
    await writeFile(path.join(dir, 'talk.md'), lines.join('\n'))
    const run = await recap(['build', 'talk.md', '--json', '--to', 'pdf'], dir)
    await rm(dir, { recursive: true })
    const { problems } = JSON.parse(run.stdout)
    expect(problems).toMatchObject([
      {
        code: 'check/overflow',
        message: expect.stringMatching(/^This formula is too wide.* \d+(\.\d)? px/),
        hint: expect.stringMatching(/^Write it as several/),
        at: { file: 'talk.md', line: at('$$') },
      },
      {
        message: expect.stringMatching(/^This heading is too long/),
        hint: expect.stringMatching(/^Shorten it/),
        at: { line: at('###') },
      },
    ])
  })

  it('names a giant among points by its own line', async () => {
    // A formula cannot go on overleaf, as long as it may be.
    const giant = `$$\\begin{array}{l}${'a = b \\\\ '.repeat(40)}\\end{array}$$`
    const source = `# A\n${[1, 2, 3].map((n) => `- ${thought(n)}`).join('\n')}\n- ${giant}\n- ${thought(5)}`
    await using open = await openText(chrome, source)
    expect(open.report.slides.flatMap(({ trouble }) => trouble ?? [])).toMatchObject([
      { kind: 'shrunk', what: 'formula', line: 5 },
    ])
  })

  it('sets code that is to be kept smaller before it cuts it', async () => {
    const source = `# A\n<!-- keep -->\n\`\`\`js\n${'say(1)\n'.repeat(18)}\`\`\`\n`
    await using open = await openText(chrome, source)
    const slide = open.report.slides.find(({ layout }) => layout === 'code')
    expect(slide?.parts).toHaveLength(1)
    expect(slide?.trouble).toMatchObject([{ kind: 'shrunk', what: 'slide', holds: 'code', fontPx: 17 }])
  })

  it('cuts code that is to be kept before it is set smaller than 16 px', async () => {
    for (const count of [20, 25, 40]) {
      const source = `# A\n<!-- keep -->\n\`\`\`js\n${'say(1)\n'.repeat(count)}\`\`\`\n`
      await using open = await openText(chrome, source)
      const slide = open.report.slides.find(({ layout }) => layout === 'code')
      const sizes = await open.page.$$eval('pre', (found) =>
        found.map((pre) => Number.parseFloat(getComputedStyle(pre).fontSize)),
      )
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16)
      expect(slide?.trouble).toMatchObject([{ kind: 'not-kept', what: 'slide', holds: 'code' }])
      expect(slide?.parts.length).toBeGreaterThan(1)
    }
  })

  it('advises no heading in the middle of code or a table that is to be kept', async () => {
    const dir = await emptyFolder()
    const cells = `|${' several words of a long cell |'.repeat(3)}\n`
    const table = `|a|b|c|\n|-|-|-|\n${cells.repeat(40)}`
    const code = `\`\`\`js\n${'say(1)\n'.repeat(60)}\`\`\`\n`
    await writeFile(path.join(dir, 'talk.md'), `# A\n<!-- keep -->\n${code}\n# B\n<!-- keep -->\n\n${table}`)
    const run = await recap(['build', 'talk.md', '--json', '--to', 'pdf'], dir)
    await rm(dir, { recursive: true })
    const { problems } = JSON.parse(run.stdout)
    expect(problems).toMatchObject([
      { hint: expect.stringMatching(/leave out some of the code/) },
      { hint: expect.stringMatching(/rows or columns/) },
    ])
  })
})

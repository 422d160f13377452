import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chrome } from '../../src/chrome/chrome.js'
import { openChrome } from '../../src/chrome/connect.js'
import { readEnvironment } from '../../src/config/environment.js'
import { openText } from '../helpers/open-text.js'
import { findClipped } from '../helpers/oracle.js'
import { countFonts, readPdf } from '../helpers/pdf.js'

let chrome: Chrome
beforeAll(async () => {
  chrome = await openChrome({ cacheDir: readEnvironment().cacheDir })
})
afterAll(() => chrome?.[Symbol.asyncDispose]())

const program = `// 注释
export async function read(file: string, limit = 20): Promise<string[]> {
  const text = await readFile(file, 'utf8')
  return text.split(/\\n/).slice(0, limit) // -> "ok"
}`
const notes = `# 代码\n\n\`\`\`ts\n${program}\n\`\`\`\n`

/** WCAG 2.2 contrast of an element's colour on the block behind it, read from the pixels Chrome would draw. */
const contrasts = (selectors: readonly string[]) =>
  selectors.map((selector) => {
    const pixel = (colour: string) => {
      const context = new OffscreenCanvas(1, 1).getContext('2d')
      if (!context) return [0, 0, 0]
      context.fillStyle = colour
      context.fillRect(0, 0, 1, 1)
      return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)]
    }
    const light = (colour: string) => {
      const [r = 0, g = 0, b = 0] = pixel(colour).map((value) => {
        const part = value / 255
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const element = document.querySelector(selector)
    const block = element?.closest('pre')
    if (!element || !block) return 0
    const pair = [light(getComputedStyle(element).color), light(getComputedStyle(block).backgroundColor)]
    return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05)
  })

describe('highlighted code', () => {
  it('reads well on its ground, every kind of token', async () => {
    await using open = await openText(chrome, notes)
    const found = await open.page.evaluate(contrasts, ['.tok-rem', '.tok-key', '.tok-str', '.tok-def'])
    expect(Math.min(...found)).toBeGreaterThanOrEqual(4.5)
    expect(await findClipped(open.page)).toEqual([])
  })

  it('prints as it was typed, in TrueType faces', async () => {
    await using open = await openText(chrome, notes)
    const bytes = await open.print()
    expect(countFonts(bytes)).toMatchObject({ type3: 0, notEmbedded: 0 })
    const text = (await readPdf(bytes)).pages.join('').replace(/\s+/g, '')
    expect(text).toContain(program.replace(/\s+/g, ''))
  })
})

describe('a listing of several functions over several slides', () => {
  it('ends each slide with a function, and begins and ends none with a blank line', async () => {
    const functions = [6, 8, 7].map((count, at) =>
      [`def f${at}(value):`, ...Array.from({ length: count }, (_, step) => `    step_${step}(value)`)].join(
        '\n',
      ),
    )
    await using open = await openText(chrome, `# A\n\n\`\`\`py\n${functions.join('\n\n')}\n\n\`\`\`\n`)
    expect(await findClipped(open.page)).toEqual([])
    const shown = await open.page.$$eval('.unit.code code', (found) => found.map((one) => one.textContent))
    expect(shown.map((text) => text.replace(/\n$/, ''))).toEqual(functions)
  })
})

describe('code on a narrow canvas', () => {
  it.each(['4:3', '9:16'] as const)(
    'is 20 px or more at %s, and larger where its lines are short',
    async (aspect) => {
      const sizeOf = async (line: string) => {
        const source = `# A\n\n\`\`\`js\n${`${line}\n`.repeat(12)}\`\`\`\n`
        await using open = await openText(chrome, source, { aspect })
        expect(await findClipped(open.page)).toEqual([])
        return await open.page.$eval('pre', (pre) => Number.parseFloat(getComputedStyle(pre).fontSize))
      }
      const [short, long] = [await sizeOf('say(1)'), await sizeOf('say(1, 2, 3) '.repeat(7))]
      expect(long).toBeGreaterThanOrEqual(20)
      expect(short).toBeGreaterThan(20)
    },
  )

  it('does not wrap for the numbers beside it, or for how deep it goes', async () => {
    const lines = Array.from({ length: 60 }, (_, at) => `say(${10 + at}) `.padEnd(44, 'x'))
    await using open = await openText(chrome, `# A\n\n\`\`\`py\n${lines.join('\n')}\n\`\`\`\n`, {
      aspect: '9:16',
    })
    expect(await findClipped(open.page)).toEqual([])
    const heights = await open.page.$$eval('.numbered pre .line', (found) =>
      found.map((line) => line.clientHeight / Number.parseFloat(getComputedStyle(line).lineHeight)),
    )
    expect(heights).toHaveLength(60)
    expect(Math.max(...heights)).toBeLessThan(1.5)
    const deep = Array.from(
      { length: 14 },
      (_, at) => `${'  '.repeat(at)}call_it(argument_one, argument_two, three)`,
    )
    await using other = await openText(chrome, `# A\n\n\`\`\`py\n${deep.join('\n')}\n\`\`\`\n`, {
      aspect: '9:16',
    })
    const rows = await other.page.$$eval('pre .line', (found) =>
      found.map((line) => line.clientHeight / Number.parseFloat(getComputedStyle(line).lineHeight)),
    )
    expect(rows).toHaveLength(14)
    expect(Math.max(...rows)).toBeLessThan(2.5)
  })
})

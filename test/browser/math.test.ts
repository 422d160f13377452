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

const everyFace = String.raw`$\widehat{xyz} \xrightarrow{abc} \mathfrak{g}, \mathscr{L}, \mathsf{x}, \mathtt{y}, \mathbb{R}, \mathcal{F}, \boldsymbol{\alpha}, \mathbf{B}, \textit{it}, \text{其中}, \Big( \bigg[ \Bigg\{ \sqrt[3]{\frac{\frac{a}{b}}{c}} \sum_i \displaystyle\int$`
const wide = Array.from({ length: 60 }, (_, index) => `a_{${index}}`)

describe('formulas', () => {
  it('have every letter in a face of theirs, and print in TrueType, tagged with their TeX', async () => {
    await using open = await openText(
      chrome,
      `# 第一讲 $L(\\theta)$\n损失$L$下降\n${everyFace}\n\n$$\nE = mc^2\n$$`,
    )
    expect(open.problems).toEqual([])
    expect(await findClipped(open.page)).toEqual([])
    const bytes = await open.print()
    expect(countFonts(bytes)).toMatchObject({ type3: 0, notEmbedded: 0 })
    const { roles, pages } = await readPdf(bytes)
    expect(roles).toContain('Figure')
    expect(pages.join('')).toContain('其中')
    // Each face is one of ours, so every letter was drawn by a font the deck brings.
    const names = [
      ...Buffer.from(bytes)
        .toString('latin1')
        .matchAll(/\/FontName \/[A-Z]{6}\+([\w-]+)/g),
    ].map(([, name]) => name)
    expect(names.length).toBeGreaterThan(12)
    expect(names.filter((name) => !name?.startsWith('Deck'))).toEqual([])
  })

  it('wider than the slide are broken or made smaller', async () => {
    await using open = await openText(
      chrome,
      [
        '# A',
        `$$ ${wide.join(' + ')} $$`,
        `so $\\left(${wide.join(' ')}\\right)$ it is`,
        '',
        `| a | b |\n|---|---|\n| $\\left(${wide.join(' ')}\\right)$ | c |`,
        `\n# $\\left(${wide.slice(0, 30).join(' ')}\\right)$`,
        'x',
      ].join('\n'),
    )
    expect(await findClipped(open.page)).toEqual([])
    expect(await open.page.$$eval('.formula', (all) => all.map((one) => one.textContent).join(''))).toContain(
      '59',
    )
  })

  it('are reported by their smallest letters, those in a fraction, unless that can be set larger', async () => {
    const lookAt = async (tex: string, beside: number, keep = '<!-- keep -->') => {
      const others = 'This is one more point that is said.\n'.repeat(beside)
      await using open = await openText(chrome, `# A\n${keep}\n${others}We take $${tex}$ as it is`)
      expect(await findClipped(open.page)).toEqual([])
      const boxPx = await open.page.$eval('.formula', (box) =>
        Number.parseFloat(getComputedStyle(box).fontSize),
      )
      return { boxPx, told: open.report.slides.flatMap(({ trouble = [] }) => trouble) }
    }
    expect((await lookAt('\\frac{1}{1+\\frac{1}{1+\\frac{x}{y}}}', 5)).told).toEqual([])
    expect((await lookAt(`\\frac{${wide.join('+')}}{c}`, 5, '')).told).toEqual([])
    // The formula itself is as large as the text, but what the author has set small in its fraction is not.
    const { boxPx, told } = await lookAt('\\frac{1}{1+\\genfrac{}{}{}{3}{x}{y}}', 8)
    expect(boxPx).toBeGreaterThan(17)
    expect(told).toMatchObject([{ kind: 'shrunk', what: 'formula', line: 11 }])
    expect(told[0]?.fontPx).toBeLessThan(17)
  })

  it('keep what is raised twice, or stands in a raised fraction, at 16 px, or tell it', async () => {
    const sizesOf = async (source: string) => {
      await using open = await openText(chrome, `# A\n<!-- keep -->\n${source}`)
      expect(await findClipped(open.page)).toEqual([])
      const sizes = await open.page.$$eval('.formula .katex-sizing.size1', (all) =>
        all.map((box) => Number.parseFloat(getComputedStyle(box).fontSize)),
      )
      const told = open.report.slides.flatMap(({ trouble = [] }) => trouble.map(({ kind }) => kind))
      return { least: Math.min(...sizes), told }
    }
    const others = 'This is one more point that is said.\n'.repeat(8)
    for (const tex of ['e^{\\frac{a}{b}}', 'x_{i_j}', '\\frac{a^2}{b}']) {
      const { least, told } = await sizesOf(`${others}We take $${tex}$ as it is`)
      expect(least, tex).toBeGreaterThan(15.9)
      expect(told, tex).toEqual([])
    }
    const rows = Array.from({ length: 9 }, (_, at) => `| ${at} | x |\n`).join('')
    const inCell = await sizesOf(`| a | b |\n|---|---|\n${rows}| $e^{\\frac{a}{b}}$ | x |`)
    expect(inCell.least).toBeLessThan(15.9)
    expect(inCell.told).toContain('shrunk')
  })

  it('are as large in a text as wide as its words as in one as wide as its slide', async () => {
    await using open = await openText(
      chrome,
      `# A\n\nWe take $\\sqrt{\\frac{${wide.join('+')}}{2}}$ as it is`,
      {
        theme: 'bento',
      },
    )
    expect(await findClipped(open.page)).toEqual([])
    expect(open.report.slides.filter(({ trouble }) => trouble)).toEqual([])
    const size = await open.page.$eval('.formula', (box) => Number.parseFloat(getComputedStyle(box).fontSize))
    expect(size).toBeGreaterThan(20)
  })

  it.each(['4:3', '9:16'] as const)(
    'broken over lines in %s keep each sum clear of the next line’s',
    async (aspect) => {
      const terms = [...'abcde'].map((name) => `\\sum_{i=1}^{n}\\log p_${name}(x_i|\\theta)`)
      await using open = await openText(chrome, `# A\n$$ L = ${terms.join(' + ')} $$`, { aspect })
      const lines = await open.page.$$eval('.display .katex-strut', (struts) => {
        const found: { top: number; bottom: number }[] = []
        for (const strut of struts) {
          const { top, bottom } = strut.getBoundingClientRect()
          const last = found.at(-1)
          // A strut of letters without limits is shorter, and stands within its line.
          if (last && top < last.bottom - 1) {
            last.top = Math.min(last.top, top)
            last.bottom = Math.max(last.bottom, bottom)
          } else found.push({ top, bottom })
        }
        return found
      })
      expect(lines.length).toBeGreaterThan(1)
      lines.slice(1).forEach(({ top }, at) => {
        expect(top - (lines[at]?.bottom ?? 0)).toBeGreaterThan(6)
      })
    },
  )
})

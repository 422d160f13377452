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
})

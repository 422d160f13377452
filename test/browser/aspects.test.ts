import { readdirSync, readFileSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chrome } from '../../src/chrome/chrome.js'
import { openChrome } from '../../src/chrome/connect.js'
import { openDeck } from '../../src/chrome/open-deck.js'
import { readEnvironment } from '../../src/config/environment.js'
import type { PageReport } from '../../src/page/contract.js'
import { aspects } from '../../src/theme/aspect.js'
import { emptyFolder, recap } from '../helpers/cli.js'
import { example, parseText } from '../helpers/notes.js'
import { openSlides, openText } from '../helpers/open-text.js'
import { findClipped } from '../helpers/oracle.js'
import { readPdf } from '../helpers/pdf.js'
import { type Lang, slidesOf, viewsOf } from '../helpers/slides.js'

let chrome: Chrome
beforeAll(async () => {
  chrome = await openChrome({ cacheDir: readEnvironment().cacheDir })
})
afterAll(() => chrome?.[Symbol.asyncDispose]())

const troubled = ({ slides }: PageReport) =>
  slides.flatMap(({ id, trouble = [] }) => trouble.map(({ kind, what }) => `${id}: ${what} ${kind}`))

/** The smallest letters under what the selector finds, px; raised marks of footnotes are meant to be small. */
const smallest = (selector: string) => {
  const sizes: number[] = []
  for (const root of document.querySelectorAll(selector)) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement } = node
      if (parentElement && node.textContent?.trim() && !parentElement.closest('.notes, .gap, sup'))
        sizes.push(Number.parseFloat(getComputedStyle(parentElement).fontSize))
    }
  }
  return Math.min(...sizes)
}

const langs: readonly Lang[] = ['zh-Hans', 'en']
const shapes = aspects.flatMap((aspect) => langs.map((lang) => [aspect, lang] as const))

describe.each(shapes)('slides of %s in %s', (aspect, lang) => {
  it.each([0.2, 0.6])('stand in every layout with texts %s as long as they may be', async (size) => {
    const slides = slidesOf(lang, viewsOf(lang, size, false))
    await using open = await openSlides(chrome, parseText('# A\nb').notes, slides, { aspect })
    expect(await findClipped(open.page)).toEqual([])
    expect(troubled(open.report)).toEqual([])
    expect(await open.page.evaluate(smallest, 'section')).toBeGreaterThanOrEqual(16)
    const read = '.say, .term, .unit > p:not(.language), .cards p, .rest'
    expect(await open.page.evaluate(smallest, read)).toBeGreaterThanOrEqual(24)
  })

  it.each([1, 3])('clip nothing with texts %s times as long, remarks beside them', async (size) => {
    const slides = slidesOf(lang, viewsOf(lang, size, true))
    await using open = await openSlides(chrome, parseText('# A\nb').notes, slides, { aspect })
    expect(await findClipped(open.page)).toEqual([])
    expect(
      open.report.slides.filter(({ trouble }) => trouble?.some(({ kind }) => kind === 'overflow')),
    ).toEqual([])
  })
})

it.each(['4:3', '9:16'] as const)('slides of %s hold the smallest notes for each layout', async (aspect) => {
  for (const file of readdirSync(example('layouts'))) {
    await using open = await openText(chrome, readFileSync(example(`layouts/${file}`), 'utf8'), { aspect })
    expect(await findClipped(open.page), file).toEqual([])
    expect(troubled(open.report), file).toEqual([])
  }
})

/** How many boxes of the first slide that holds some stand side by side at most. */
const abreast = (selector: string) => {
  const first = document.querySelector(selector)?.parentElement
  const tops = [...(first?.querySelectorAll(selector) ?? [])].map((box) => box.getBoundingClientRect().top)
  return Math.max(...tops.map((top) => tops.filter((other) => Math.abs(other - top) < 4).length))
}

it.each([
  ['16:9', 3, 2, 2],
  ['4:3', 2, 2, 2],
  ['9:16', 1, 1, 1],
] as const)(
  'slides of %s set %s cards, %s sides of a comparison, %s of picture and points abreast',
  async (aspect, cards, sides, halves) => {
    const { 'cards 6': six, compare, 'figure beside': figure } = viewsOf('zh-Hans', 0.6, false)
    if (!six || !compare || !figure) throw new Error('A layout is missing.')
    const slides = slidesOf('zh-Hans', { 'cards 6': six, compare, 'figure beside': figure })
    await using open = await openSlides(chrome, parseText('# A\nb').notes, slides, { aspect })
    expect(await open.page.evaluate(abreast, '.card')).toBe(cards)
    expect(await open.page.evaluate(abreast, '.side')).toBe(sides)
    const [picture, points] = await open.page.$$eval('.picture > figure, .picture > .points', (boxes) =>
      boxes
        .slice(0, 2)
        .map((box) => box.getBoundingClientRect())
        .map(({ left, bottom, top }) => ({ left, bottom, top })),
    )
    const over = (points?.top ?? 0) >= (picture?.bottom ?? 0)
    expect(over ? 1 : 2).toBe(halves)
  },
)

describe.each(aspects)('slides of %s', (aspect) => {
  const openNotes = (source: string) => openText(chrome, source, { aspect })

  it.each([6, 22, 75])('hold an agenda of %s sections in type that can be read', async (count) => {
    const sections = Array.from(
      { length: count },
      (_, at) => `# ${at % 2 ? '某某科技' : 'Ada Lovelace'} ${at}\nx\ny`,
    )
    await using open = await openNotes(sections.join('\n\n'))
    expect(await findClipped(open.page)).toEqual([])
    expect(troubled(open.report)).toEqual([])
    expect(await open.page.$$eval('.agenda li', (rows) => rows.length)).toBe(count)
    expect(await open.page.evaluate(smallest, '.agenda .name')).toBeGreaterThanOrEqual(18)
  })

  it('set the words of a long heading whole', async () => {
    await using open = await openNotes(
      '# Konstantinopel-Reisegesellschaft, Incomprehensibilities\none\ntwo\nthree\nfour\n\n# B\nc',
    )
    const widths = await open.page.$$eval('[data-layout="section"] .title', (titles) =>
      titles.map((title) => {
        const range = document.createRange()
        // Its last text, in whatever the clauses of a title are wrapped.
        let text = title.lastChild
        while (text?.lastChild) text = text.lastChild
        const at = text?.textContent?.indexOf('Incomprehensibilities') ?? -1
        if (!text || at < 0) return 0
        range.setStart(text, at)
        range.setEnd(text, at + 'Incomprehensibilities'.length)
        return range.getClientRects().length
      }),
    )
    expect(widths[0]).toBe(1)
    expect(await findClipped(open.page)).toEqual([])
  })
})

describe('recap build', () => {
  let dir: string
  beforeAll(async () => {
    dir = await emptyFolder()
  })
  afterAll(() => rm(dir, { recursive: true, force: true }))
  const notes = (head: string) =>
    writeFile(path.join(dir, 'talk.md'), `---\ntitle: A\n${head}\n---\n# B\nc\nd\n`)
  const pageSizes = async () => {
    const { sizesPt } = await readPdf(await readFile(path.join(dir, 'out/talk.pdf')))
    return new Set(sizesPt.map(([width, height]) => `${width} × ${height}`))
  }

  it('prints pages of the shape the flag asks for, else the front matter, else the config', async () => {
    await writeFile(path.join(dir, 'recap.config.yaml'), 'deck: { aspect: "4:3" }\n')
    await notes('aspect: 16:9')
    expect(await recap(['build', 'talk.md', '--aspect', '9:16'], dir)).toMatchObject({ code: 0 })
    expect(await pageSizes()).toEqual(new Set(['540 × 960']))
    expect(await recap(['build', 'talk.md'], dir)).toMatchObject({ code: 0 })
    expect(await pageSizes()).toEqual(new Set(['960 × 540']))
    await notes('lang: en')
    expect(await recap(['build', 'talk.md'], dir)).toMatchObject({ code: 0 })
    expect(await pageSizes()).toEqual(new Set(['720 × 540']))
    await rm(path.join(dir, 'recap.config.yaml'))
    expect(await recap(['build', 'talk.md'], dir)).toMatchObject({ code: 0 })
    expect(await pageSizes()).toEqual(new Set(['960 × 540']))
  })

  it('says which shapes there are when it is given another', async () => {
    await notes('aspect: 3:2')
    const flagged = await recap(['build', 'talk.md', '--aspect', '3:2'], dir)
    expect(flagged).toMatchObject({ code: 2 })
    expect(flagged.stderr).toMatch(/--aspect cannot be “3:2”[\s\S]*16:9, 4:3, 9:16/)
    const written = await recap(['build', 'talk.md', '--to', 'html'], dir)
    expect(written).toMatchObject({ code: 0 })
    expect(written.stderr).toMatch(/talk\.md:3:1[\s\S]*“aspect” cannot be “3:2”[\s\S]*16:9, 4:3, 9:16/)
    await writeFile(path.join(dir, 'recap.config.yaml'), 'deck: { aspect: 3:2 }\n')
    const configured = await recap(['build', 'talk.md', '--to', 'html'], dir)
    expect(configured).toMatchObject({ code: 1 })
    expect(configured.stderr).toMatch(/“deck\.aspect”[\s\S]*16:9[\s\S]*4:3[\s\S]*9:16/)
    await rm(path.join(dir, 'recap.config.yaml'))
  })

  it.each([
    ['9:16', '', 9 / 16],
    ['9:16', 'print-pdf', 9 / 16],
    ['4:3', '', 4 / 3],
  ])(
    'makes a deck of %s that is shown so (?%s), as large as the window allows',
    async (aspect, mode, ratio) => {
      await notes('lang: en')
      await recap(['build', 'talk.md', '--to', 'html', '--aspect', aspect], dir)
      const html = await readFile(path.join(dir, 'out/talk.html'), 'utf8')
      await using open = await openDeck(chrome, html, { mode, widthPx: 1280, heightPx: 720 })
      const shown = await open.page.$eval('section[data-layout].present, .pdf-page', (box) => {
        const { width, height } = box.getBoundingClientRect()
        return { ratio: width / height, height }
      })
      expect(shown.ratio).toBeCloseTo(ratio, 2)
      // reveal.js rounds its scale to whole hundredths.
      expect(shown.height).toBeGreaterThan(712)
    },
  )
})

import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chrome } from '../../src/chrome/chrome.js'
import { openChrome } from '../../src/chrome/connect.js'
import { openDeck } from '../../src/chrome/open-deck.js'
import { readPageReport } from '../../src/chrome/page-report.js'
import { readEnvironment } from '../../src/config/environment.js'
import { renderDeck } from '../../src/deck/render.js'
import { parseNotes } from '../../src/notes/parse.js'
import { planSlides } from '../../src/slides/plan.js'
import { loadTheme } from '../../src/theme/load.js'
import { example, parseFile } from '../helpers/notes.js'
import { openText } from '../helpers/open-text.js'
import { findClipped } from '../helpers/oracle.js'

const { cacheDir } = readEnvironment()
let chrome: Chrome
beforeAll(async () => {
  chrome = await openChrome({ cacheDir })
})
afterAll(() => chrome?.[Symbol.asyncDispose]())

async function openNotes(source: string) {
  const { notes } = parseNotes(Buffer.from(source), 'talk.md')
  const deck = await renderDeck(notes, planSlides(notes).slides, await loadTheme('paper', '.'), {
    audience: 'shared',
    cacheDir,
  })
  const open = await openDeck(chrome, deck.html, { mode: 'pages' })
  return {
    open,
    report: readPageReport(open.report),
    [Symbol.asyncDispose]: () => open[Symbol.asyncDispose](),
  }
}

const layoutNames = readdirSync(example('layouts')).map((file) => path.basename(file, '.md'))

describe.each(layoutNames)('the smallest notes for %s', (name) => {
  it('give that layout, whole', async () => {
    const { notes } = parseFile(example(`layouts/${name}.md`))
    const { slides } = planSlides(notes)
    expect(slides.map((slide) => slide.layout)).toContain(name)
    const deck = await renderDeck(notes, slides, await loadTheme('paper', '.'), {
      audience: 'shared',
      cacheDir,
    })
    await using open = await openDeck(chrome, deck.html, { mode: 'pages' })
    expect(await findClipped(open.page)).toEqual([])
  })
})

describe('a panel’s long answer', () => {
  it('goes on overleaf under the question, and the speaker’s name stands beside it again', async () => {
    const answer = Array.from({ length: 30 }, (_, at) => `第${at}次先让人做，机器在旁边看，看三个月。`).join(
      '',
    )
    await using opened = await openNotes(`# 圆桌讨论\n明年预算怎么分？\n张三：${answer}\n李四：不知道`)
    expect(await findClipped(opened.open.page)).toEqual([])
    const panels = await opened.open.page.$$eval('section[data-layout="panel"]', (sections) =>
      sections.map((section) => ({
        question: section.querySelector('.q')?.textContent,
        speaker: section.querySelector('.answers > :first-child > .term')?.textContent,
        names:
          section.querySelectorAll('.answers .term').length -
          section.querySelectorAll('.answers > li').length,
      })),
    )
    expect(panels.length).toBeGreaterThan(1)
    for (const panel of panels) expect(panel).toMatchObject({ question: '明年预算怎么分？', names: 0 })
    expect(panels[1]?.speaker).toBe('张三')
  })
})

describe('names of those who answer', () => {
  it('keep a long word in one line, and all stand in one column', async () => {
    await using opened = await openNotes(
      '# 圆桌讨论\n明年最难的是什么？\nObservability：日志到处都是\n张三：人\n\n明年呢？\n李四：难说\n王五：也难说',
    )
    const panels = await opened.open.page.$$eval('section[data-layout="panel"]', (sections) =>
      sections.map((section) =>
        [...section.querySelectorAll('.answers > li > .term')].map((name) => {
          const { width, height } = name.getBoundingClientRect()
          const { fontSize, lineHeight } = getComputedStyle(name)
          return {
            em: Math.round((width / Number.parseFloat(fontSize)) * 10) / 10,
            lines: Math.round(height / Number.parseFloat(lineHeight)),
          }
        }),
      ),
    )
    expect(panels.flat().map(({ lines }) => lines)).toEqual([1, 1, 1, 1])
    expect(panels[0]?.[0]?.em).toBeGreaterThan(7.2)
    expect(panels[0]?.[1]?.em).toBe(panels[0]?.[0]?.em)
    expect(panels[1]?.map(({ em }) => em)).toEqual([7.2, 7.2])
  })
})

describe('fitting', () => {
  it('splits a section that is too tall and numbers its parts', async () => {
    const lines = Array.from(
      { length: 30 },
      (_, index) => `第${index + 1}条：这一行讲的是同一件事情里的另一个不同的方面`,
    )
    await using opened = await openNotes(`# 长\n${lines.join('\n')}`)
    const points = opened.report.slides.find((slide) => slide.layout === 'points')
    expect(points?.parts.length).toBeGreaterThan(2)
    expect(points?.parts.map((part) => part.units).reduce((sum, units) => sum + units)).toBe(30)
    expect(await findClipped(opened.open.page)).toEqual([])
    const meta = await opened.open.page.$$eval('.part', (parts) => parts.map((part) => part.textContent))
    expect(meta).toEqual(points?.parts.map((_, index, all) => `${index + 1} / ${all.length}`))
  })

  it('keeps on one slide what the author wants kept, as large as it will stand', async () => {
    const lines = Array.from({ length: 8 }, (_, index) => `第${index + 1}条：这一行讲的是同一件事`).join('\n')
    await using opened = await openNotes(`# 长\n<!-- keep -->\n${lines}`)
    const points = opened.report.slides.find((slide) => slide.layout === 'points')
    expect(points?.parts).toHaveLength(1)
    expect(points?.trouble).toBeUndefined()
    expect(await findClipped(opened.open.page)).toEqual([])
    await using long = await openNotes(`# 长\n<!-- keep -->\n${`${lines}\n`.repeat(9)}`)
    expect(long.report.slides.find((slide) => slide.layout === 'points')?.trouble).toMatchObject([
      { kind: 'not-kept' },
    ])
  })

  it('puts as many points on a slide as the theme says it carries', async () => {
    const { notes } = parseNotes(Buffer.from(`# A\n${'- a short thought\n'.repeat(8)}`), 'talk.md')
    const paper = await loadTheme('paper', '.')
    const partsAt = async (most: number) => {
      const density = { ...paper.slide.density, 'max-points': most }
      const theme = { ...paper, slide: { ...paper.slide, density } }
      const deck = await renderDeck(notes, planSlides(notes).slides, theme, { audience: 'shared', cacheDir })
      await using open = await openDeck(chrome, deck.html, { mode: 'pages' })
      return readPageReport(open.report).slides.find((slide) => slide.layout === 'points')?.parts.length
    }
    expect(await partsAt(8)).toBe(1)
    expect(await partsAt(2)).toBeGreaterThan(1)
  })

  it('draws the ’ of an English run in a Chinese deck as English does, in plain, bold and large type', async () => {
    await using opened = await openNotes(
      "# 王老师的 Don't panic\n他说 don't panic 吧\n他说 **don't panic** 吧\n俱乐部 Tom's Bar：前二十名去看",
    )
    const widths = await opened.open.page.$$eval('.slide span[lang="en"]', (runs) =>
      runs.map((run) => {
        const text = run.firstChild
        const range = document.createRange()
        const at = text?.textContent?.indexOf('’') ?? -1
        if (!text || at < 0) return 1
        range.setStart(text, at)
        range.setEnd(text, at + 1)
        return range.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(run).fontSize)
      }),
    )
    expect(widths.length).toBeGreaterThan(3)
    for (const width of widths) expect(width).toBeLessThan(0.45)
  })

  it('keeps a title of three hundred letters on its slides', async () => {
    const name = 'Professor Maximilian Aurelius von Hohenfels-Waldburg '.repeat(6).trim()
    await using opened = await openNotes(
      `# ${name}\none\ntwo\nthree\nfour\nfive\n\n# ${'一个非常非常长的名字'.repeat(30)}\n一\n\n# C\nz`,
    )
    expect(await findClipped(opened.open.page)).toEqual([])
  })

  it('cuts names of hundreds of letters rather than give each a slide of the agenda', async () => {
    const names = ['Links', '欧阳'.repeat(150), 'Maximilian-Alexander '.repeat(14)]
    const notes = names.map((name) => `# ${name}\n- one`).join('\n')
    await using opened = await openNotes(notes)
    const { page } = opened.open
    expect(
      await page.$$eval('.agenda', (agendas) => agendas.map((agenda) => agenda.children.length)),
    ).toEqual([3])
    expect(await page.$$eval('.agenda [data-cut]', (cut) => cut.length)).toBe(2)
    expect(await findClipped(page)).toEqual([])
  })

  it('keeps an agenda of forty sections on its slide', async () => {
    await using opened = await openNotes(
      Array.from({ length: 40 }, (_, index) => `# 第${index + 1}位讲者 Speaker Name\n一句话`).join('\n\n'),
    )
    expect(await findClipped(opened.open.page)).toEqual([])
  })

  it('breaks a token of five hundred letters rather than clip it', async () => {
    await using opened = await openNotes(`# A\nhttps://example.com/${'x'.repeat(500)}\ntwo\nthree`)
    expect(await findClipped(opened.open.page)).toEqual([])
  })

  it('goes on overleaf with a thought too long for a slide', async () => {
    await using opened = await openNotes(`# 甲\n${'这一句话没有尽头，'.repeat(70)}\n二`)
    const parts = opened.report.slides.flatMap((slide) => slide.parts).filter(({ units }) => units > 0)
    expect(parts.length).toBeGreaterThan(1)
    expect(Math.min(...parts.map(({ fontPx }) => fontPx))).toBeGreaterThanOrEqual(24)
    expect(await findClipped(opened.open.page)).toEqual([])
  })
})

describe('the facts under a title', () => {
  const head = [
    'title: Reliability Day',
    'author: Alexandra Konstantinopoulou-Featherstonehaugh',
    'date: 2026-11-28',
    'place: Congress Centre of the Hague, Churchillplein',
    'event: The International Conference on Reliability Engineering and Operations',
  ]
  const notes = ['---', ...head, '---', '# One', '- x', '# Two', '- y'].join('\n')

  it.each(['paper', 'contrast', 'midnight'])('end no line in the mark between them, in %s', async (theme) => {
    await using open = await openText(chrome, notes, { theme, aspect: '4:3' })
    expect(await findClipped(open.page)).toEqual([])
    const lines = await open.page.$$eval('[data-layout="title"] :is(.kicker, .facts)', (boxes) =>
      boxes.flatMap((box) =>
        [...box.querySelectorAll('span')].slice(0, -1).map((fact, at) => {
          const next = box.querySelectorAll('span')[at + 1]?.getBoundingClientRect()
          const ends = (next?.top ?? 0) >= fact.getBoundingClientRect().bottom - 1
          return { ends, marked: getComputedStyle(fact, '::after').content.includes('·') }
        }),
      ),
    )
    expect(lines.filter(({ ends }) => ends).length).toBeGreaterThan(0)
    expect(lines.filter(({ ends, marked }) => ends === marked)).toEqual([])
  })
})

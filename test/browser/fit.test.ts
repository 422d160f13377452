import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chrome } from '../../src/chrome/chrome.js'
import { openChrome } from '../../src/chrome/connect.js'
import { openDeck } from '../../src/chrome/open-deck.js'
import { readPageReport } from '../../src/chrome/page-report.js'
import { readEnvironment } from '../../src/config/environment.js'
import { renderDeck } from '../../src/deck/render.js'
import type { Slide } from '../../src/slides/slide.js'
import { loadTheme } from '../../src/theme/load.js'
import { parseText } from '../helpers/notes.js'
import { openText } from '../helpers/open-text.js'
import { findClipped } from '../helpers/oracle.js'
import { type Lang, slidesOf, table, viewsOf } from '../helpers/slides.js'

const { cacheDir } = readEnvironment()
let chrome: Chrome
beforeAll(async () => {
  chrome = await openChrome({ cacheDir })
})
afterAll(() => chrome?.[Symbol.asyncDispose]())

async function openSlides(slides: readonly Slide[]) {
  const { notes } = parseText('# A\nb')
  const options = { audience: 'shared', cacheDir } as const
  const deck = await renderDeck(notes, slides, await loadTheme('paper', '.'), options)
  const open = await openDeck(chrome, deck.html, { mode: 'pages' })
  const { slides: report } = readPageReport(open.report)
  return { page: open.page, report, [Symbol.asyncDispose]: () => open[Symbol.asyncDispose]() }
}

const langs: readonly Lang[] = ['zh-Hans', 'en']

describe.each(langs)('every layout in %s', (lang) => {
  it.each([0.2, 0.6])('stands at its intended size with texts %s as long as they may be', async (size) => {
    await using opened = await openSlides(slidesOf(lang, viewsOf(lang, size, false)))
    expect(await findClipped(opened.page)).toEqual([])
    expect(opened.report.filter(({ trouble }) => trouble)).toEqual([])
  })

  it.each([1, 2, 5])(
    'clips nothing with texts %s times as long as they may be, remarks beside them',
    async (size) => {
      await using opened = await openSlides(slidesOf(lang, viewsOf(lang, size, true)))
      expect(await findClipped(opened.page)).toEqual([])
      const overflowing = opened.report.filter(({ trouble }) =>
        trouble?.some(({ kind }) => kind === 'overflow'),
      )
      expect(overflowing.map(({ id }) => id)).toEqual([])
    },
  )
})

describe('a title beside “2 / 3”', () => {
  const point = { point: true, html: 'A point', remarks: [] }
  it('breaks alike on all parts, however many there are', async () => {
    const html = 'one word and one more '.repeat(260)
    const units = [{ ...point, html }]
    await using opened = await openSlides(
      slidesOf('en', { points: { number: '01', title: 'Points', remarks: [], units } }),
    )
    // A title a letter longer each time: for some lengths its last word has room beside “9 / 20” and none beside “10 / 20”.
    const heights = await opened.page.$$eval('.head', (heads) =>
      Array.from({ length: 40 }, (_, more) => {
        for (const head of heads) {
          const title = head.querySelector('.title')
          if (title) title.textContent = `Points of a day that was long ${'n'.repeat(more)} end`
        }
        return heads.map((head) => head.clientHeight)
      }),
    )
    expect(heights[0]?.length).toBeGreaterThan(10)
    expect(new Set(heights.flat()).size).toBeGreaterThan(1)
    expect(heights.filter((own) => new Set(own).size > 1)).toEqual([])
  })
})

describe('a short answer', () => {
  // The title takes one line beside “1 / 2”, and two beside “10 / 10”, which a panel of three answers never has.
  const panel = [
    '# 是大模型训练和推理的成本，数据、人',
    '<!-- layout: panel -->',
    '- we ship 12 small models a week？',
    '- s',
    '- K8s：12 small and nobody by 62% cost per models a token fell we ship week, internationally; 一年。与场地都',
    '- 讲的是大',
  ]

  it('stands alone on no part because of room for marks that none of them has', async () => {
    const look = { theme: 'midnight', aspect: '4:3' } as const
    await using opened = await openText(chrome, panel.join('\n'), look)
    const answered = opened.report.slides.filter(({ layout }) => layout === 'panel')
    expect(answered.map(({ parts }) => parts.map(({ units }) => units))).toEqual([[3]])
    expect(await findClipped(opened.page)).toEqual([])
  })
})

describe('a point too tall for a slide', () => {
  const point = { point: true, html: 'An ordinary point of ordinary length for a talk', remarks: [] }
  const openBetween = (giant: object) => {
    const units = [...Array(6).fill(point), { ...point, ...giant }, ...Array(6).fill(point)]
    return openSlides(slidesOf('en', { points: { number: '01', title: 'Points', remarks: [], units } }))
  }

  it('goes on overleaf in a size that is read: the points before and after it keep theirs', async () => {
    const html = 'one word and one more '.repeat(60).trim()
    await using opened = await openBetween({ html })
    const { parts = [], trouble } = opened.report[0] ?? {}
    expect(trouble).toBeUndefined()
    expect(parts.length).toBeGreaterThanOrEqual(3)
    expect(Math.min(...parts.map(({ fontPx }) => fontPx))).toBeGreaterThanOrEqual(24)
    expect(await findClipped(opened.page)).toEqual([])
    const shown = await opened.page.$$eval('.unit', (found) =>
      found.map((unit) => unit.textContent).join(' '),
    )
    expect(shown.replace(/\s+/g, ' ')).toContain(html)
  })

  // Alone, this one would be whole in smaller type than others are cut for.
  const full = { ...point, html: 'one word and one more '.repeat(30).trim() }
  const children = Array.from({ length: 30 }, (_, at) => ({
    ...point,
    html: `child ${at} of a long list, which takes about two lines of its slide, as many points under others do, ${'or more '.repeat(at % 4)}`,
  }))
  it.each([
    ['texts', 30, { ...point, html: 'one word and one more '.repeat(100).trim() }],
    ['points under it', 27, { ...point, html: 'The parent', children }],
  ])('is cut for the type its slide is set in: %s', async (_, sizePx, giant) => {
    await using opened = await openSlides(
      slidesOf('en', { points: { number: '01', title: 'Points', remarks: [], units: [giant, full] } }),
    )
    const parts = opened.report[0]?.parts ?? []
    expect(parts.map(({ fontPx }) => fontPx)).toEqual(Array(7).fill(sizePx))
    expect(await findClipped(opened.page)).toEqual([])
  })

  it('goes on overleaf with the points under it, and stands over them again', async () => {
    const children = Array.from({ length: 24 }, (_, index) => ({ ...point, html: `child ${index}` }))
    await using opened = await openBetween({ html: 'The parent', children })
    expect(opened.report[0]?.trouble).toBeUndefined()
    expect(await findClipped(opened.page)).toEqual([])
    expect(opened.report[0]?.parts.every(({ fontPx }) => fontPx >= 24)).toBe(true)
    const shown = await opened.page.$$eval('.points .points > li', (found) =>
      found.map((child) => child.textContent?.trim()),
    )
    expect(shown).toEqual(children.map(({ html }) => html))
  })
})

describe('a list over several slides', () => {
  it('leaves room under its last points for a short point after it', async () => {
    const items = Array.from({ length: 20 }, (_, at) => `  - the point number ${at} under it`)
    await using open = await openText(chrome, `# A\n- parent point\n${items.join('\n')}\n- the last`)
    const parts = open.report.slides.find(({ layout }) => layout === 'points')?.parts ?? []
    expect(parts.at(-1)?.units).toBe(2)
    for (const { fill } of parts) expect(fill).toBeLessThan(0.9)
  })
})

describe('tables and code', () => {
  const block = (kind: string, html: string): Slide => ({
    id: 'one',
    layout: kind,
    lang: 'en',
    section: 1,
    view: { number: '01', title: 'Rows', remarks: [], units: [{ block: kind, html, remarks: [] }] },
    speakerNotes: [],
    at: { file: 'talk.md', line: 1 },
  })

  it('cuts a long table by its rows and repeats its head', async () => {
    await using opened = await openSlides([block('table', table(30, 4, 'cell'))])
    expect(await findClipped(opened.page)).toEqual([])
    expect(opened.report[0]?.parts.length).toBeGreaterThan(2)
    const count = (selector: string) => opened.page.$$eval(selector, (found) => found.length)
    expect(await count('tbody tr')).toBe(30)
    expect(await count('thead')).toBe(opened.report[0]?.parts.length)
  })

  it('keeps rows that share a cell together, and cuts a cell all rows share', async () => {
    const rows = (count: number, span: number) =>
      Array.from({ length: count }, (_, at) => {
        const shared = at % span === 0 ? `<td rowspan="${span}">group ${at / span}</td>` : ''
        return `<tr>${shared}<td>item ${at}</td></tr>`
      }).join('')
    const table = (body: string) =>
      `<table><thead><tr><th>g</th><th>i</th></tr></thead><tbody>${body}</tbody></table>`
    await using groups = await openSlides([block('table', table(rows(28, 4)))])
    await using whole = await openSlides([block('table', table(rows(28, 28)))])
    for (const { page, report } of [groups, whole]) {
      expect(await findClipped(page)).toEqual([])
      expect(report[0]?.trouble).toBeUndefined()
      expect(report[0]?.parts.length).toBeGreaterThan(2)
      expect(await page.$$eval('td:last-child', (cells) => cells.map((cell) => cell.textContent))).toEqual(
        Array.from({ length: 28 }, (_, at) => `item ${at}`),
      )
    }
    const counts = (page: typeof groups.page) =>
      page.$$eval('tbody', (bodies) => bodies.map((body) => body.rows.length))
    expect((await counts(groups.page)).every((count) => count % 4 === 0)).toBe(true)
    const spans = await whole.page.$$eval('td[rowspan]', (cells) =>
      cells.map((cell) => Number(cell.getAttribute('rowspan'))),
    )
    expect(spans).toEqual(await counts(whole.page))
  })

  it('sets a table small, with a warning, when its figures cannot be parted', async () => {
    const cells = Array(14).fill('<td>1,234,567,890</td>').join('')
    const html = `<table><thead><tr><th colspan="14">All</th></tr></thead><tbody><tr>${cells}</tr></tbody></table>`
    await using opened = await openSlides([block('table', html)])
    expect(await findClipped(opened.page)).toEqual([])
    expect(opened.report[0]?.trouble).toMatchObject([{ kind: 'shrunk', what: 'table' }])
  })

  it('cuts long code by its lines, and loses none', async () => {
    const lines = Array.from({ length: 70 }, (_, index) => (index % 6 === 5 ? '' : `line(${index})`))
    const marked = lines.join('\n').replace(/line\(2\d\).*line\(30\)/s, '<span class="tok-rem">$&</span>')
    await using opened = await openSlides([block('code', `<pre><code>${marked}\n</code></pre>`)])
    expect(await findClipped(opened.page)).toEqual([])
    const shown = await opened.page.$$eval('code', (found) =>
      found.map((code) => code.textContent).join('\n'),
    )
    expect(shown.split('\n').filter((line) => line !== '')).toEqual(lines.filter((line) => line !== ''))
  })

  it('draws a picture in a cell no wider than the author wants it', async () => {
    const image = `<img alt="" width="30" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='90' height='60'/%3E">`
    await using opened = await openSlides([block('table', table(2, 2, image))])
    const widths = await opened.page.$$eval('td img', (found) => found.map((one) => one.clientWidth))
    expect(widths).toEqual([30, 30, 30, 30])
  })

  it('breaks words rather than let a table of twelve columns leave the page', async () => {
    await using opened = await openSlides([block('table', table(3, 12, 'internationalisation'))])
    expect(await findClipped(opened.page)).toEqual([])
  })
})

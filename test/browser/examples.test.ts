import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chrome } from '../../src/chrome/chrome.js'
import { openChrome } from '../../src/chrome/connect.js'
import { openDeck } from '../../src/chrome/open-deck.js'
import { readPageReport } from '../../src/chrome/page-report.js'
import { readEnvironment } from '../../src/config/environment.js'
import { typesetHtml } from '../../src/deck/typeset.js'
import { textOfHtml } from '../../src/notes/sanitize.js'
import { emptyFolder, recap } from '../helpers/cli.js'
import { allRemarks, example, lettersOf, parseFile, pointsOf } from '../helpers/notes.js'
import { findClipped } from '../helpers/oracle.js'
import { countFonts, type ReadPdf, readPdf } from '../helpers/pdf.js'

let chrome: Chrome
beforeAll(async () => {
  chrome = await openChrome({ cacheDir: readEnvironment().cacheDir })
})
afterAll(() => chrome?.[Symbol.asyncDispose]())

describe.each(['aigc-summit', 'reliability-day'])('examples/%s.md, built', (name) => {
  const { notes } = parseFile(example(`${name}.md`))
  let out: string
  let html: string
  let bytes: Buffer
  let pdf: ReadPdf
  let report: { slides: number; remarks: { keptOut: number }; problems: unknown[] }

  beforeAll(async () => {
    out = await emptyFolder()
    const run = await recap(['build', example(`${name}.md`), '--out', out, '--json'])
    expect(run).toMatchObject({ code: 0 })
    report = JSON.parse(run.stdout)
    html = await readFile(path.join(out, `${name}.html`), 'utf8')
    bytes = await readFile(path.join(out, `${name}.pdf`))
    pdf = await readPdf(bytes)
  })
  afterAll(() => rm(out, { recursive: true, force: true }))

  it('has a page for each slide', () => {
    expect(pdf.pages).toHaveLength(report.slides)
    expect(report.slides).toBeGreaterThan(15)
  })

  it('has everything that was said, in order, and nothing that was muttered', () => {
    const text = lettersOf(pdf.pages.join(''))
    let from = 0
    for (const section of notes.sections) {
      for (const point of pointsOf(section.units)) {
        const said = lettersOf(textOfHtml(typesetHtml(point.html, notes.lang)))
        const at = text.indexOf(said, from)
        expect(at, `“${point.text}” after character ${from}`).toBeGreaterThanOrEqual(0)
        from = at
      }
    }
    const remarks = allRemarks(notes.sections).map((remark) => lettersOf(remark.text))
    expect(remarks.length).toBeGreaterThan(8)
    expect(report.remarks.keptOut).toBe(remarks.length)
    for (const remark of remarks) {
      expect(text).not.toContain(remark)
      expect(lettersOf(html)).not.toContain(remark)
    }
  })

  it('embeds TrueType fonts only, with text that copies as it was typed', () => {
    expect(countFonts(bytes)).toMatchObject({ type3: 0, notEmbedded: 0 })
    expect(countFonts(bytes).embedded).toBeGreaterThan(3)
    expect(pdf.pages.join('')).not.toMatch(/[\u2E80-\u2FDF\uFFFD]/)
  })

  it('is tagged, titled, in its language, bookmarked by its headings and linked from the agenda', () => {
    expect(pdf.title).toBe(notes.title.text)
    expect(pdf.lang).toBe(notes.lang)
    for (const role of ['H1', 'H2', 'H3', 'L', 'LI', 'P', 'Link']) expect(pdf.roles, role).toContain(role)
    expect(pdf.outline.length).toBe(report.slides)
    expect(lettersOf(pdf.outline[0] ?? '')).toBe(lettersOf(notes.title.text))
    expect(pdf.inner).toBeGreaterThanOrEqual(notes.sections.length)
    const named = pdf.leadTo
      .slice(0, notes.sections.length)
      .map((page) => lettersOf(pdf.pages[page - 1] ?? ''))
    notes.sections.forEach((section, index) => {
      expect(named[index]).toContain(lettersOf(textOfHtml(typesetHtml(section.title.html, notes.lang))))
    })
    expect(pdf.outer.filter((address) => address.includes('deck.invalid'))).toEqual([])
  })

  it('is the same, byte for byte, when built again', async () => {
    const again = await emptyFolder()
    expect(await recap(['build', example(`${name}.md`), '--out', again])).toMatchObject({ code: 0 })
    expect((await readFile(path.join(again, `${name}.pdf`))).equals(bytes)).toBe(true)
    expect(await readFile(path.join(again, `${name}.html`), 'utf8')).toBe(html)
    await rm(again, { recursive: true })
  })

  it('stays small', () => {
    expect(html.length).toBeLessThan(900_000)
    expect(bytes.length).toBeLessThan(500_000)
  })

  it('clips nothing, and the oracle that says so can see', async () => {
    await using open = await openDeck(chrome, html, { mode: 'pages' })
    expect(await findClipped(open.page)).toEqual([])
    expect(readPageReport(open.report).slides.filter((slide) => slide.trouble)).toEqual([])
    await open.page.evaluate(() => {
      for (const list of document.querySelectorAll<HTMLElement>('.points.body')) list.style.fontSize = '90px'
    })
    expect(await findClipped(open.page)).not.toEqual([])
  })

  it('asks for nothing and reports no error when it opens live', async () => {
    await using open = await openDeck(chrome, html, { mode: '' })
    expect(open.refused).toEqual([])
    expect(open.errors).toEqual([])
    expect(readPageReport(open.report)).toMatchObject({ mode: 'live', pages: report.slides })
    const ids = () => open.page.evaluate(() => location.hash)
    const first = await ids()
    await open.page.keyboard.press('ArrowRight')
    await open.page.waitForFunction((before) => location.hash !== before, {}, first)
  })

  it('searches, and gives the keys back on Escape', async () => {
    await using open = await openDeck(chrome, html, { mode: '' })
    const { keyboard } = open.page
    const hash = () => open.page.evaluate(() => location.hash)
    await keyboard.down('Control')
    await keyboard.down('Shift')
    await keyboard.press('F')
    await keyboard.up('Shift')
    await keyboard.up('Control')
    await open.page.waitForSelector('.searchbox', { visible: true })
    await keyboard.type('3')
    await keyboard.press('Escape')
    await open.page.waitForSelector('.searchbox', { hidden: true })
    const before = await hash()
    await keyboard.press('ArrowRight')
    await open.page.waitForFunction((then) => location.hash !== then, {}, before)
  })

  it('prints the same from a browser’s print view', async () => {
    await using open = await openDeck(chrome, html, { mode: 'print-pdf' })
    const printed = await open.page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    })
    const viewed = await readPdf(printed)
    expect(viewed.pages).toEqual(pdf.pages)
    expect(viewed.outline).toEqual(pdf.outline)
  })

  it('shows remarks on the slides only when asked to', async () => {
    const shown = await emptyFolder()
    const run = await recap([
      'build',
      example(`${name}.md`),
      '--out',
      shown,
      '--to',
      'html',
      '--remarks',
      'show',
    ])
    expect(run.code).toBe(0)
    const text = lettersOf(textOfHtml(await readFile(path.join(shown, `${name}.html`), 'utf8')))
    const first = allRemarks(notes.sections)[0]
    expect(text).toContain(lettersOf(textOfHtml(typesetHtml(first?.html ?? '', notes.lang))))
    await rm(shown, { recursive: true })
  })
})

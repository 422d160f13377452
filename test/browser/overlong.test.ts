import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chrome } from '../../src/chrome/chrome.js'
import { openChrome } from '../../src/chrome/connect.js'
import { readEnvironment } from '../../src/config/environment.js'
import { drawNotes, findWrong, openTheme } from '../helpers/fit-many.js'
import { parseText } from '../helpers/notes.js'
import { openSlides, openText } from '../helpers/open-text.js'
import { findClipped, smallest } from '../helpers/oracle.js'
import { type Lang, slidesOf, viewsOf, words } from '../helpers/slides.js'

let chrome: Chrome
beforeAll(async () => {
  chrome = await openChrome({ cacheDir: readEnvironment().cacheDir })
})
afterAll(() => chrome?.[Symbol.asyncDispose]())

const langs: readonly Lang[] = ['zh-Hans', 'en']
const plain = (text: string) => text.replace(/\s/g, '')
type Opened = Awaited<ReturnType<typeof openText>>
const textOf = async ({ page }: Opened, selector: string) =>
  plain((await page.$$eval(selector, (found) => found.map((one) => one.textContent))).join(''))
const partsOf = ({ report }: Opened) =>
  report.slides.flatMap(({ parts }) => parts).filter(({ units }) => units > 0)

describe.each(langs)('every layout in %s with texts twelve times as long as they may be', (lang) => {
  // Tables and code have ways of their own.
  const views = Object.entries(viewsOf(lang, 12, true)).filter(([name]) => !/^(table|code)/.test(name))

  it('clips nothing, and sets nothing smaller than can be read', async () => {
    await using opened = await openSlides(
      chrome,
      parseText('# A\nb').notes,
      slidesOf(lang, Object.fromEntries(views)),
    )
    expect(await findClipped(opened.page)).toEqual([])
    const troubles = opened.report.slides.flatMap(({ trouble = [] }) => trouble)
    expect(troubles.filter(({ kind }) => kind !== 'cut')).toEqual([])
    expect(await opened.page.evaluate(smallest, '.unit')).toBeGreaterThanOrEqual(20)
    expect(await opened.page.evaluate(smallest, '.head .title')).toBeGreaterThanOrEqual(24)
  })
})

describe.each(langs)('a text of many slides in %s', (lang) => {
  const long = words(lang, 1500)
  it.each([
    ['a point', `- one\n- ${long}\n- two`, '.unit > p', `one${long}two`],
    ['a point under a point', `- one\n  - ${long}\n  - under\n- two`, '.points .points p', `${long}under`],
    ['a point with points under it', `- ${long}\n  - under\n- two`, '.unit p', `${long}undertwo`],
    ['a quotation', `- one\n- two\n\n> ${long}\n>\n> —— Lee`, 'blockquote', long],
    ['a footnote', `- one[^1]\n- two\n\n[^1]: ${long}`, '.footnote', `1${long}`],
    ['a statement', `<!-- layout: statement -->\n${long}`, '.unit > p', long],
    ['a quotation alone', `<!-- layout: quote -->\n> ${long}`, 'blockquote', long],
  ])('stands whole and in order in %s', async (_, source, selector, whole) => {
    await using open = await openText(chrome, `# A\n\n${source}`)
    expect(await findClipped(open.page)).toEqual([])
    const parts = partsOf(open)
    expect(parts.length).toBeGreaterThan(3)
    expect(Math.min(...parts.map(({ fontPx }) => fontPx))).toBeGreaterThanOrEqual(24)
    expect(open.report.slides.filter(({ trouble }) => trouble)).toEqual([])
    const told = await textOf(open, selector)
    const letters = (text: string) => text.replace(/[\p{P}\p{S}\s]/gu, '')
    expect(letters(told)).toBe(letters(whole))
  })

  it('is cut into even pieces, each but the last after a sentence or clause', async () => {
    await using open = await openText(chrome, `# A\n\n- ${long}`)
    const pieces = await open.page.$$eval('.unit > p', (found) =>
      found.map(({ textContent }) => textContent.trim()),
    )
    for (const piece of pieces.slice(0, -1)) expect(piece).toMatch(/[，。；？！,.:]$/)
    const lengths = pieces.map(({ length }) => length)
    expect(Math.min(...lengths)).toBeGreaterThan(0.6 * Math.max(...lengths))
    expect(await open.page.$$eval('.unit:not(.more)', (found) => found.length)).toBe(1)
  })
})

describe('what is marked in a long text', () => {
  it('stays whole: links, code, formulas and figures with their units', async () => {
    const source =
      'Some words lead to [a link of a few words](https://e.org) and `a code span` with 40 GPUs $a+b$ '
    await using open = await openText(chrome, `# A\n\n- ${source.repeat(40)}`)
    expect(await findClipped(open.page)).toEqual([])
    const whole = (selector: string) =>
      open.page.$$eval(selector, (found) => [...new Set(found.map(({ textContent }) => textContent))])
    expect(await whole('.unit a')).toEqual(['a link of a few words'])
    expect(await whole('.unit code')).toEqual(['a code span'])
    expect(await open.page.$$eval('.unit .katex-html', (found) => found.length)).toBe(40)
    for (const piece of await whole('.unit > p')) expect(piece.trim()).not.toMatch(/40$|^GPUs/)
  })

  it('breaks an address where its parts meet', async () => {
    const address = `https://example.org/${'path/to?query=value&other=some-thing/'.repeat(14)}`
    await using open = await openText(chrome, `# A\n\n- ${address}\n- two`)
    expect(await findClipped(open.page)).toEqual([])
    const ends = await open.page.evaluate(() => {
      const range = document.createRange()
      const found: string[] = []
      let lastTop: number | undefined
      let lastLetter = ''
      const walker = document.createTreeWalker(
        document.querySelector('.unit a') ?? document,
        NodeFilter.SHOW_TEXT,
      )
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        for (let at = 0; at < (node.textContent ?? '').length; at++) {
          range.setStart(node, at)
          range.setEnd(node, at + 1)
          const { top } = range.getBoundingClientRect()
          if (lastTop !== undefined && top > lastTop + 5) found.push(lastLetter)
          lastTop = top
          lastLetter = range.toString()
        }
      return found
    })
    expect(ends.length).toBeGreaterThan(5)
    expect(ends.filter((letter) => !'/?=&-'.includes(letter))).toEqual([])
  })
})

describe('a heading too long for its place', () => {
  const heading = 'Something that was said about everything '.repeat(15).trim()

  it('keeps its first lines over the slide; the whole of it is told once, before the points', async () => {
    const points = Array.from({ length: 9 }, (_, index) => `- point ${index}`).join('\n')
    await using open = await openText(chrome, `# A\n\n### ${heading}\n${points}\n\n# B\n- one`)
    expect(await findClipped(open.page)).toEqual([])
    const titles = await open.page.$$eval('.head .title', (found) =>
      found.map(({ textContent }) => textContent),
    )
    expect(
      titles.filter((title) => title.startsWith('Something')).every((title) => title.endsWith('…')),
    ).toBe(true)
    expect(await open.page.evaluate(smallest, '.head .title')).toBeGreaterThanOrEqual(24)
    expect(plain(await textOf(open, '.unit.plain'))).toBe(plain(heading))
    expect(open.report.slides.flatMap(({ trouble = [] }) => trouble)).toMatchObject([
      { kind: 'cut', what: 'head', line: 3 },
    ])
  })

  it('is told once in all where its slide, read whole elsewhere, becomes points under a smaller heading', async () => {
    const heading = 'fell by 62% (see K8s-ops) and nobody noticed. we ship 12 small models a week, for less'
    const points = Array.from({ length: 4 }, (_, index) => `- point ${index}`).join('\n')
    const source = `# ${heading}\n${points}\n\n<!-- layout: quote -->\n> we ${'x'.repeat(300)}`
    await using open = await openTheme(chrome, 'double', '16:9')
    expect(await findWrong(open.page, await drawNotes(source, ''))).toEqual([])
  })

  it('keeps the facts of a title apart where they are told whole', async () => {
    const author = Array(60).fill('Dr. Maximilian Alexander').join(', ')
    const source = `---\ntitle: A day\nauthor: "${author}"\nplace: Old Customs House\n---\n# A\n- one\n- two`
    await using opened = await openText(chrome, source)
    const told = await opened.page.$$eval('.unit > p', (texts) =>
      texts.map((text) => text.textContent).join(''),
    )
    expect(told).toMatch(/Alexander · \d/)
  })

  it('leaves the facts their room where a theme sets it in a panel with space around its lines', async () => {
    const [title, subtitle] = ['x'.repeat(900), words('zh-Hans', 300)]
    const source = `---\ntitle: ${title}\nsubtitle: ${subtitle}\nauthor: Lee\n---\n# A\n- one\n- two`
    await using opened = await openText(chrome, source, { theme: 'bento', aspect: '4:3' })
    expect(await findClipped(opened.page)).toEqual([])
    expect(await textOf(opened, '#title .facts')).toContain('Lee')
  })

  it('upright, takes no line from the facts under it', async () => {
    const talk = (name: string) => `# ${name}\n- one\n- two\n- (a remark)`
    const source = `---\ntitle: ${'x'.repeat(900)}\nremarks: show\nauthor: Lee\n---\n${['A', 'B', 'C'].map(talk).join('\n')}`
    await using opened = await openText(chrome, source, { aspect: '9:16' })
    expect(await findClipped(opened.page)).toEqual([])
    const facts = await opened.page.$$eval('#title .facts > span', (found) =>
      found.map(({ textContent }) => textContent),
    )
    expect(facts).toMatchObject(
      ['Lee', /^3 /, /^\d+ points/, /^3 /].map((fact) => expect.stringMatching(fact)),
    )
  })

  it.each([
    ['zh-Hans', '16:9'],
    ['en', '16:9'],
    ['zh-Hans', '4:3'],
    ['en', '9:16'],
    ['zh-Hans', '9:16'],
  ] as const)(
    'takes all room its slide has before it is cut, and says which text is cut: %s in %s',
    async (lang, aspect) => {
      const long = words(lang, 150)
      const source = ['title', 'subtitle', 'event', 'author', 'closing'].map((key) => `${key}: "${long}"`)
      const notes = `---\n${source.join('\n')}\nplace: Old Customs House\n---\n# A\n- one\n- two`
      await using open = await openText(chrome, notes, { aspect })
      expect(await findClipped(open.page)).toEqual([])
      const filled = await open.page.$eval('#title .hero', (hero) => {
        const rects = [...hero.children].map((box) => box.getBoundingClientRect())
        const top = Math.min(...rects.map((rect) => rect.top))
        return (Math.max(...rects.map(({ bottom }) => bottom)) - top) / hero.clientHeight
      })
      expect(filled).toBeGreaterThan(0.8)
      // No “…” has a line to itself, and no word of letters ends in it half said.
      const boxes = await open.page.$$eval('#title .hero > :is(p, .title)', (found) =>
        found.map((box) => [box.textContent, box.lastElementChild?.textContent ?? ''] as const),
      )
      const cut = boxes.filter(([text]) => text.endsWith('…'))
      expect(cut.length).toBeGreaterThan(0)
      for (const [text, last] of cut) {
        expect(last).not.toBe('…')
        const word = /[a-z]+(?=…$)/i.exec(text)?.[0]
        if (word) expect(long.split(/[^a-z]+/i)).toContain(word)
      }
      const [report] = open.report.slides
      expect(new Set(report?.trouble?.map(({ what }) => what)).size).toBe(cut.length)
    },
  )

  it('is not cut where it stands whole in lines of 40 px', async () => {
    const closing = '我们在过去的三年里面一直在做一件事情，就是把大模型的能力放到真实的业务流程里去。'.repeat(
      3,
    )
    await using open = await openText(chrome, `---\nclosing: ${closing}\n---\n# A\n- one\n- two`, {
      aspect: '9:16',
    })
    expect(await findClipped(open.page)).toEqual([])
    expect(await textOf(open, '#closing .title')).toBe(closing)
    expect(open.report.slides.filter(({ trouble }) => trouble)).toEqual([])
  })

  it('goes on after its own slide when it is a section’s', async () => {
    const name = heading.repeat(4)
    await using open = await openText(
      chrome,
      `# ${name}\n- one\n- two\n- three\n- four and more\n\n# B\n- one`,
    )
    expect(await findClipped(open.page)).toEqual([])
    expect(await open.page.evaluate(smallest, '[data-layout="section"] .title')).toBeGreaterThanOrEqual(32)
    expect(await textOf(open, '.unit.plain')).toBe(plain(name))
  })
})

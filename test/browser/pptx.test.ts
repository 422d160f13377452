// Notes → an open deck → a PowerPoint file: its words are texts, where the page has them; it opens, and tells no secret.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chrome } from '../../src/chrome/chrome.js'
import { openChrome } from '../../src/chrome/connect.js'
import { readEnvironment } from '../../src/config/environment.js'
import { readDeck } from '../../src/export/pptx/read-deck.js'
import { writeDeck } from '../../src/export/pptx/write-deck.js'
import { openText } from '../helpers/open-text.js'

let chrome: Chrome
beforeAll(async () => {
  chrome = await openChrome({ cacheDir: readEnvironment().cacheDir })
})
afterAll(() => chrome?.[Symbol.asyncDispose]())

const date = new Date('2025-11-05T10:20:30Z')
const examples = path.resolve(import.meta.dirname, '../../templates/gallery')
const letters = (text: string): string => text.replace(/[\s\u200b\u00ad]/g, '')
const readXml = (xml: string): string =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

async function makePptx(source: string, look: Parameters<typeof openText>[2] = {}) {
  await using open = await openText(chrome, source, look)
  const count = await open.page.$$eval('section[data-layout]', (sections) => sections.length)
  const wanted = Array.from({ length: count }, (_, at) => at + 1)
  const drawing = await readDeck(open.deck, { page: open.page }, wanted)
  await open.page.evaluate(`recapOnly(Array.from({ length: ${count} }, (_, at) => at + 1))`)
  const bytes = writeDeck(drawing, date)
  const parts = new Map(Object.entries(unzipSync(bytes)))
  const xml = new Map(
    [...parts].filter(([name]) => /\.(xml|rels)$/.test(name)).map(([name, part]) => [name, strFromU8(part)]),
  )
  const slides = drawing.slides.map((_, at) => xml.get(`ppt/slides/slide${at + 1}.xml`) ?? '')
  // What a reader of the page sees, without formulas, which are pictures.
  const seen = await open.page.$$eval('section[data-layout]', (sections) =>
    sections.map((section) => {
      const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT)
      let text = ''
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement
        if (parent?.checkVisibility() && !parent.closest('.formula, aside.notes')) text += node.textContent
      }
      return text
    }),
  )
  const headings = await open.page.$$eval('section[data-layout]', (sections) =>
    sections.map((section) => {
      const heading = section.querySelector('h1, h2, h3') ?? section
      const range = document.createRange()
      range.selectNodeContents(heading)
      const slide = section.getBoundingClientRect()
      const { left, right, top } = range.getBoundingClientRect()
      // A box without height stands on the last line's baseline.
      const mark = document.createElement('span')
      mark.style.cssText = 'display: inline-block; width: 0; height: 0; margin: 0; padding: 0'
      heading.append(mark)
      const baseline = mark.getBoundingClientRect().bottom - slide.top
      mark.remove()
      return {
        left: left - slide.left,
        right: right - slide.left,
        top: top - slide.top,
        baseline,
        upright: getComputedStyle(heading).writingMode !== 'horizontal-tb',
      }
    }),
  )
  const broken = await open.page.evaluate(
    (files) =>
      files
        .filter(([, text]) =>
          new DOMParser().parseFromString(text ?? '', 'application/xml').querySelector('parsererror'),
        )
        .map(([name]) => name),
    [...xml].map(([name, text]) => [name, text]),
  )
  const untouched = await open.page.evaluate(
    'document.adoptedStyleSheets.length + document.querySelectorAll("[data-shot]").length',
  )
  return { drawing, bytes, xml, slides, seen, broken, untouched, headings }
}

const textsOf = (xml: string): string =>
  readXml([...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map((found) => found[1]).join(''))

/** The share of letters of `whole` that `part` has, each as often. */
function share(whole: string, part: string): number {
  const left = new Map<string, number>()
  for (const letter of letters(part).toLowerCase()) left.set(letter, (left.get(letter) ?? 0) + 1)
  const all = [...letters(whole).toLowerCase()]
  const found = all.filter((letter) => {
    const count = left.get(letter) ?? 0
    left.set(letter, count - 1)
    return count > 0
  })
  return all.length === 0 ? 1 : found.length / all.length
}

const decks = [
  { file: 'zh.md', theme: 'paper' },
  { file: 'en.md', theme: 'midnight' },
  { file: 'stress.md', theme: 'grid' },
  { file: 'en.md', theme: 'bento' },
  { file: 'zh.md', theme: 'ink' },
]

describe('a PowerPoint file', () => {
  it.each(decks)(
    'of $file in $theme has the slides’ words as texts, and a title each',
    async ({ file, theme }) => {
      const made = await makePptx(await readFile(path.join(examples, file), 'utf8'), { theme })
      expect(made.broken).toEqual([])
      expect(made.untouched).toBe(0)
      expect(made.slides).toHaveLength(made.seen.length)
      const low = made.seen.flatMap((words, at) =>
        share(words, textsOf(made.slides[at] ?? '')) < 0.95
          ? [{ at, words, got: textsOf(made.slides[at] ?? '') }]
          : [],
      )
      expect(low).toEqual([])
      expect(made.slides.map((slide) => slide.match(/<p:ph type="title"\/>/g)?.length)).toEqual(
        made.slides.map(() => 1),
      )
      expect(made.slides.join('')).not.toMatch(/NaN|undefined|Infinity|"-\d+"\/><a:ext|cx="-|cy="-/)
    },
  )

  it.each(decks)(
    'of $file in $theme has titles whose letters stand where the page’s do, within 1 %',
    async ({ file, theme }) => {
      const { drawing, headings } = await makePptx(await readFile(path.join(examples, file), 'utf8'), {
        theme,
      })
      expect(headings).toHaveLength(drawing.slides.length)
      const off = drawing.slides.flatMap(({ id, pieces }, at) => {
        const title = pieces.find((piece) => piece.kind === 'text' && piece.role === 'title')
        const letters = headings[at]
        if (title?.kind !== 'text' || !letters) return [`${id}: no title`]
        const [first] = title.paragraphs
        const end = title.rect.x + title.rect.width
        // Where its box holds letters: at its beginning, its end or, of lines in the middle, at both.
        const offs = {
          l: title.rect.x - letters.left,
          r: end - letters.right,
          ctr: (title.rect.x + end - letters.left - letters.right) / 2,
        }
        const across = Math.abs(offs[first?.align ?? 'l']) / drawing.widthPx
        const sizePx = Math.max(
          ...title.paragraphs.flatMap(({ lines }) => lines.flat().map((run) => run.sizePx)),
        )
        // The last line of a box ends a fifth of its type's size under its baseline, in every program.
        const baseline = title.rect.y + title.rect.height - 0.2 * sizePx
        // A Han letter's top is 0.88 of its size over its baseline; upright, each may stand on a line of its own.
        const stacked = title.rect.y + (first?.linePx ?? 0) - (0.2 + 0.88) * sizePx
        const top = title.upright ? title.rect.y : stacked
        const off = letters.upright ? top - letters.top : baseline - letters.baseline
        const down = Math.abs(off) / drawing.heightPx
        return across <= 0.01 && down <= 0.01 ? [] : [`${id}: ${across} across, ${down} down`]
      })
      expect(off).toEqual([])
    },
  )

  it('is the same, byte for byte, made twice', async () => {
    const source = await readFile(path.join(examples, 'en.md'), 'utf8')
    const [one, other] = [
      await makePptx(source, { theme: 'midnight' }),
      await makePptx(source, { theme: 'midnight' }),
    ]
    expect([...other.xml]).toEqual([...one.xml])
    expect(Buffer.compare(Buffer.from(one.bytes), Buffer.from(other.bytes))).toBe(0)
  })

  it('keeps lists, tables, links and the deck’s facts as what they are', async () => {
    const source =
      '---\ntitle: "A & <B>"\nauthor: Ada\n---\n# One\n- first **bold** word\n- see [there](https://example.org/?a=1&b=2)\n- third\n\n# Two\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n'
    const { xml, slides } = await makePptx(source)
    expect(xml.get('docProps/core.xml')).toContain('<dc:title>A &amp; &lt;B&gt;</dc:title>')
    expect(xml.get('docProps/core.xml')).toContain('<dc:creator>Ada</dc:creator>')
    const list = slides.find((slide) => slide.includes('first ')) ?? ''
    expect(list.match(/<a:buChar /g)).toHaveLength(3)
    expect(list).toMatch(/b="1"[^>]*>(?:(?!<a:t>).)*<a:t>bold/)
    expect([...xml.values()].join('')).toContain(
      'Target="https://example.org/?a=1&amp;b=2" TargetMode="External"',
    )
    expect(slides.join('').match(/<a:tr /g)).toHaveLength(3)
  })

  it.each(['shared', 'presenter'] as const)(
    'has no remark of the %s page outside of its speaker notes, and no notes where that has none',
    async (audience) => {
      const source = '# One\n- a point\n  （canaryremark 这个我不同意）\n- another point\n'
      const { xml } = await makePptx(source, { audience })
      const isNote = (name: string): boolean => /notes|comment/i.test(name)
      expect([...xml.keys()].some(isNote)).toBe(audience === 'presenter')
      const all = [...xml].flatMap(([name, text]) => (isNote(name) ? [] : [text])).join('')
      expect(all).toContain('a point')
      expect(all).not.toContain('canaryremark')
    },
  )

  it('has bullets as round as the page’s, and rings for rings', async () => {
    const signs = async (theme: string) => {
      const { slides } = await makePptx('# One\n- first\n- second\n- third\n', { theme })
      return new Set([...slides.join('').matchAll(/buChar char="(.)"/g)].map(([, sign]) => sign))
    }
    expect(await signs('ink')).toEqual(new Set(['●']))
    expect(await signs('bento')).toEqual(new Set(['○']))
    expect(await signs('paper')).toEqual(new Set(['◆']))
  })

  it('lays a Latin title that runs down the page on its side, and sets figures across such lines upright', async () => {
    const { slides } = await makePptx('---\ntitle: Summit\nlang: zh\n---\n# 周明\n信息化\n- 一\n- 二\n', {
      theme: 'ink',
    })
    const shape = (text: string) =>
      slides
        .join('')
        .split('<p:sp>')
        .find((one) => one.includes(`<a:t>${text}</a:t>`)) ?? ''
    expect(shape('Summit')).toMatch(/type="title".*<a:xfrm rot="5400000">/)
    expect(shape('Summit')).not.toContain('eaVert')
    expect(shape('01')).not.toMatch(/eaVert|rot=/)
  })

  it('ends where the page cuts a line, and keeps the steps of code that goes on', async () => {
    const title = `A title ${'that goes on '.repeat(20)}`
    const code = `const far = [${'"a long word", '.repeat(12)}]`
    const { slides } = await makePptx(`---\ntitle: ${title}\n---\n# One\n\`\`\`js\n${code}\n\`\`\`\n`, {
      theme: 'blueprint',
    })
    const sheet =
      slides
        .at(-1)
        ?.split('<p:sp>')
        .find((one) => one.includes('…')) ?? ''
    expect(textsOf(sheet)).toMatch(/^A title that goes .*…$/)
    const listing = slides.find((slide) => slide.includes('const')) ?? ''
    expect(listing).toMatch(
      /<a:br>(?:(?!<a:t>).)*<\/a:br><a:r>(?:(?!<a:t>).)*spc="\d+"(?:(?!<a:t>).)*<a:t>\u00a0/,
    )
  })
})

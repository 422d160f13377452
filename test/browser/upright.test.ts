// Titles that run down the page, and heads beside their slides: measured, shortened and fitted as those over them are.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chrome } from '../../src/chrome/chrome.js'
import { openChrome } from '../../src/chrome/connect.js'
import { readEnvironment } from '../../src/config/environment.js'
import { parseText } from '../helpers/notes.js'
import { openSlides, openText } from '../helpers/open-text.js'
import { findClipped, smallest } from '../helpers/oracle.js'
import { type Lang, slidesOf, viewsOf } from '../helpers/slides.js'

let chrome: Chrome
beforeAll(async () => {
  chrome = await openChrome({ cacheDir: readEnvironment().cacheDir })
})
afterAll(() => chrome?.[Symbol.asyncDispose]())

const theme = 'ink'
const langs: readonly Lang[] = ['zh-Hans', 'en']
const aspects = ['16:9', '4:3', '9:16'] as const
const looks = langs.flatMap((lang) => aspects.map((aspect) => [lang, aspect] as const))

describe.each(looks)('every layout in %s on %s, with heads beside it', (lang, aspect) => {
  it.each([1, 12])('clips nothing with texts %i times as long', async (times) => {
    await using opened = await openSlides(
      chrome,
      parseText('# A\nb').notes,
      slidesOf(lang, viewsOf(lang, times, true)),
      { theme, aspect },
    )
    expect(await findClipped(opened.page)).toEqual([])
    expect(await opened.page.evaluate(smallest, '.head .title')).toBeGreaterThanOrEqual(24)
  })
})

const long = '关于在多云环境下对超大规模分布式数据库进行跨地域容灾演练的若干经验教训与后续三年规划的初步设想'

describe('a title from top to bottom', () => {
  it('takes two columns at most, then ends in “…” inside its slide and is told whole', async () => {
    await using open = await openText(chrome, `# ${long}\n一\n二`, { theme })
    const head = await open.page.$eval('section[data-section="1"] .head .title', (title) => {
      const { top, bottom, width } = title.getBoundingClientRect()
      const { fontSize, writingMode } = getComputedStyle(title)
      const slide = title.closest('section')?.getBoundingClientRect().top ?? 0
      const columns = width / Number.parseFloat(fontSize)
      return { text: title.textContent, top: top - slide, bottom: bottom - slide, columns, writingMode }
    })
    expect(head.writingMode).toBe('vertical-rl')
    expect(head.text).toMatch(/^关于在多云.*…$/)
    expect(head.columns).toBeLessThan(2.6)
    expect(head.top).toBeGreaterThan(0)
    expect(head.bottom).toBeLessThan(720)
    const told = await open.page.$$eval('.unit, .hero .title', (all) => all.map((one) => one.textContent))
    expect(told.map((text) => text.replace(/\s/g, ''))).toContain(long)
  })

  it('has its brackets turned, its commas raised and its colons moved to the right, and the text below it has not', async () => {
    await using open = await openText(chrome, '# （智源）与《微软》，座谈：一\n（一），二\n三', { theme })
    const wrapped = (selector: string) =>
      open.page.$$eval(selector, (marks) => marks.map((mark) => mark.textContent).join(''))
    expect(await wrapped('.head .turned')).toBe('（）《》')
    expect(await wrapped('.head .raised')).toBe('，')
    expect(await wrapped('.head .aside')).toBe('：')
    expect(await wrapped('.body :is(.turned, .raised, .aside)')).toBe('')
  })

  it('is one of twenty-six in an agenda of one slide', async () => {
    const names = Array.from({ length: 26 }, (_, index) => `# 第${index + 1}位讲者\n一\n二`)
    await using open = await openText(chrome, names.join('\n'), { theme })
    const lefts = await open.page.$$eval('.agenda > li', (rows) =>
      rows.map((row) => row.getBoundingClientRect().left),
    )
    expect(lefts).toHaveLength(26)
    expect(lefts).toEqual(lefts.toSorted((a, b) => b - a))
    expect(open.report.slides.find(({ layout }) => layout === 'agenda')?.parts).toHaveLength(1)
  })
})

describe('an English title beside its slide', () => {
  it('stands in lines of its own, whole', async () => {
    const name = 'Why large models, and why open source, are the same question in 2025'
    await using open = await openText(chrome, `---\nlang: en\n---\n# ${name}\nOne\nTwo`, { theme })
    const [head, body] = await open.page.$eval('section[data-section="1"]', (slide) =>
      ['.head .title', '.body'].map((selector) => {
        const found = slide.querySelector(selector)
        return { left: found?.getBoundingClientRect().left, text: found?.textContent }
      }),
    )
    expect(head?.text).toBe(name)
    expect(head?.left).toBeGreaterThan(body?.left ?? Number.POSITIVE_INFINITY)
  })
})

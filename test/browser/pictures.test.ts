import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chrome } from '../../src/chrome/chrome.js'
import { openChrome } from '../../src/chrome/connect.js'
import { readEnvironment } from '../../src/config/environment.js'
import { openText } from '../helpers/open-text.js'
import { findClipped } from '../helpers/oracle.js'

let chrome: Chrome
beforeAll(async () => {
  chrome = await openChrome({ cacheDir: readEnvironment().cacheDir })
})
afterAll(() => chrome?.[Symbol.asyncDispose]())

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"><rect width="1600" height="900"/></svg>'
const picture = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
const broken = `data:image/png;base64,${Buffer.from('no picture').toString('base64')}`

/** Heights of pictures in em of the text they stand in, and of the text in px. */
const sizes = () =>
  [...document.querySelectorAll('section img')].map((image) => {
    const textPx = Number.parseFloat(getComputedStyle(image.parentElement ?? image).fontSize)
    return { em: image.getBoundingClientRect().height / textPx, textPx }
  })

describe('a picture that is not alone on its line', () => {
  it.each([
    ['in a point', `# A\n\n- One\n- See ![words](${picture}) here\n- Three`, 1.61],
    ['in a Chinese point', `# 甲\n\n- 其一\n- 请看 ![图](${picture}) 这里\n- 其三`, 1.61],
    ['in a cell', `# A\n\n| a | b |\n|---|---|\n| text | ![words](${picture}) |`, 4.01],
    ['in a quote', `# A\n\n> Said with ![words](${picture}) in it\n\n- One\n- Two`, 1.61],
  ])('%s is about as high as the words', async (_, notes, mostEm) => {
    await using open = await openText(chrome, notes)
    expect(await findClipped(open.page)).toEqual([])
    expect(open.report.slides.filter(({ trouble }) => trouble)).toEqual([])
    const drawn = await open.page.evaluate(sizes)
    expect(drawn).toHaveLength(1)
    expect(drawn[0]?.em).toBeGreaterThan(1)
    expect(drawn[0]?.em).toBeLessThan(mostEm)
    expect(drawn[0]?.textPx).toBeGreaterThanOrEqual(20)
  })

  it('may be looked at when it has a point to itself', async () => {
    await using open = await openText(
      chrome,
      `# A\n\n- One\n- ![words](${picture})\n- Three\n\n![](${picture})`,
    )
    expect(await findClipped(open.page)).toEqual([])
    const ems = (await open.page.evaluate(sizes)).map(({ em }) => em)
    expect(Math.max(...ems)).toBeGreaterThan(4)
  })
})

describe('a picture the browser cannot draw', () => {
  it('becomes its words, once', async () => {
    await using open = await openText(chrome, `# A\n\n![The curve](${broken})`)
    const text = await open.page.$eval('[data-layout="figure"]', (slide) => slide.textContent)
    expect(text?.match(/The curve/g)).toHaveLength(1)
    expect(await open.page.$$eval('img', (images) => images.length)).toBe(0)
  })
})

describe('a panorama, as high as its width lets it be', () => {
  const wide = svg.replace('width="1600" height="900"', 'width="3000" height="300"')
  const panorama = `data:image/svg+xml;base64,${Buffer.from(wide).toString('base64')}`
  it.each(['16:9', '4:3', '9:16'] as const)('keeps its words as a caption at %s', async (aspect) => {
    await using open = await openText(chrome, `# A\n\n![The hall](${panorama})`, { aspect })
    expect(await open.page.$$eval('.unit', (units) => units.length)).toBe(0)
    expect(await open.page.$eval('.picture figcaption', (caption) => caption.textContent)).toBe('The hall')
    expect(await findClipped(open.page)).toEqual([])
  })
})

// Themes of one's own, built and opened in Chrome: what wins over what, and that a logo stands over nothing.
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chrome } from '../../src/chrome/chrome.js'
import { openChrome } from '../../src/chrome/connect.js'
import { openDeck } from '../../src/chrome/open-deck.js'
import { readEnvironment } from '../../src/config/environment.js'
import { renderDeck } from '../../src/deck/render.js'
import { planSlides } from '../../src/slides/plan.js'
import { type Aspect, aspects, canvasOf } from '../../src/theme/aspect.js'
import { readBrand, readOwnSheet, readSetting } from '../../src/theme/brand.js'
import { listThemes } from '../../src/theme/find.js'
import { loadTheme } from '../../src/theme/load.js'
import { parseText } from '../helpers/notes.js'
import { type Files, folderOf, svg } from '../helpers/theme-folder.js'

let chrome: Chrome
beforeAll(async () => {
  chrome = await openChrome({ cacheDir: readEnvironment().cacheDir })
})
afterAll(() => chrome?.[Symbol.asyncDispose]())

const text = `---\ntitle: Notes of a long day among many people who had much to say\nremarks: show\n---
# Ann Lee: what comes after the model\n- one **thing**\n- two\n- three (I doubt it myself, honestly)\n- four\n
# 王老师\n- 一\n- 二\n`

type Asked = { readonly theme?: string; readonly settings?: readonly string[]; readonly aspect?: Aspect }

/** The notes in a folder with these files, built and open. */
async function openWith(files: Files, { theme = 'paper', settings = [], aspect = '16:9' }: Asked = {}) {
  const near = await folderOf(files)
  const file = path.join(near, 'notes.md')
  const layers = [...settings.map(readSetting), ...(await readBrand(file, undefined))]
  const loaded = await loadTheme(theme, near, { layers, sheets: await readOwnSheet(file) })
  const { notes } = parseText(text)
  const { slides } = planSlides(notes, { remarks: 'show' })
  const { cacheDir } = readEnvironment()
  const deck = await renderDeck(notes, slides, loaded, { audience: 'shared', aspect, cacheDir })
  const open = await openDeck(chrome, deck.html, { mode: 'pages', ...canvasOf(aspect) })
  const style = (selector: string, property: string) =>
    open.page.$eval(selector, (node, name) => getComputedStyle(node).getPropertyValue(name), property)
  return { ...open, deck, style, [Symbol.asyncDispose]: () => open[Symbol.asyncDispose]() }
}

const cover = '[data-layout="title"]'

describe('a theme in the page', () => {
  it('wins over the house, a brand over it, and custom.css over all', async () => {
    const files = {
      't/theme.yaml': 'name: t\nextends: paper\ncolor: { accent: "#123456" }',
      't/theme.css': ':root{--c-accent:#654321} .title{text-indent:3px} .kicker{text-indent:3px}',
    }
    await using themed = await openWith(files, { theme: './t' })
    expect(await themed.style(':root', '--c-accent')).toBe('#654321')
    expect(await themed.style(`${cover} .title`, 'text-indent')).toBe('3px')
    await using branded = await openWith(
      { ...files, 'brand.yaml': 'accent: "#0a6e5c"', 'custom.css': '.title{text-indent:5px}' },
      { theme: './t' },
    )
    expect(await branded.style(':root', '--c-accent')).toBe('#0a6e5c')
    expect(await branded.style(`${cover} .title`, 'text-indent')).toBe('5px')
    expect(await branded.style(`${cover} .kicker`, 'text-indent')).toBe('3px')
    await using set = await openWith(
      { 'brand.yaml': 'accent: "#0a6e5c"' },
      { settings: ['color.accent=#0057b8'] },
    )
    expect(await set.style(':root', '--c-accent')).toBe('#0057b8')
  })

  it('of reveal.js’s own colours our slides and leaves their layout alone', async () => {
    await using open = await openWith({}, { theme: 'reveal:dracula' })
    expect(await open.style(cover, 'background-color')).toBe('rgb(25, 25, 25)')
    expect(await open.style(cover, 'color')).toBe('rgb(248, 248, 242)')
    expect(await open.style('[data-layout="section"] h2', 'color')).toBe('rgb(189, 147, 249)')
    expect(await open.style('.slide ul', 'margin-left')).toBe('0px')
    expect(open.refused).toEqual([])
  })

  it('shows the variant asked for, and says which', async () => {
    const files = {
      't/theme.yaml':
        'name: t\nextends: paper\nvariants:\n  dark: { color: { bg: "#12161a", ink: "#eef2f1", accent: "#5fd3b6" } }',
      't/theme.css': '[data-variant="dark"] .kicker{letter-spacing:7px}',
    }
    await using open = await openWith(files, { theme: './t:dark' })
    expect(await open.style(cover, 'background-color')).toBe('rgb(18, 22, 26)')
    expect(await open.style('.kicker', 'letter-spacing')).toBe('7px')
  })

  it('makes points and titles larger, and stands remarks where it says', async () => {
    const sizes = async (settings: readonly string[]) => {
      await using open = await openWith({}, { settings })
      const title = await open.style('.head .title', 'font-size')
      const margin = await open.style('[data-layout="points"] .points.body', '--margin')
      return { title: Number.parseFloat(title), margin, step: await open.style(':root', '--fs-step0') }
    }
    const usual = await sizes([])
    const large = await sizes(['font.scale=1.2', 'slide.remarks=below'])
    expect(large.title / usual.title).toBeCloseTo(1.2)
    expect([usual.step, large.step]).toEqual(['44px', '53px'])
    expect([usual.margin, large.margin]).toEqual(['376px', '0px'])
  })

  it('draws a layout of its own with its own picture', async () => {
    const files = {
      't/theme.yaml': 'name: t\nextends: paper',
      't/layouts/section.hbs': '<img class="mark" alt="" src="m.svg">{{> @parent/section}}',
      't/m.svg': svg,
    }
    await using open = await openWith(files, { theme: './t' })
    const wide = await open.page.$eval('[data-layout="section"] img.mark', (image) =>
      image instanceof HTMLImageElement ? image.naturalWidth : 0,
    )
    expect(wide).toBe(8)
  })
})

describe.each(listThemes())('a logo in %s', (theme) => {
  it.each(aspects)('stands on every slide of %s, inside it and over no words', async (aspect) => {
    const files = { 'brand.yaml': 'logo: { src: l.svg, on: [all], height: 44 }', 'l.svg': svg }
    await using open = await openWith(files, { theme, aspect })
    const hits = await open.page.$$eval('section[data-layout]', (slides) =>
      slides.map((slide) => {
        const logo = slide.querySelector('.logo')?.getBoundingClientRect()
        const page = slide.getBoundingClientRect()
        if (!logo || logo.height < 12) return 'no logo'
        // A square picture: at the right end of its box on the cover and openers, at the left elsewhere.
        const hero = slide.querySelector('.slide > .hero') !== null
        const left = hero ? logo.right - logo.height : logo.left
        const box = { left, right: left + logo.height, top: logo.top, bottom: logo.bottom }
        if (box.left < page.left || box.right > page.right || box.bottom > page.bottom) return 'outside'
        const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const range = document.createRange()
          range.selectNodeContents(node)
          for (const words of range.getClientRects())
            if (
              words.left < box.right &&
              words.right > box.left &&
              words.top < box.bottom - 2 &&
              words.bottom > box.top + 2
            )
              return `over “${node.textContent}” on ${slide.getAttribute('data-layout')}`
        }
        return ''
      }),
    )
    expect(hits.length).toBeGreaterThan(3)
    expect(hits.filter(Boolean)).toEqual([])
  })
})

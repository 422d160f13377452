// Every theme on paper: the gallery's notes, with all layouts, printed and read back with pdf.js.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chrome } from '../../src/chrome/chrome.js'
import { openChrome } from '../../src/chrome/connect.js'
import { readEnvironment } from '../../src/config/environment.js'
import { listThemes } from '../../src/theme/find.js'
import { root } from '../helpers/notes.js'
import { openText } from '../helpers/open-text.js'
import { countFonts, readPdf } from '../helpers/pdf.js'

let chrome: Chrome
beforeAll(async () => {
  chrome = await openChrome({ cacheDir: readEnvironment().cacheDir })
})
afterAll(() => chrome?.[Symbol.asyncDispose]())

/** How often each letter and figure stands in a text. */
function countLetters(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const letter of text.match(/[\p{L}\p{N}]/gu) ?? []) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return counts
}

describe.each(listThemes())('%s on paper', (theme) => {
  it.each(['zh', 'en'])(
    'has TrueType faces alone, and all letters of its slides as they are (%s)',
    async (lang) => {
      const source = await readFile(path.join(root, `templates/gallery/${lang}.md`), 'utf8')
      await using open = await openText(chrome, source, { theme })
      const slides = await open.page.$$eval('section[data-layout] > .slide', (all) =>
        all.map((slide) => (slide instanceof HTMLElement ? slide.innerText : '')),
      )
      const bytes = await open.print()
      const { pages } = await readPdf(bytes)
      expect(countFonts(bytes)).toMatchObject({ type3: 0, notEmbedded: 0 })
      expect(pages.join('')).not.toMatch(/[\u2E80-\u2FDF\uFFFD]/)
      expect(pages).toHaveLength(slides.length)
      const printed = pages.map(countLetters)
      const lost = slides.flatMap((text, at) =>
        [...countLetters(text)].filter(([letter, count]) => (printed[at]?.get(letter) ?? 0) < count),
      )
      expect(lost).toEqual([])
    },
  )
})

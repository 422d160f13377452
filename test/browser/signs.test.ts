import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chrome } from '../../src/chrome/chrome.js'
import { openChrome } from '../../src/chrome/connect.js'
import { readEnvironment } from '../../src/config/environment.js'
import { openText } from '../helpers/open-text.js'
import { findClipped } from '../helpers/oracle.js'
import { countFonts, readPdf } from '../helpers/pdf.js'

let chrome: Chrome
beforeAll(async () => {
  chrome = await openChrome({ cacheDir: readEnvironment().cacheDir })
})
afterAll(() => chrome?.[Symbol.asyncDispose]())

const notes = `# 表情 🚀 :tada:
✓ ✗ ★ → ⇒ ⟶ ① ❶ ⚠️ ☀️ ❤️ ✈ ⌘ ∀ ∃ ℝ ✅ ❌ 💡
👩‍💻 👨‍👩‍👧 🏳️‍🌈 ❤️‍🔥 👍🏽 🇨🇳 🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣ ©️ 🏃‍♂️
**✓ 🎯** 和 \`→ ✓ 🎯\`

\`\`\`ts
const done = '✅ 🚀' // ✓
\`\`\`
`

describe('emoji and signs', () => {
  it('are drawn in colour, in a square beside the letters, and no picture fails', async () => {
    await using open = await openText(chrome, notes)
    const seen = await open.page.evaluate(async () => {
      const emoji = [...document.querySelectorAll('.emoji')]
      const drawn = emoji.map(async (one) => {
        const { backgroundImage, fontSize } = getComputedStyle(one)
        const image = new Image()
        image.src = /^url\("(.*)"\)$/.exec(backgroundImage)?.[1]?.replaceAll('\\"', '"') ?? ''
        await image.decode()
        const { width, height } = one.getBoundingClientRect()
        const em = Number.parseFloat(fontSize) || 1
        return {
          letters: one.textContent,
          wide: width / em,
          high: height / em,
          loaded: image.naturalWidth > 0,
        }
      })
      return Promise.all(drawn)
    })
    expect(seen.length).toBeGreaterThan(20)
    for (const { letters, wide, high, loaded } of seen) {
      expect(loaded, letters).toBe(true)
      expect(wide, letters).toBeCloseTo(1.2, 1)
      expect(high, letters).toBeCloseTo(1.2, 1)
    }
  })

  it('print in faces of the deck alone, as TrueType, and copy as they were typed', async () => {
    await using open = await openText(chrome, notes)
    expect(open.problems).toEqual([])
    expect(await findClipped(open.page)).toEqual([])
    const bytes = await open.print()
    expect(countFonts(bytes)).toMatchObject({ type3: 0, notEmbedded: 0 })
    const names = [
      ...Buffer.from(bytes)
        .toString('latin1')
        .matchAll(/\/FontName \/[A-Z]{6}\+([\w-]+)/g),
    ]
    expect(names.map(([, name]) => name).filter((name) => !name?.startsWith('Deck'))).toEqual([])
    const text = (await readPdf(bytes)).pages.join('')
    // pdf.js leaves out joiners, and sees gaps where letters have no width.
    const close = text.replace(/\s/g, '')
    for (const whole of ['👨👩👧', '👍🏽', '🇨🇳', '🏃♂', '1⃣']) expect(close, whole).toContain(whole)
    for (const sign of '✓✗★→⇒⟶①❶⚠☀❤✅💡👩💻🎉🚀🎯') expect(text, sign).toContain(sign)
  })
})

describe('a line in Arabic', () => {
  it('runs from the right, its full stop last, and begins at its bullet like any other', async () => {
    await using open = await openText(chrome, '# A\nمرحبا بالعالم.\nenglish\nthird')
    const marks = await open.page.$eval('.unit > p', (line) => {
      const range = document.createRange()
      const text = line.firstChild
      const place = (at: number) => {
        if (text) range.setStart(text, at)
        if (text) range.setEnd(text, at + 1)
        return range.getBoundingClientRect()
      }
      const box = line.getBoundingClientRect()
      const stop = place((text?.textContent?.length ?? 1) - 1)
      return { first: place(0).left - box.left, stop: stop.left - box.left }
    })
    expect(marks.stop).toBeLessThan(2)
    expect(marks.first).toBeGreaterThan(40)
  })
})

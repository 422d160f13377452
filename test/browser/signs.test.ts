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
    for (const sign of '✓✗★→⇒⟶①❶⚠☀❤✅💡👩💻🎉🚀🎯') expect(text, sign).toContain(sign)
  })
})

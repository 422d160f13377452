import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Chrome } from '../../src/chrome/chrome.js'
import { openChrome } from '../../src/chrome/connect.js'
import { readEnvironment } from '../../src/config/environment.js'
import { planSlides } from '../../src/slides/plan.js'
import { aspects } from '../../src/theme/aspect.js'
import { parseText } from '../helpers/notes.js'
import { openSlides } from '../helpers/open-text.js'
import { findClipped } from '../helpers/oracle.js'

let chrome: Chrome
beforeAll(async () => {
  chrome = await openChrome({ cacheDir: readEnvironment().cacheDir })
})
afterAll(() => chrome?.[Symbol.asyncDispose]())

const long = 'which I do not believe for a minute, having seen what they did the last time they tried '
const source = (words: number) => `# Talk
- A short point <!-- private -->${long.repeat(words)}<!-- /private -->
- Another <!-- private -->${long}<!-- /private -->
- A third
- A fourth <!-- private -->and so on<!-- /private -->`

const openRemarked = (words: number, aspect: (typeof aspects)[number]) => {
  const { notes } = parseText(source(words))
  return openSlides(chrome, notes, planSlides(notes, { remarks: 'show' }).slides, { aspect })
}

it.each(aspects)(
  'in %s, remarks stand by their points, none over another, in nobody’s way',
  async (aspect) => {
    for (const words of [1, 3, 12]) {
      await using open = await openRemarked(words, aspect)
      expect(await findClipped(open.page), `${words}`).toEqual([])
      const overlaps = await open.page.$$eval('.points.body', (lists) =>
        lists.flatMap((list) => {
          const boxes = [...list.querySelectorAll('p')].map((text) => text.getBoundingClientRect())
          return boxes.flatMap((one, at) =>
            boxes
              .slice(at + 1)
              .filter(
                (other) =>
                  one.left < other.right &&
                  other.left < one.right &&
                  one.top < other.bottom &&
                  other.top < one.bottom,
              ),
          )
        }),
      )
      expect(overlaps).toEqual([])
    }
  },
)

it('points beside remarks stand as close together as without them', async () => {
  await using open = await openRemarked(2, '16:9')
  const gaps = await open.page.$$eval('.points.body', (lists) =>
    lists.map(({ children }) =>
      [...children].slice(1).map((unit, at) => {
        const [before, after] = [children[at]?.getBoundingClientRect(), unit.getBoundingClientRect()]
        return Math.round(after.top - (before?.bottom ?? 0))
      }),
    ),
  )
  expect(gaps.flat().length).toBeGreaterThan(1)
  for (const own of gaps) expect(new Set(own).size).toBeLessThanOrEqual(1)
})

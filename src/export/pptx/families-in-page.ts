// The families texts are set in, as computed → what only the page knows of them: where their letters stand, and how large.
import * as z from 'zod'
import type { CDPSession } from '../../chrome/puppeteer.js'

export type FamilyFacts = {
  /** How much of a line's own height is over the letters' foot. */
  readonly rise: number
  /** How much larger than the type's size Latin letters are drawn, to go with Han ones. */
  readonly latinScale: number
  /** How broad a blank is, of the size Latin letters are drawn in. */
  readonly blank: number
  /** Whether there is an italic: none is made of upright letters. */
  readonly italic: boolean
}

/** As with most families. */
export const usualFamily: FamilyFacts = { rise: 0.77, latinScale: 1, blank: 0.25, italic: true }

const facts = z.array(
  z.object({ rise: z.number(), latinScale: z.number(), blank: z.number(), italic: z.boolean() }),
)

// At 1,000 px, so that Chrome's rounding to whole px is nothing.
const measure = `(families) => {
  const faces = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule instanceof CSSFontFaceRule)
  const plain = (name) => name.trim().replaceAll('"', '')
  const context = document.createElement('canvas').getContext('2d')
  return families.map((list) => {
    context.font = '1000px ' + list
    const { fontBoundingBoxAscent: rise, fontBoundingBoxDescent: fall } = context.measureText('x')
    const first = faces.filter(({ style }) => plain(style.getPropertyValue('font-family')) === plain(list.split(',')[0]))
    const latinScale = (parseFloat(first[0]?.style.getPropertyValue('size-adjust')) || 100) / 100
    return {
      rise: rise / (rise + fall),
      latinScale,
      blank: Math.max(0.1, context.measureText(' ').width / 1000 / latinScale),
      italic: first.length === 0 || first.some(({ style }) => style.getPropertyValue('font-style') === 'italic'),
    }
  })
}`

export async function readFamilies(
  session: CDPSession,
  families: readonly string[],
): Promise<ReadonlyMap<string, FamilyFacts>> {
  const { result } = await session.send('Runtime.evaluate', {
    expression: `(${measure})(${JSON.stringify(families)})`,
    returnByValue: true,
  })
  const found = facts.parse(result.value)
  return new Map(families.map((family, at) => [family, found[at] ?? usualFamily]))
}

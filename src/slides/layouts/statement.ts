// A line the author stressed, or that stands alone → large, by itself on its slide.
import { measureEm } from '../../shared/text.js'
import type { Layout } from '../layout.js'
import { boldEnough, boldShare, plainLine } from '../pieces.js'

// Shorter is a word, longer a paragraph; neither fills a slide well.
const minEm = 10
const maxEm = 48

export const statement: Layout = {
  name: 'statement',
  purpose: 'One line that is bold for the most part, ends in ！, or is all its section or heading holds.',
  stands: 'stretch',
  rare: true,
  absorbs: 0,
  weigh(units, from, { asked }) {
    const line = plainLine(units[from])
    if (!line) return undefined
    const em = measureEm(line.text)
    if (asked) return { count: 1, score: 1 }
    if (em > maxEm || /https?:\/\//.test(line.text)) return undefined
    if (boldShare(line) >= boldEnough && em >= minEm / 2) return { count: 1, score: 0.95 }
    if (/[！!]$/.test(line.text) && (em >= minEm / 2 || units.length === 1)) return { count: 1, score: 0.8 }
    return units.length === 1 && em >= minEm ? { count: 1, score: 0.75 } : undefined
  },
  view: ([unit]) => ({ say: unit?.html ?? '' }),
}

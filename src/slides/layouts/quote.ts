// A block quote → the words large, and below them who said them.
import { measureEm } from '../../shared/text.js'
import type { Layout, Shown } from '../layout.js'

// About five lines of large type.
const maxEm = 150

/** The words without the box that Markdown puts around them. */
const wordsOf = ({ html }: Shown): string => html.replace(/<\/?blockquote>/g, '').trim()

export const quote: Layout = {
  name: 'quote',
  purpose: 'A block quote of a few sentences; its last line “—— who” is the attribution.',
  stands: 'stretch',
  rare: false,
  absorbs: 0,
  weigh(units, from, { asked }) {
    const unit = units[from]
    if (unit?.footnotes || (unit?.kind !== 'quote' && !asked)) return undefined
    if (unit?.kind === 'point' && unit.children.length > 0) return undefined
    if (!unit || unit.kind === 'table' || unit.kind === 'code' || unit.kind === 'figure') return undefined
    const said = wordsOf(unit)
    // Lists, tables and code in a quote are more than words.
    const plain = !/<(ul|ol|table|pre|img)\b/.test(said)
    return asked || (plain && measureEm(unit.text) <= maxEm) ? { count: 1, score: 0.9 } : undefined
  },
  view([unit]) {
    const said = unit ? wordsOf(unit) : ''
    return {
      quote: said.startsWith('<p>') ? said : `<p>${said}</p>`,
      who: unit?.kind === 'quote' ? unit.who?.html : undefined,
    }
  },
}

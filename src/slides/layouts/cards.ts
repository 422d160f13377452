// “label：a；b；c”, or several “label：text” lines in a row → cards of equal rank.
import { sliceInline } from '../../notes/inline.js'
import { readItems } from '../../notes/labels.js'
import type { Inline, Point } from '../../notes/notes.js'
import { measureEm } from '../../shared/text.js'
import type { Layout, Shown, Stretch } from '../layout.js'
import { plainLine, viewRemarks, viewSource } from '../pieces.js'
import type { View } from '../slide.js'

const maxCards = 6
const maxTermEm = 12
const maxTextEm = 40

type List = { readonly label?: Inline; readonly items: readonly Inline[] }

/** “问题，甲，怎么做；乙，怎么做”: a short word before the first thing that the other things do not have. */
function takeLead(items: readonly Inline[]): List {
  const clauses = ({ text }: Inline) => text.split(/[，,]/).length
  const [first, ...others] = items
  if (!first || others.some((item) => clauses(item) >= clauses(first))) return { items }
  const end = first.text.search(/[，,]/)
  if (end < 1 || measureEm(first.text.slice(0, end)) > 4) return { items }
  return { label: sliceInline(first, 0, end), items: [sliceInline(first, end + 1), ...others] }
}

/** What one line lists, when that is things enough for cards. */
function listOf(line: Point): List | undefined {
  if (line.label) return line.label.items ? { label: line.label, items: line.label.items } : undefined
  const items = /[；;]/.test(line.text) ? readItems(line) : undefined
  return items && takeLead(items)
}

/** “大参数量，多大的基础模型”: a name and what is said of it, when most things in the list are built so. */
function viewItems(items: readonly Inline[]): readonly View[] {
  const cuts = items.map(({ text }) => {
    const at = text.search(/[，,]/)
    return at > 0 && measureEm(text.slice(0, at)) <= maxTermEm ? at : undefined
  })
  const paired = cuts.filter((cut) => cut !== undefined).length * 2 >= items.length
  return items.map((item, index) => {
    const cut = paired ? cuts[index] : undefined
    if (cut !== undefined)
      return { term: sliceInline(item, 0, cut).html, html: sliceInline(item, cut + 1).html }
    return measureEm(item.text) <= maxTermEm ? { term: item.html } : { html: item.html }
  })
}

/** Names of the two sides of a talk: such lines answer each other, and are no cards. */
const exchange = /^(?:Q|A|问|問|答|评委问|主持|主持人|question|answer|host)\d*$/i

/** How many lines with labels of their own stand in a row from here on. */
function countLabelled(units: readonly Shown[], from: number): number {
  const names = new Set<string>()
  for (const unit of units.slice(from, from + maxCards + 1)) {
    const label = plainLine(unit)?.label
    if (!label || measureEm(label.rest.text) > maxTextEm || exchange.test(label.text)) break
    if (names.has(label.text)) return 0
    names.add(label.text)
  }
  return names.size
}

function viewLine(unit: Shown, { remarks }: Stretch): View {
  const shown = viewRemarks(unit.remarks, remarks)
  const label = unit.kind === 'point' ? unit.label : undefined
  return label
    ? { ...viewSource(unit), term: label.html, html: label.rest.html, remarks: shown }
    : { ...viewSource(unit), html: unit.html, remarks: shown }
}

export const cards: Layout = {
  name: 'cards',
  purpose:
    'A line “label：a；b；c” of three to six short things, or three to six “label：text” lines in a row.',
  stands: 'stretch',
  rare: true,
  absorbs: 0,
  weigh(units, from, { asked }) {
    const line = plainLine(units[from])
    if (!line) return undefined
    const row = countLabelled(units, from)
    const begins = from === 0 || countLabelled(units, from - 1) <= row
    // More in a row than cards have room for are a list.
    if (row >= 3 && row <= maxCards && (begins || asked)) return { count: row, score: 0.9 }
    if (listOf(line)) return { count: 1, score: 0.8 }
    if (!asked) return undefined
    const lines = units.slice(from, from + maxCards).findIndex((unit) => !plainLine(unit))
    const count = lines < 0 ? Math.min(maxCards, units.length - from) : lines
    return count >= 2 ? { count, score: 1 } : undefined
  },
  view(units, stretch) {
    const [first] = units
    const list = units.length === 1 && first?.kind === 'point' ? listOf(first) : undefined
    if (!list)
      return { count: units.length, cards: units.map((unit) => viewLine(unit, stretch)), remarks: [] }
    return {
      count: list.items.length,
      cards: viewItems(list.items),
      ...(list.label ? { meta: list.label.html } : {}),
    }
  },
}

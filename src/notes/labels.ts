// “label：rest” → its label, and the short things the rest lists. Only what is short enough for a name is a label.
import { measureEm } from '../shared/text.js'
import { sliceInline, veilCode } from './inline.js'
import type { Inline, Label } from './notes.js'

// Longer than this it is a clause, not a name.
const maxLabelEm = 12
const maxItemEm = 22
/** Between commas a thing must be shorter than this, or the line is a sentence. */
const maxCommaItemEm = 10

const colon = /^([^：:，。；？！,;?!]{1,60}?)\s*(：|:(?=\s|\p{Script=Han}))\s*(?=\S)/u

/** Marks things are listed by, strongest first, and the widest a thing may be between two of them. */
const separators: readonly (readonly [RegExp, number])[] = [
  [/\s*[；;]\s*/g, maxItemEm],
  [/\s*、\s*/g, maxItemEm],
  [/\s*\/\s*/g, maxCommaItemEm],
  [/\s*(?:，|,\s)\s*/g, maxCommaItemEm],
]

/** The three to six short things a text lists, or `undefined` when it is no list. */
export function readItems(whole: Inline): readonly Inline[] | undefined {
  const text = veilCode(whole)
  const end = /[。；;.，,、]*\s*$/.exec(text)?.index ?? text.length
  const said = text.slice(0, end)
  if (/[。？！?!]|\.\s|:\/\//.test(said)) return undefined
  for (const [separator, widest] of separators) {
    const cuts = [...said.matchAll(separator)]
    if (cuts.length < 2) continue
    if (cuts.length > 5) return undefined
    const starts = [0, ...cuts.map((cut) => cut.index + cut[0].length)]
    const ends = [...cuts.map((cut) => cut.index), end]
    const items = starts.map((start, index) => sliceInline(whole, start, ends[index]))
    if (items.every(({ text }) => text !== '' && measureEm(text) <= widest)) return items
  }
  return undefined
}

/** The label a line begins with, if it has one. */
export function readLabel(line: Inline): Label | undefined {
  const text = veilCode(line)
  const found = colon.exec(text)
  const name = found?.[1]
  if (!found || name === undefined || measureEm(name) > maxLabelEm) return undefined
  if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N}\s&+_./·'’（）()#%–-]*$/u.test(name)) return undefined
  // “10:30”, “3:1”: a colon between figures is no label’s.
  if (/\d$/.test(name) && /^\d/.test(text.slice(found[0].length))) return undefined
  const rest = sliceInline(line, found[0].length)
  if (rest.text === '') return undefined
  const items = readItems(rest)
  return { ...sliceInline(line, 0, name.length), rest, ...(items ? { items } : {}) }
}

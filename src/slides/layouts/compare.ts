// A line that sets one thing against another → the two side by side, with the words between them over each.
import { sliceInline } from '../../notes/inline.js'
import type { Inline } from '../../notes/notes.js'
import { measureEm } from '../../shared/text.js'
import type { Layout, Shown } from '../layout.js'
import { plainLine } from '../pieces.js'
import type { View } from '../slide.js'

const maxSideEm = 16

/** How a line compares; groups: `lt` `l` the left term and side, `rt` `r` the right ones, `rest` what follows. */
const forms: readonly (readonly [RegExp, number])[] = [
  [
    /^(?<l>[^→⇒➔>]+?)\s*(?:-+>|=+>|→|⇒|➔|-+》|—+>|—+》)\s*(?<r>[^→⇒➔>，,；;。]+)(?:[，,；;。]\s*(?<rest>.*))?$/u,
    0.88,
  ],
  [
    /^(?<lt>以前|过去|過去|从前|從前|原来|原來|早年|去年|之前)[，,：:\s]*(?<l>[^，,；;。]+?)[，,；;。\s]+(?<rt>现在|現在|如今|今天|眼下|今年)[，,：:\s]*(?<r>[^，,；;。]+)(?:[，,；;。]\s*(?<rest>.*))?$/u,
    0.88,
  ],
  [
    /^(?<lt>before|previously|in the past|last year)[:,]\s*(?<l>[^;,.]+)[;,.]\s*(?<rt>now|today|this year)[:,]?\s*(?<r>[^;,.]+)(?:[;,.]\s*(?<rest>.*))?$/iu,
    0.88,
  ],
  [/^(?<l>\S.*?)\s+(?<rt>vs\.?|versus)\s+(?<r>\S[^，,；;。]*)$/iu, 0.85],
  [/^(?<lt>[^，,；;。]{0,10}不是)(?<l>[^，,；;。]+)[，,]?\s*(?<rt>而是)(?<r>[^，,；;。]+)[。]?$/u, 0.84],
  [/^(?<lt>[^,.;]{0,28}\bnot)\s+(?<l>[^,.;]+),?\s+(?<rt>but)\s+(?<r>[^,.;]+)\.?$/iu, 0.78],
  [/^(?<lt>从|從)(?<l>[^，,；;。\d]+?)(?<rt>走向|变成|變成|转向|轉向|到)(?<r>[^，,；;。\d]+)$/u, 0.8],
  [/^(?<lt>from)\s+(?<l>[^,.;\d]+?)\s+(?<rt>to)\s+(?<r>[^,.;\d]+)\.?$/iu, 0.76],
]

type Comparison = {
  readonly left: View
  readonly right: View
  readonly rest: string | undefined
  readonly score: number
}

const known = new WeakMap<Inline, { readonly found: Comparison | undefined }>()

/** How a line compares; each is asked about often, by its neighbours too. */
function compareLine(line: Inline): Comparison | undefined {
  const told = known.get(line) ?? { found: readComparison(line) }
  known.set(line, told)
  return told.found
}

function readComparison(line: Inline): Comparison | undefined {
  if (/https?:\/\/|<code>/.test(line.html)) return undefined
  // Three sides are no comparison of two.
  if ((line.text.match(/\bvs\.?\s|\bversus\s|->|→/gi)?.length ?? 0) > 1) return undefined
  for (const [form, score] of forms) {
    const found = form.exec(line.text)?.groups
    const whole = found?.['l']?.trim()
    const r = found?.['r']?.trim()
    // “租金 80 → 260 元”: what both figures are of stands over the first.
    const [, subject, figure] =
      (found?.['lt'] === undefined &&
        /^\d/.test(r ?? '') &&
        /^(\D*[^\d\s.,$¥€£-])\s*([$¥€£]?\d.*)$/u.exec(whole ?? '')) ||
      []
    const l = figure ?? whole
    if (!found || !l || !r || measureEm(l) > maxSideEm || measureEm(r) > maxSideEm) continue
    // Places of the groups: each stands after the one before it.
    let from = 0
    const cut = (words: string | undefined): string | undefined => {
      if (words === undefined || words.trim() === '') return undefined
      const at = line.text.indexOf(words, from)
      from = at + words.length
      return sliceInline(line, at, from).html
    }
    const left = { term: cut(found['lt'] ?? subject), html: cut(l) }
    const right = { term: cut(found['rt']), html: cut(r) }
    return { left, right, rest: cut(found['rest']), score }
  }
  return undefined
}

const twoLines = (units: readonly Shown[], from: number) => {
  const pair = units.slice(from, from + 2).map(plainLine)
  return pair.length === 2 && pair.every((line) => line !== undefined)
}

export const compare: Layout = {
  name: 'compare',
  purpose: 'One line that sets two short things against each other: 以前…现在, 从…到, A → B, vs, 不是…而是.',
  stands: 'stretch',
  rare: true,
  absorbs: 0,
  weigh(units, from, { asked }) {
    const line = plainLine(units[from])
    const found = line && compareLine(line)
    // One of several of the same shape is not lifted out of them.
    const twin = [from - 1, from + 1].some((at) => {
      const beside = plainLine(units[at])
      return beside && compareLine(beside)
    })
    if (found) return asked || !twin ? { count: 1, score: asked ? 1 : found.score } : undefined
    return asked && twoLines(units, from) ? { count: 2, score: 1 } : undefined
  },
  view([one, two]) {
    const found = one && compareLine(one)
    if (found) return { left: found.left, right: found.right, rest: found.rest }
    const side = (unit: Shown | undefined): View => {
      const label = unit?.kind === 'point' ? unit.label : undefined
      return label ? { term: label.html, html: label.rest.html } : { html: unit?.html ?? '' }
    }
    return { left: side(one), right: side(two) }
  },
}

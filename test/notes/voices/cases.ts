// Marked notes → the cases the reader has to decide, each with what it should decide: cut by the reader's own code.
import { outerBrackets } from '../../../src/notes/remarks/brackets.js'
import { bare, blank, dashClauses, sentencesOf } from '../../../src/notes/remarks/clauses.js'
import { tellFeatures } from '../../../src/notes/remarks/features.js'
import { plainLetters } from '../../../src/notes/remarks/fold.js'
import type { Place } from '../../../src/notes/remarks/place.js'
import type { Label, MarkedLine } from './read.js'

export type Case = {
  readonly label: Label
  readonly text: string
  readonly place: Place
  readonly features: readonly string[]
  /** A sentence of a line; it is only hidden when surer than a line. */
  readonly sentence: boolean
  /** What a person marked, not merely a line nobody marked. */
  readonly marked: boolean
}

const mask = (line: string, start: number, end: number) =>
  line.slice(0, start) + blank.repeat(end - start) + line.slice(end)
const clean = (text: string) => text.replaceAll(blank, '')

function makeCase(label: Label, text: string, place: Place, marked: boolean, sentence = false): Case {
  const features = new Set<string>()
  const plain = plainLetters(text.slice(0, 400))
  tellFeatures(plain, place, (feature) => features.add(feature))
  return { label, text: plain, place, features: [...features], sentence, marked }
}

/** The cases of one line; `fold` gives Traditional letters in their Simplified form. */
export function casesOf(line: MarkedLine, fold: (text: string) => string): readonly Case[] {
  if (/^#/.test(line.text) || line.text.trim() === '') return []
  const cases: Case[] = []
  let text = fold(line.text)
  const labelAt = (at: number) => line.spans.find(({ start, end }) => at >= start && at < end)
  for (const { start, end, inner } of outerBrackets(text)) {
    const span = labelAt(start)
    const label = span?.label ?? 'S'
    // A bracket inside a whole line that was marked is the line's.
    const own = span === undefined || span.end - span.start <= end - start + 1
    if (own) {
      const place = {
        kind: 'bracket' as const,
        mark: text.charAt(start),
        before: clean(text.slice(Math.max(0, start - 60), start)),
        after: clean(text.slice(end, end + 60)),
      }
      if (bare(inner) !== '') cases.push(makeCase(label, bare(inner), place, span !== undefined))
    }
    if (own && label === 'R') text = mask(text, start, end)
  }
  for (const { start, end, inner, dash } of dashClauses(text)) {
    const span = labelAt(start) ?? labelAt(start + 1)
    const dashed = span !== undefined && /^\s*[-–—]/.test(span.text)
    // A dash inside a line that was marked whole is the line's; one nobody marked was said.
    if (span?.label === 'R' && !dashed) continue
    const place = {
      kind: 'dash' as const,
      mark: dash,
      before: text.slice(Math.max(0, start - 60), start),
      after: text.slice(end, end + 60),
    }
    if (inner === '') continue
    cases.push(makeCase(span?.label ?? 'S', inner, place, dashed))
    if (span?.label === 'R') text = mask(text, start, end)
  }
  for (const { start, end } of outerBrackets(text)) text = mask(text, start, end)
  for (const { start, end } of dashClauses(text)) text = mask(text, start, end)
  const rest = bare(text)
  if (rest === '') return cases
  const first = text.search(new RegExp(`[^\\s${blank}]`))
  const lineSpan = line.spans.find(({ start, end }) => start <= first && end >= first + rest.length - 2)
  const mark = /[（(【[—]| - /.exec(line.text)?.[0] ?? ''
  const whole = { kind: 'line' as const, mark, before: '', after: '' }
  cases.push(makeCase(lineSpan?.label ?? 'S', rest, whole, lineSpan !== undefined))
  if (lineSpan?.label === 'R') return cases
  const sentences = sentencesOf(text)
  if (sentences.length < 2) return cases
  for (const { start, end, inner } of sentences) {
    if (inner === '' || !/[\p{L}]/u.test(inner)) continue
    const span = line.spans.find((one) => one.start <= start && one.end >= end - 1 && one.label === 'R')
    const place = {
      kind: 'line' as const,
      mark,
      before: bare(text.slice(0, start)),
      after: bare(text.slice(end)),
    }
    cases.push(makeCase(span ? 'R' : 'S', inner, place, span !== undefined, true))
  }
  return cases
}

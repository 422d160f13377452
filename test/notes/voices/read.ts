// Notes with ⟦R|remarks⟧ and ⟦S|what was said⟧ marked → lines as they were typed, and the marked spans in them.
import { readFileSync } from 'node:fs'

export type Label = 'R' | 'S'
export type Span = {
  readonly label: Label
  readonly start: number
  readonly end: number
  readonly text: string
}
export type MarkedLine = { readonly text: string; readonly number: number; readonly spans: readonly Span[] }
export type Sort = 'bracket' | 'dash' | 'line'

/** One line without its marks. */
export function unmark(typed: string, number: number): MarkedLine {
  const spans: Span[] = []
  let text = ''
  let from = 0
  for (const found of typed.matchAll(/⟦([RS])\|([^⟧]*)⟧/g)) {
    text += typed.slice(from, found.index)
    const inner = found[2] ?? ''
    const label = found[1] === 'R' ? 'R' : 'S'
    spans.push({ label, start: text.length, end: text.length + inner.length, text: inner })
    text += inner
    from = found.index + found[0].length
  }
  return { text: text + typed.slice(from), number, spans }
}

export function readVoice(file: string): readonly MarkedLine[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .map((line, index) => unmark(line, index + 1))
}

/** What a span is: a bracket, a dash clause, or a line or sentence. */
export function sortOf({ text }: Span): Sort {
  if (/^\s*[（(【[]/.test(text)) return 'bracket'
  return /^\s*(?:——|—|[-–]\s)/.test(text) ? 'dash' : 'line'
}

// A line of notes → what was said, and the remarks the note-taker put into it.
// When a bracket could be either, it is private: a remark that leaks costs more than a clarification that moved.
import { measureEm } from '../shared/text.js'
import { cues, quoting, verdicts } from './cues.js'
import { isOverMarked } from './limits.js'
import { listMath } from './maths.js'
import type { Remark } from './notes.js'
import type { Phrases } from './reading.js'

export type FoundRemark = { readonly source: string; readonly from: Remark['from']; readonly column: number }
export type SplitLine = { readonly said: string; readonly remarks: readonly FoundRemark[] }

const noPhrases: Phrases = { private: [], public: [] }
const brackets: Readonly<Record<string, string>> = { '（': '）', '(': ')', '【': '】', '[': ']' }
const closers = new Set(Object.values(brackets))
const noteStart = /^(?:note|notes|备注|備註|注)\s*[:：]\s*/i
const marked = new RegExp(`^(?://(?![\\w-]+(?:\\.[\\w-]+)+(?:[/\\s]|$))|%%)\\s*|${noteStart.source}`, 'i')

// “web, app, db”: two to six short things in a row.
const enumeration = /^[^，。；、,;/？?！!]{1,14}(?:[、，；,;/]\s*[^，。；、,;/？?！!]{1,14}){1,5}$/

/** Weighs the evidence: above zero speaks for a remark, below zero for a clarification. */
export function weighRemark(whole: string, phrases: Phrases): number {
  // Enough to judge by; and no pattern below meets more.
  const text = whole.slice(0, 400)
  if (phrases.public.some((phrase) => phrase.test(text))) return -10
  if (phrases.private.some((phrase) => phrase.test(text))) return 10
  let weight = 0
  for (const cue of cues) if (cue.pattern.test(text)) weight += cue.weight
  // Form only counts where no word speaks: a short phrase or a list of things explains; it does not comment.
  const silent = !cues.some((cue) => cue.weight > 0.5 && cue.pattern.test(text))
  if (silent && measureEm(text) <= 12 && !/[，。、；：,;:？?！!]/.test(text)) weight -= 1.5
  if (silent && (enumeration.test(text) || /^[A-Z][\w-]*( [\w-]+){0,5}$/.test(text))) weight -= 1.5
  return weight
}

/** The spans that are code, formulas, links, images, tags or addresses: no bracket in them is a remark. */
function markedUp(line: string): readonly (readonly [number, number])[] {
  if (isOverMarked(line)) return []
  const pattern =
    /(`+)[^`]*\1|!?\[[^\]]*\]\([^)]*\)|\[\^[^\]]*\]|\[[ xX]\] |<[^>]*>|https?:\/\/[^\s（）【】]+?(?=[([]\p{Script=Han}|[\s（）【】]|$)/gu
  const formulas = line.includes('$') ? listMath(line).map(({ start, end }) => [start, end] as const) : []
  return [
    ...[...line.matchAll(pattern)].map((found) => [found.index, found.index + found[0].length] as const),
    ...formulas,
  ]
}

/** Whether the line is private by its first mark: `//`, `%%`, `Note:`. */
export const isMarkedLine = (line: string): boolean => marked.test(line.trim().slice(0, 200))

/** Whether the line starts speaker notes that run to the end of its paragraph: `Note:`, `备注：`. */
export const isNoteLine = (line: string): boolean => noteStart.test(line.trim())

/** Whether a bracket is opened on this line and not closed. */
export function hasOpenBracket(line: string): boolean {
  // [0, 1) is an interval.
  const bare = line.includes('$')
    ? listMath(line).reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), line)
    : line
  const count = (pattern: RegExp) => bare.match(pattern)?.length ?? 0
  return count(/[（(]/g) > count(/[）)]/g) || count(/[【[]/g) > count(/[】\]]/g)
}

/** `<!-- private -->`; group 1 is “/” for the one that ends it. */
export const privateMarker = /<!--\s*(\/?)private\s*-->/gi
const privateSpan =
  /<!--\s*private\s*-->([\s\S]*?)(?:<!--\s*\/private\s*-->|$)|^([\s\S]*?)<!--\s*\/private\s*-->/gi

function takePrivate(line: string, remarks: FoundRemark[]): string {
  if (!line.includes('<!--')) return line
  return line.replace(
    privateSpan,
    (_, inside: string | undefined, before: string | undefined, at: number) => {
      const source = (inside ?? before ?? '').trim()
      if (source !== '') remarks.push({ source, from: 'mark', column: at + 1 })
      return ''
    },
  )
}

type Bracket = { readonly start: number; readonly end: number; readonly inner: string }

function outerBrackets(line: string): readonly Bracket[] {
  const spans = markedUp(line)
  const found: Bracket[] = []
  const open: { readonly index: number; readonly close: string }[] = []
  for (let index = 0; index < line.length; index++) {
    const span = spans.find(([start, end]) => index >= start && index < end)
    if (span) {
      index = span[1] - 1
      continue
    }
    const letter = line.charAt(index)
    const close = brackets[letter]
    // f(x) and dict[key] are written that way; nobody mutters without a space.
    const glued =
      /[([]/.test(letter) &&
      /[A-Za-z0-9_]/.test(line.charAt(index - 1)) &&
      /^.[\w\s,.'"=+*-]*[)\]]/.test(line.slice(index))
    if (close !== undefined && !(glued && open.length === 0)) open.push({ index, close })
    else if (closers.has(letter)) {
      // A bracket may be closed by its twin of the other width: people mix （ and ).
      const top = open.at(-1)
      if (!top || (top.close !== letter && !('）)'.includes(letter) && '）)'.includes(top.close)))) continue
      open.pop()
      if (open.length === 0) {
        found.push({ start: top.index, end: index + 1, inner: line.slice(top.index + 1, index).trim() })
      }
    }
  }
  // Left open to the end: whatever it is, it was put aside from what was said.
  const [left] = open
  if (left) found.push({ start: left.index, end: line.length, inner: line.slice(left.index + 1).trim() })
  return found
}

/** Takes only the remarks in brackets out; for lines of tables and quotes, which cannot be cut otherwise. */
export function splitBrackets(line: string, phrases: Phrases = noPhrases): SplitLine {
  const remarks: FoundRemark[] = []
  const said = takeBrackets(line, remarks, phrases)
  return { said, remarks }
}

function takeBrackets(line: string, remarks: FoundRemark[], phrases: Phrases): string {
  let said = ''
  let from = 0
  for (const bracket of outerBrackets(line)) {
    const alone = line.slice(0, bracket.start).trim() === '' && line.slice(bracket.end).trim() === ''
    const weight = weighRemark(bracket.inner, phrases) + (alone ? 2 : 0)
    if (bracket.inner === '' || weight < 0) continue
    said += line.slice(from, bracket.start).trimEnd()
    remarks.push({ source: bracket.inner, from: 'bracket', column: bracket.start + 1 })
    from = bracket.end
  }
  return said + line.slice(from)
}

function takeDashes(line: string, remarks: FoundRemark[], phrases: Phrases): string {
  const parts = line.split(/(\s*——\s*|\s+[—–-]\s+|\s*—\s*)/)
  let said = parts[0] ?? ''
  let column = said.length + 1
  for (let index = 1; index < parts.length; index += 2) {
    const dash = parts[index] ?? ''
    const clause = parts[index + 1] ?? ''
    const example = /^(比如|例如|如|第|一是|首先)/.test(clause)
    if (clause !== '' && !example && weighRemark(clause, phrases) >= 1.5) {
      remarks.push({ source: clause.trim(), from: 'dash', column: column + dash.length })
    } else said += dash + clause
    column += dash.length + clause.length
  }
  return said
}

const isVerdict = (sentence: string) => verdicts.some((verdict) => verdict.test(sentence))
const firstPerson = /我|\bI\b/

function takeVerdicts(line: string, remarks: FoundRemark[]): string {
  // A bracket that stayed explains; a word in it passes no verdict on the sentence around it.
  const bare = outerBrackets(line).reduceRight(
    (text, { start, end }) => text.slice(0, start) + text.slice(end),
    line,
  )
  if (quoting.test(line) || !isVerdict(bare)) return line
  // Emphasis that spans sentences would be torn; such a line is judged whole.
  const whole = /\*\*|__|`/.test(line)
  const sentences = whole ? [line] : (line.match(/[^。！？!?]+[。！？!?]*(?:\s|$)?|[。！？!?]+/g) ?? [line])
  // Beside a verdict, what is in the first person is the note-taker's own too.
  const own = sentences.map((sentence) => isVerdict(sentence) || firstPerson.test(sentence))
  const muttered = sentences.filter((_, index) => own[index]).join('')
  if (muttered === '') return line
  const first = sentences.slice(0, own.indexOf(true)).join('')
  remarks.push({ source: muttered.trim(), from: 'line', column: first.length + 1 })
  return sentences.filter((_, index) => !own[index]).join('')
}

const maxJudgedChars = 4000

/** Splits one line. `said` is empty when all of it is a remark. Columns count from 1 in the given line. */
export function splitRemarks(line: string, phrases: Phrases = noPhrases): SplitLine {
  const mark = marked.exec(line.trim().slice(0, 200))
  if (mark) {
    const source = line.trim().slice(mark[0].length).trim()
    return { said: '', remarks: source === '' ? [] : [{ source, from: 'mark', column: 1 }] }
  }
  const remarks: FoundRemark[] = []
  const open = takeBrackets(takePrivate(line, remarks), remarks, phrases)
  // Longer than anybody mutters: only what is marked or in brackets is looked at.
  const said = open.length > maxJudgedChars ? open : takeVerdicts(takeDashes(open, remarks, phrases), remarks)
  // What is left of a line that was all remark is a mark or two; a line typed as “……” stays.
  const left = remarks.length > 0 && said.replace(/[\s*_~。，、；,.;]+/g, '') === '' ? '' : said.trim()
  return { said: left, remarks: remarks.toSorted((a, b) => a.column - b.column) }
}

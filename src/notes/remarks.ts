// A line of notes → what was said, and the remarks the note-taker put into it.
// When a bracket could be either, it is private: a remark that leaks costs more than a clarification that moved.
import { remember } from '../shared/remember.js'
import { measureEm } from '../shared/text.js'
import type { Phrases } from './reading.js'
import { blankMarkup, outerBrackets } from './remarks/brackets.js'
import { bare, blank, blankOut, dashClauses, isAttributed, sentencesOf } from './remarks/clauses.js'
import { learned } from './remarks/cues/learned.js'
import { type Cut, inOrder, joinCuts, type SplitLine } from './remarks/cuts.js'
import { spellsOut } from './remarks/form.js'
import { publicMarks } from './remarks/marks.js'
import { isOwnLine, isOwnQuestion } from './remarks/own-words.js'
import { weighText } from './remarks/weigh.js'

const noPhrases: Phrases = { private: [], public: [] }
/** Longer than anybody mutters: only what is marked or in brackets is looked at. */
const maxJudgedChars = 4000
/** By how much a line of prose must be surer than a short one. */
const proseMargin = 4
/** A line longer than this is rather prose than muttering: it must be as sure as a sentence inside a line. */
const maxMutteredEm = 60
/** A question in brackets that is neither quoted nor answered is the note-taker's, whatever else it says. */
const questionWeight = 5
/** A number alone comments on nothing. */
const bareNumber = /^[\d\s.,:%–-]{1,12}$/
/** `（+ …）` and `(+…)` are public; `(+12 %)` is a figure. */
const publicBracket = /^.\s{0,9}\+(?!\d)\s{0,9}/

function cutBrackets(line: string, phrases: Phrases): readonly Cut[] {
  return outerBrackets(line).flatMap(({ start, end, inner }): readonly Cut[] => {
    const text = bare(inner)
    if (text === '' || bareNumber.test(text)) return []
    const shown = publicBracket.exec(line.slice(start, start + 20))?.[0]
    if (shown !== undefined)
      return [{ start: start + 1, end: start + shown.length, from: 'mark', source: '', at: start }]
    const place = {
      kind: 'bracket' as const,
      mark: line.charAt(start),
      before: line.slice(Math.max(0, start - 60), start).replaceAll(blank, ''),
      after: line.slice(end, end + 60).replaceAll(blank, ''),
    }
    const clear = phrases.private.length === 0 && spellsOut(text, place.before)
    const asks = isOwnQuestion(text, place) ? questionWeight : 0
    if (clear || weighText(text, place, phrases) + asks < 0) return []
    return [{ start, end, from: 'bracket', source: text, at: start }]
  })
}

function cutDashes(line: string, phrases: Phrases): readonly Cut[] {
  return dashClauses(line).flatMap(({ start, end, inner, dash }): readonly Cut[] => {
    const place = {
      kind: 'dash' as const,
      mark: dash,
      before: line.slice(Math.max(0, start - 60), start),
      after: line.slice(end, end + 60),
    }
    if (inner === '' || weighText(inner, place, phrases) < 0) return []
    const lead = /^\s*/.exec(line.slice(start + dash.length))?.[0].length ?? 0
    return [{ start, end, from: 'dash', source: inner, at: start + dash.length + lead }]
  })
}

/** A whole line that is a remark; else those of its sentences that surely are. */
function cutSentences(line: string, phrases: Phrases): readonly Cut[] {
  // A bracket or a clause that stayed explains; a word in it passes no verdict on the sentence around it.
  const open = blankOut(blankMarkup(line), outerBrackets(line))
  const judged = blankOut(open, dashClauses(open))
  const aside = /[（(【[—]| - /.exec(line)?.[0] ?? (line.includes(blank) ? blank : '')
  const weigh = (start: number, end: number) => {
    const place = {
      kind: 'line' as const,
      mark: aside,
      before: bare(judged.slice(0, start)),
      after: bare(judged.slice(end)),
    }
    return weighText(bare(judged.slice(start, end)), place, phrases)
  }
  const cut = (start: number, end: number): Cut => {
    const lead = /^[\s\ue000]*/.exec(line.slice(start, end))?.[0].length ?? 0
    return { start, end, from: 'line', source: bare(line.slice(start, end)), at: start + lead }
  }
  if (!/\p{L}/u.test(judged)) return []
  if (isOwnLine(line) && !phrases.public.some((pattern) => pattern.test(line))) return [cut(0, line.length)]
  const surer = measureEm(bare(judged)) > maxMutteredEm ? proseMargin : 0
  if (weigh(0, judged.length) >= surer) return [cut(0, line.length)]
  const sentences = sentencesOf(judged)
  if (sentences.length < 2) return []
  return (
    sentences
      // A quotation is not torn.
      .filter(({ inner }) => inner !== '' && !/["“”「」『』]/.test(inner))
      .filter(({ start, end }) => weigh(start, end) >= learned.sentenceMargin)
      .map(({ start, end }) => cut(start, end))
  )
}

/** Takes only the remarks in brackets out; for lines of tables and quotes, which cannot be cut otherwise. */
export function splitBrackets(line: string, phrases: Phrases = noPhrases): SplitLine {
  return joinCuts(line, cutBrackets(line, phrases))
}

function splitAnew(line: string, phrases: Phrases): SplitLine {
  const shown = publicMarks(line)
  if (shown) {
    const marks = shown.map(({ start, end }): Cut => ({ start, end, from: 'mark', source: '', at: start }))
    const split = joinCuts(line, marks)
    return { ...split, said: split.said.trim() }
  }
  let cuts = inOrder(cutBrackets(line, phrases))
  if (line.length <= maxJudgedChars && !isAttributed(line)) {
    cuts = inOrder([...cuts, ...cutDashes(blankOut(line, cuts), phrases)])
    cuts = inOrder([...cuts, ...cutSentences(blankOut(line, cuts), phrases)])
  }
  const { said, remarks } = joinCuts(line, cuts)
  // What is left of a line that was all remark is a mark or two; a line typed as “……” stays.
  const left = remarks.length > 0 && said.replace(/[\s*_~。，、；,.;]+/g, '') === '' ? '' : said.trim()
  return { said: left, remarks }
}

/** Lines kept: what judging a line costs is most of reading notes again. */
const splitPlain = remember((line) => splitAnew(line, noPhrases), 10_000)

/** Splits one line. `said` is empty when all of it is a remark. Columns count from 1 in the given line. */
export function splitRemarks(line: string, phrases: Phrases = noPhrases): SplitLine {
  const plain = phrases.public.length + phrases.private.length === 0
  return plain ? splitPlain(line) : splitAnew(line, phrases)
}

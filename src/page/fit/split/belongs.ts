// What units say → which of them belong together, whatever they measure: a label with its items, a question with its answers,
// a line with the block it leads to.
import { measureEm } from '../texts/long.js'
import type { UnitMeasure } from './part.js'

export type Said = {
  readonly text: string
  readonly paused: boolean
  /** Code, a formula, a table or a picture. */
  readonly block?: boolean
}

const label = /[：:]\s*$/
const question = /[？?]\s*$/
const leans = /^(如|比如|例如|但|所以|因此|其中|同时|而且|but\b|so\b|because\b|for example\b)/i
const sentenceEnd = /[。．.！!？?…][”’"')）」』\]]*$/

/** What is longer, em, is a thought that ends in a question, and the next line need not be its answer. */
const maxQuestionEm = 90

/** Items under a label: so many, and no longer than this, em. */
const maxItems = 6
const maxItemEm = 30
/** A line this much longer than the longest item so far, times and em, is no item any more. */
const longerTimes = 2
const longerEm = 4

/** How many lines after the label are its items. */
function countItems(said: readonly Said[], from: number): number {
  let longest = 0
  let count = 0
  for (const { text, paused } of said.slice(from, from + maxItems)) {
    const em = measureEm(text)
    const isLong = em > maxItemEm || (count > 0 && em > longest * longerTimes + longerEm)
    if (paused || isLong || label.test(text) || question.test(text)) break
    longest = Math.max(longest, em)
    count += 1
  }
  return count
}

/** Whether a line goes on in the block after it, blank line or not, and is no caption close under another one. */
function opensBlock(said: readonly Said[], at: number): boolean {
  const [before, own, next] = [said[at - 1], said[at], said[at + 1]]
  if (!own || own.block || !next?.block || sentenceEnd.test(own.text)) return false
  return !(before?.block && !own.paused && next.paused)
}

/** In the units' order. */
export function findBonds(
  said: readonly Said[],
): readonly Pick<UnitMeasure, 'leads' | 'leans' | 'paused' | 'bound' | 'opens'>[] {
  const bound = new Set<number>()
  said.forEach(({ text }, at) => {
    if (!label.test(text)) return
    const items = countItems(said, at + 1)
    for (let item = 1; item <= items; item++) bound.add(at + item)
  })
  return said.map(({ text, paused }, at) => {
    const next = said[at + 1]?.text ?? ''
    // Of questions asked in a row only the last waits for its answer.
    const asks = question.test(text) && !question.test(next) && measureEm(text) <= maxQuestionEm
    const leads = label.test(text) || asks
    return { leads, leans: leans.test(text), paused, bound: bound.has(at), opens: opensBlock(said, at) }
  })
}

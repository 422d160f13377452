// A text → what its common turns of phrase speak for, by weights judged by hand (cues/phrases-of-habit.ts).
import { cues, verdicts } from './cues/phrases-of-habit.js'
import { isReported } from './own-words.js'
import type { Place } from './place.js'

// How much the phrases count beside the learned weights, chosen where held-out voices are told best; and no pile of them
// counts without end.
const asideShare = 0.6
const lineShare = 0.2
const least = -3
const most = 4
/** Decides alone: nobody reports of a speaker that it was a waste of time. */
const verdictWeight = 7

// Who begins with himself reports nobody: “没听懂他在讲什么”.
const ownStart = /^(?:我|没|不知道|感觉|总觉得|回头|回去|记得)/
const anyQuote = /["“「『]/

/** Above zero speaks for a remark; `text` is in plain letters (fold.ts). A verdict in quotation marks, or told of somebody, is his. */
export function weighHabits(text: string, { kind }: Place): number {
  let sum = 0
  for (const cue of cues) if (cue.pattern.test(text)) sum += cue.weight
  const weight = Math.min(most, Math.max(least, sum))
  if (kind !== 'line') return weight * asideShare
  const reported = !ownStart.test(text) && isReported(text)
  const judged = verdicts.some((verdict) => verdict.test(text)) && !anyQuote.test(text) && !reported
  return Math.max(0, weight) * lineShare + (judged ? verdictWeight : 0)
}

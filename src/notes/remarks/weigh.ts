// A text and its place → how much speaks for a remark: the learned weights of its features, added up.
import type { Phrases } from '../reading.js'
import { learned } from './cues/learned.js'
import { tellFeatures } from './features.js'
import { plainLetters } from './fold.js'
import { weighHabits } from './habits.js'
import type { Place } from './place.js'

/** `told` is the last text that had the feature: a feature counts once a text, however often it is told. */
type Weight = { readonly aside: number; readonly line: number; told: number }

/** Each feature with its row: of thousands, a deck's notes have some hundreds, and only theirs are read. */
function readRows(): ReadonlyMap<string, string> {
  const rows = new Map<string, string>()
  for (const row of learned.weights.split('\n')) {
    const end = row.indexOf('\t')
    if (end > 0) rows.set(row.slice(0, end), row.slice(end + 1))
  }
  return rows
}
const rows = readRows()
const weights = new Map<string, Weight>()
let texts = 0

function weightOf(feature: string): Weight | undefined {
  const known = weights.get(feature)
  const row = known ? undefined : rows.get(feature)
  if (row === undefined) return known
  const [aside = '0', line = aside] = row.split('\t')
  const weight = { aside: Number(aside), line: Number(line), told: 0 }
  weights.set(feature, weight)
  return weight
}

/** Enough to judge by; no pattern ever meets more. */
const maxWeighedChars = 400

/** Above zero speaks for a remark, below for what was said; the author's own phrases decide before anything else. */
export function weighText(whole: string, place: Place, phrases: Phrases): number {
  const text = whole.slice(0, maxWeighedChars)
  if (phrases.public.some((phrase) => phrase.test(text))) return Number.NEGATIVE_INFINITY
  if (phrases.private.some((phrase) => phrase.test(text))) return Number.POSITIVE_INFINITY
  const column = place.kind === 'line' ? 'line' : 'aside'
  texts++
  let sum = place.kind === 'line' ? -learned.lineThreshold : -learned.asideThreshold
  const plain = plainLetters(text)
  tellFeatures(plain, place, (feature) => {
    const weight = weightOf(feature)
    if (!weight || weight.told === texts) return
    weight.told = texts
    sum += weight[column]
  })
  return sum + weighHabits(plain, place)
}

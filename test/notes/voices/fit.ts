// Cases → weights: logistic regression with L2, asides and lines sharing what they have in common. Deterministic.
import { weighHabits } from '../../../src/notes/remarks/habits.js'
import type { Case } from './cases.js'

export type Weights = ReadonlyMap<string, { readonly aside: number; readonly line: number }>
export type Settings = {
  readonly l2: number
  /** How much less a single word or character may weigh than a class or a form; 1 is the same. */
  readonly gram: number
  /** How much less what holds for lines alone may weigh than what holds for all. */
  readonly own: number
  /** A gram seen in fewer cases is left out. */
  readonly seen: number
  readonly epochs: number
}

export const settings: Settings = { l2: 0.6, gram: 0.5, own: 0.7, seen: 3, epochs: 60 }

/** From where on a text is a remark; a sentence inside a line must be surer than a line by so much. */
export const thresholds = { aside: -0.9, line: 0.7, sentence: 0.8 }

const isGram = (feature: string) => !/^[#@~]/.test(feature)

/** Fits the weights; every case counts alike. */
export function fitWeights(cases: readonly Case[], set: Settings = settings): Weights {
  const counts = new Map<string, number>()
  for (const one of cases)
    for (const feature of one.features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const ids = new Map<string, number>()
  const names: string[] = []
  const scales: number[] = []
  const idOf = (name: string, scale: number) => {
    const known = ids.get(name)
    if (known !== undefined) return known
    ids.set(name, names.length)
    names.push(name)
    scales.push(scale)
    return names.length - 1
  }
  const rows = cases.map((one) => {
    const row: number[] = []
    const values: number[] = []
    for (const feature of one.features) {
      const gram = isGram(feature)
      if ((counts.get(feature) ?? 0) < (gram ? set.seen : 2)) continue
      const scale = gram ? set.gram : 1
      row.push(idOf(feature, scale))
      values.push(scale)
      if (one.place.kind === 'line') {
        row.push(idOf(`line|${feature}`, scale * set.own))
        values.push(scale * set.own)
      }
    }
    return { row, values, target: one.label === 'R' ? 1 : -1 }
  })
  const size = names.length
  const w = new Float64Array(size)
  const squares = new Float64Array(size).fill(1e-6)
  const decay = set.l2 / rows.length
  let seed = 12345
  const order = rows.map((_, index) => index)
  for (let epoch = 0; epoch < set.epochs; epoch++) {
    for (let index = order.length - 1; index > 0; index--) {
      seed = (seed * 1103515245 + 12345) % 2147483648
      const other = seed % (index + 1)
      const held = order[index] ?? 0
      order[index] = order[other] ?? 0
      order[other] = held
    }
    const rate = 0.3 / (1 + epoch / 12)
    for (const at of order) {
      const one = rows[at]
      if (!one) continue
      let sum = 0
      one.row.forEach((id, at) => {
        sum += (w[id] ?? 0) * (one.values[at] ?? 0)
      })
      const gradient = -one.target / (1 + Math.exp(one.target * sum))
      for (let k = 0; k < one.row.length; k++) {
        const id = one.row[k] ?? 0
        const scale = one.values[k] ?? 0
        // The pull to zero is spread over the cases that hold the feature.
        const g =
          gradient * scale +
          (decay * rows.length * (w[id] ?? 0)) / (counts.get((names[id] ?? '').replace(/^line\|/, '')) ?? 1)
        squares[id] = (squares[id] ?? 0) + g * g
        w[id] = (w[id] ?? 0) - (rate * g) / Math.sqrt(squares[id] ?? 1)
      }
    }
  }
  const fitted = (name: string) => {
    const id = ids.get(name)
    return id === undefined ? 0 : (w[id] ?? 0) * (scales[id] ?? 1)
  }
  const weights = new Map<string, { aside: number; line: number }>()
  for (const name of names) {
    if (name.startsWith('line|')) continue
    const aside = fitted(name)
    weights.set(name, { aside, line: aside + fitted(`line|${name}`) })
  }
  return weights
}

/** What speaks for a remark in all: the weights of its features, and its common phrases. */
export function scoreOf(one: Case, weights: Weights): number {
  const column = one.place.kind === 'line' ? 'line' : 'aside'
  const learned = one.features.reduce((sum, feature) => sum + (weights.get(feature)?.[column] ?? 0), 0)
  return learned + weighHabits(one.text, one.place)
}

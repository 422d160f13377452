// The practice → how well voices are told that the weights were not fitted to: each in turn is held out, and judged with
// weights from all the others. This, and never the measured voices, is what settings and thresholds are chosen by.
import type { Case } from './cases.js'
import { fitWeights, scoreOf, thresholds } from './fit.js'
import { foldAll } from './fold-all.js'
import { readPractice } from './practice.js'

const { voices, practice } = readPractice(process.cwd(), foldAll)
const counts = new Map<string, { all: number; right: number }>()

function thresholdOf(one: Case): number {
  if (one.place.kind !== 'line') return thresholds.aside
  return one.sentence ? thresholds.line + thresholds.sentence : thresholds.line
}

for (const { name, cases } of voices) {
  const others = voices.filter((voice) => voice.name !== name).flatMap((voice) => voice.cases)
  const weights = fitWeights([...others, ...practice.cases])
  for (const one of cases) {
    const hidden = scoreOf(one, weights) >= thresholdOf(one)
    const sort = one.sentence ? 'sentence' : one.place.kind
    const kind = one.label === 'R' ? 'remark' : one.marked ? 'said' : 'plain'
    for (const key of [
      `${kind}, ${sort}`,
      ...(one.marked ? [`${kind}, voice ${name}`, `${kind}, all`] : []),
    ]) {
      const count = counts.get(key) ?? { all: 0, right: 0 }
      counts.set(key, { all: count.all + 1, right: count.right + (hidden === (one.label === 'R') ? 1 : 0) })
    }
  }
}
for (const [key, { all, right }] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  console.log(
    `${key.padEnd(20)} ${String(right).padStart(5)} of ${String(all).padStart(5)}  ${((100 * right) / all).toFixed(1)} %`,
  )

// The practice → the learned weights and the folds they need: writes src/notes/remarks/cues/{learned,fold}.ts. Deterministic.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { ja } from '../../../src/notes/remarks/cues/ja.js'
import { zh } from '../../../src/notes/remarks/cues/zh.js'
import { fitWeights, scoreOf, thresholds } from './fit.js'
import { allFolds, foldAll } from './fold-all.js'
import { readPractice } from './practice.js'

const root = process.cwd()
const { voices, practice } = readPractice(root, foldAll)
const cases = [...voices.flatMap((voice) => voice.cases), ...practice.cases]
const weights = fitWeights(cases)

const least = 0.05
const short = (value: number) => {
  const rounded = value
    .toFixed(2)
    .replace(/^(-?)0\./, '$1.')
    .replace(/(\.\d)0$/, '$1')
  return /^-?\.?0*$/.test(rounded) ? '0' : rounded.replace(/\.0$/, '')
}
const rows = [...weights]
  .filter(([, { aside, line }]) => Math.max(Math.abs(aside), Math.abs(line)) >= least)
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(
    ([feature, { aside, line }]) =>
      `${feature}\t${short(aside)}${short(aside) === short(line) ? '' : `\t${short(line)}`}`,
  )
const learned = `// What each feature weighs in an aside and, where it differs, in a line; and from where on a text is taken for a remark.
// Written by test/notes/voices/train.ts from ${cases.length} cases; not to be edited.
export const learned = {
  asideThreshold: ${thresholds.aside},
  lineThreshold: ${thresholds.line},
  /** How much surer a sentence inside a line must be. */
  sentenceMargin: ${thresholds.sentence},
  weights:
    ${JSON.stringify(rows.join('\n'))},
}
`
writeFileSync(path.join(root, 'src/notes/remarks/cues/learned.ts'), learned)

const needed = new Set([...rows.join(''), ...Object.values(zh).join(''), ...Object.values(ja).join('')])
const used = [...allFolds].filter(([, simple]) => needed.has(simple))
writeFileSync(
  path.join(root, 'src/notes/remarks/cues/fold.ts'),
  `// Traditional letters → the Simplified ones that a cue or a learned weight is written in. The pairs are OpenCC's
// (Apache-2.0), chosen and written by test/notes/voices/train.ts; not to be edited.
export const from =
  '${used.map(([letter]) => letter).join('')}'
export const to =
  '${used.map(([, simple]) => simple).join('')}'
`,
)
const wrong = cases.filter((one) => scoreOf(one, weights) >= thresholds.aside !== (one.label === 'R')).length
console.log(
  `${cases.length} cases, ${rows.length} weights, ${learned.length} characters; ${wrong} wrong on the practice itself`,
)

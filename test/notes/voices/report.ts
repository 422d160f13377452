// The voices → a table of how well each is told, and every error on the measured ones. `counts` leaves the errors out.
import path from 'node:path'
import { type Judged, judgeVoices, remarksOf, saidOf, shareRight } from './score.js'

const percent = (judged: readonly Judged[]) =>
  judged.length === 0 ? '' : `${(100 * shareRight(judged)).toFixed(1)} % of ${judged.length}`

function printTable(title: string, judged: readonly Judged[]): void {
  console.log(
    `\n${title.padEnd(10)}${['remarks hidden', 'said kept', 'of it marked', 'of it plain'].map((head) => head.padEnd(18)).join('')}`,
  )
  const row = (name: string, some: readonly Judged[]) => {
    const cells = [
      remarksOf(some),
      saidOf(some),
      some.filter(({ kind }) => kind === 'said'),
      some.filter(({ kind }) => kind === 'plain'),
    ]
    console.log(name.padEnd(10) + cells.map((cell) => percent(cell).padEnd(18)).join(''))
  }
  for (const voice of new Set(judged.map((one) => one.voice)))
    row(
      voice,
      judged.filter((one) => one.voice === voice),
    )
  for (const sort of ['bracket', 'dash', 'line'] as const)
    row(
      sort,
      judged.filter((one) => one.sort === sort),
    )
  row('all', judged)
}

const root = path.resolve('test/notes/voices')
printTable('tune', judgeVoices(path.join(root, 'tune')))
const measured = judgeVoices(path.join(root, 'measure'))
printTable('measure', measured)
if (process.argv[2] !== 'counts') {
  for (const { kind, voice, file, line, text, right } of measured)
    if (!right) console.log(`${kind === 'remark' ? 'LEAKED' : 'LOST  '} ${voice}/${file}:${line}  ${text}`)
}

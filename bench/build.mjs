// `recap build` and another command, in turn → medians of their whole-process times and of the paired ratio.
// node bench/build.mjs [--runs 9] [--against "marp --pdf deck.md"]
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '9' }, against: { type: 'string' } },
})
const ours = [
  process.execPath,
  'dist/program/recap.js',
  'build',
  'examples/aigc-summit.md',
  '--out',
  'out/bench',
]
const commands = [ours, ...(values.against ? [['sh', '-c', values.against]] : [])]

function timeMs([program, ...args]) {
  const before = performance.now()
  const { status, stderr } = spawnSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`)
  return performance.now() - before
}

const medianOf = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

// The first run of each fills caches and is not counted.
for (const command of commands) timeMs(command)
const times = Array.from({ length: Number(values.runs) }, () => commands.map(timeMs))
commands.forEach((command, index) => {
  const name = index === 0 ? 'recap build' : command.at(-1)
  console.log(
    `${name}: median ${Math.round(medianOf(times.map((pair) => pair[index])))} ms of ${times.length}`,
  )
})
if (values.against) console.log(`ratio, paired: median ${medianOf(times.map(([a, b]) => a / b)).toFixed(2)}`)

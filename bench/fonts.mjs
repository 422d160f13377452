// What fonts cost: `recap build` to HTML with nothing cached, after an edit that brings new letters, and with all fonts
// cut before → whole-process medians and their ratios.
// node bench/fonts.mjs [--runs 5] [--theme paper] [notes.md]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, theme: { type: 'string', default: 'paper' } },
  allowPositionals: true,
})
const notes = readFileSync(positionals[0] ?? 'examples/aigc-summit.md', 'utf8')
const folder = mkdtempSync(path.join(tmpdir(), 'recap-bench-'))
const file = path.join(folder, 'notes.md')
const cache = path.join(folder, 'cache')

function timeMs(text) {
  writeFileSync(file, text)
  const before = performance.now()
  const { status, stderr } = spawnSync(
    process.execPath,
    ['dist/program/recap.js', 'build', file, '--to', 'html', '--theme', values.theme, '--out', folder],
    { env: { ...process.env, RECAP_CACHE: cache }, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  if (status !== 0) throw new Error(`recap build ended with ${status}: ${stderr}`)
  return performance.now() - before
}

const medianOf = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

// A line of letters that Chinese notes rarely hold, others each time.
const rare = [...'鹤鲸鹿鸢鹭鹰鹃鹂鲤鲈鲲鹏麝麒麟黛黠黯鼎鼐鼬鼹齐龄龙龛龟']
const edited = (run) => `${notes}\n\n${rare.slice(run * 4, run * 4 + 4).join('')}是四个新字\n`

const runs = Array.from({ length: Math.min(Number(values.runs), Math.floor(rare.length / 4)) }, (_, run) => {
  rmSync(cache, { recursive: true, force: true })
  const cold = timeMs(notes)
  const warm = timeMs(notes)
  return { cold, warm, edit: timeMs(edited(run)) }
})
rmSync(folder, { recursive: true })
const medians = Object.fromEntries(
  ['cold', 'edit', 'warm'].map((name) => [name, medianOf(runs.map((run) => run[name]))]),
)
const words = { cold: 'nothing cached', edit: 'an edit brings new letters', warm: 'all fonts cut before' }
for (const [name, ms] of Object.entries(medians))
  console.log(`${words[name]}: ${Math.round(ms)} ms, ${(ms / medians.warm).toFixed(2)} of the last`)

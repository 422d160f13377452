// `recap build` (HTML and PDF, whole process) for decks of growing size, in turn with another command that makes a PDF of as
// many pages (its notes are cut by `---`) → medians, the paired ratio, and the most memory all our processes had at once (Linux).
// npm run build && node bench/print.mjs [--slides 20,200,1000] [--runs 5] [--against "marp --pdf {notes} -o {pdf}"]
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { cutInto, medianOf, notesOf } from './many-slides.mjs'

const { values } = parseArgs({
  options: {
    slides: { type: 'string', default: '20,200,1000' },
    runs: { type: 'string', default: '5' },
    against: { type: 'string' },
  },
})

/** Ms from start to end, and what it wrote on standard output. */
function run([program, ...args], onStart = () => {}) {
  return new Promise((resolve, reject) => {
    const before = performance.now()
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] })
    let stdout = ''
    child.stdout.on('data', (text) => {
      stdout += text
    })
    onStart(child.pid)
    child.on('close', (code) => {
      if (code === 0) resolve({ ms: performance.now() - before, stdout })
      else reject(new Error(`${program} ended with ${code}`))
    })
  })
}

const readOr = (file, otherwise) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return otherwise
  }
}

/** MB of a process and all it has started, pages they share counted once: proportional set sizes. */
function memoryOf(pid) {
  const own = Number(/^Pss:\s+(\d+)/m.exec(readOr(`/proc/${pid}/smaps_rollup`, ''))?.[1] ?? 0) / 1024
  let tasks = []
  try {
    tasks = readdirSync(`/proc/${pid}/task`)
  } catch {
    return 0
  }
  const children = tasks.flatMap((task) =>
    readOr(`/proc/${pid}/task/${task}/children`, '').trim().split(/\s+/),
  )
  return children.filter(Boolean).reduce((sum, child) => sum + memoryOf(Number(child)), own)
}

async function peakOf(command) {
  let most = 0
  let timer
  await run(command, (pid) => {
    timer = setInterval(() => {
      most = Math.max(most, memoryOf(pid))
    }, 50)
  })
  clearInterval(timer)
  return most
}

const folder = mkdtempSync(path.join(tmpdir(), 'recap-bench-'))
try {
  for (const slides of values.slides.split(',').map(Number)) {
    const notes = path.join(folder, 'deck.md')
    writeFileSync(notes, notesOf(slides))
    const ours = [process.execPath, 'dist/program/recap.js', 'build', notes, '--out', folder, '--json']
    const cut = path.join(folder, 'cut.md')
    const theirs = values.against
      ?.replaceAll('{notes}', cut)
      .replaceAll('{pdf}', path.join(folder, 'theirs.pdf'))
    const commands = [ours, ...(theirs ? [['sh', '-c', theirs]] : [])]
    // The first run of each fills caches and is not counted.
    const { slides: made } = JSON.parse((await run(ours)).stdout)
    if (theirs) {
      writeFileSync(cut, cutInto(made, notesOf(slides)))
      await run(commands[1])
    }
    const times = []
    for (let turn = 0; turn < Number(values.runs); turn++) {
      const pair = []
      for (const command of commands) pair.push((await run(command)).ms)
      times.push(pair)
    }
    const peak = process.platform === 'linux' ? `, ${Math.round(await peakOf(ours))} MB at most` : ''
    console.log(`${made} slides: ${Math.round(medianOf(times.map(([ms]) => ms)))} ms${peak}`)
    if (!theirs) continue
    console.log(`  theirs: ${Math.round(medianOf(times.map(([, ms]) => ms)))} ms`)
    console.log(`  ratio, paired: median ${medianOf(times.map(([our, their]) => our / their)).toFixed(2)}`)
  }
} finally {
  rmSync(folder, { recursive: true })
}

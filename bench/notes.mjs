// How long it takes to understand and plan notes of one megabyte, and of two: the time must grow as the notes do.
// node bench/notes.mjs [notes.md]   (after npm run build)
import { readFileSync } from 'node:fs'
import { parseNotes } from '../dist/notes/parse.js'
import { planSlides } from '../dist/slides/plan.js'

const file = process.argv[2] ?? 'examples/aigc-summit.md'
const base = readFileSync(file, 'utf8')

/** The notes again and again, each time with other headings, until there are so many bytes. */
function repeat(bytes) {
  const parts = []
  for (let size = 0, round = 0; size < bytes; round++) {
    const part = `${base.replace(/^# /gm, `# ${round} `)}\n`
    size += Buffer.byteLength(part)
    parts.push(part)
  }
  return Buffer.from(parts.join(''))
}

function time(bytes) {
  const notes = repeat(bytes)
  const runs = Array.from({ length: 5 }, () => {
    const before = performance.now()
    planSlides(parseNotes(notes, file).notes)
    return performance.now() - before
  })
  return Math.min(...runs)
}

time(100_000)
const one = time(1_000_000)
const two = time(2_000_000)
console.log(
  `1 MB: ${Math.round(one)} ms, 2 MB: ${Math.round(two)} ms, ratio ${(two / one).toFixed(2)} (aim: 1500 ms, 2.3)`,
)

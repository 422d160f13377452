// The example's sections again and again, each time under another heading → notes of about as many slides as asked for.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What the example gives: 36 slides from 11 sections. */
const slidesPerSection = 3

export function notesOf(slides) {
  const example = readFileSync(new URL('../examples/aigc-summit.md', import.meta.url), 'utf8')
  const sections = example.split(/^(?=# )/m).filter((section) => section.startsWith('# '))
  const wanted = Math.max(1, Math.round(slides / slidesPerSection))
  return Array.from({ length: wanted }, (_, index) => {
    const section = sections[index % sections.length]
    const round = Math.floor(index / sections.length) + 1
    return section.trim().replace(/^(# .*)/, round > 1 ? `$1 ${round}` : '$1')
  }).join('\n\n')
}

/** The same lines as points, cut by `---` into so many pages of about as many lines: for programs that split nothing themselves. */
export function cutInto(pages, notes) {
  const lines = notes.split('\n').filter((line) => line.trim() !== '')
  const points = lines.map((line) => (line.startsWith('#') ? line : `- ${line.replace(/^[-\s>]+/, '')}`))
  const cuts = Array.from({ length: pages + 1 }, (_, page) => Math.round((page * points.length) / pages))
  return cuts
    .slice(1)
    .map((to, page) => points.slice(cuts[page], to).join('\n'))
    .join('\n\n---\n\n')
}

/** How long Node takes to start and end here, ms. */
function timeNode() {
  const times = Array.from({ length: 9 }, () => {
    const before = performance.now()
    spawnSync(process.execPath, ['-e', '0'])
    return performance.now() - before
  })
  return medianOf(times)
}

/** A way to tell times, ms, in n as well: in multiples of what Node takes here, which can be compared between machines. */
export function openTeller() {
  const nodeMs = timeNode()
  console.log(`Node takes ${Math.round(nodeMs)} ms to start and end: n`)
  return (ms) => `${Math.round(ms)} ms (${(ms / nodeMs).toFixed(1)} n)`
}

export const medianOf = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

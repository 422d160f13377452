// The example's sections again and again, each time under another heading → notes of about as many slides as asked for.
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

export const medianOf = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

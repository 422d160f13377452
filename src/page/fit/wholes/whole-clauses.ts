// Statements and quotations whose clauses are broken within → a size smaller, where each clause has a line of its own then:
// words are read by clauses, and nobody misses a seventh of their size.
import { linesOf } from '../inside.js'

/** The smallest factor that is still a large size. */
const leastFactor = 0.5

const isBroken = (clauses: readonly HTMLElement[]): boolean => clauses.some((clause) => linesOf(clause) > 1)

/** Sets them all together, so that a size costs one layout of the page; `factors` from the largest down. */
export function keepClausesWhole(sections: readonly HTMLElement[], factors: readonly number[]): void {
  const all = sections.flatMap((section) => {
    const clauses = [...section.querySelectorAll<HTMLElement>('[data-fit] .say .cl')]
    const own = section.style.getPropertyValue('--fit')
    return clauses.length > 0 ? [{ section, clauses, own, at: factors.indexOf(Number(own || 1)) }] : []
  })
  const broken = all.filter(({ clauses }) => isBroken(clauses))
  for (const { section, at } of broken) {
    const factor = factors[at + 1] ?? 0
    if (factor >= leastFactor) section.style.setProperty('--fit', String(factor))
  }
  // None is written before all are read.
  const still = broken.filter(({ clauses }) => isBroken(clauses))
  for (const { section, own } of still) section.style.setProperty('--fit', own || '1')
}

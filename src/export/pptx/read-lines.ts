// A block's words → its lines of runs, and where each line stands.
import type { Run } from './drawing.js'
import { isDrawnLighter, readRuns } from './read-runs.js'
import { type Extent, isNextLine, isTurned, isUpright, readWords, type Word } from './read-words.js'
import type { Box } from './snapshot.js'

export type WordLine = {
  readonly runs: readonly Run[]
  readonly extent: Extent
  /** Where a line of exact height ends whose letters stand where these do. */
  readonly foot: number
  readonly broken: boolean
  /** Whether an office program, which has two weights of a face, draws a lighter one and so a shorter line. */
  readonly lighter: boolean
}

/**
 * What a line of exact height has under its letters' foot, of the type's size, in every font: so LibreOffice does it
 * (measured with 7.4: 0.2), to be like PowerPoint.
 */
const below = 0.2

/** What is raised or lowered does not move its line. */
const sizeOf = ({ sizePx, raised }: Run): number => (raised === 0 ? sizePx : 0)

const look = ({ text: _, ...rest }: Run): string => JSON.stringify(rest)

/** The block's own words by line, top to bottom; what stands in blocks within it is not among them. */
export function readLines(block: Box): readonly WordLine[] {
  const words = readWords(block, isUpright(block))
  // What the page balanced, no program wraps as it does.
  const balanced = block.style('text-wrap-style') === 'balance'
  const lines: Word[][] = []
  for (const word of words) {
    const last = lines.at(-1)?.at(-1)
    if (!last || word.broken || isNextLine(last.extent, word.extent)) lines.push([word])
    else lines.at(-1)?.push(word)
  }
  const kept = block.style('white-space-collapse').startsWith('preserve') && !isUpright(block)
  const edge = Math.min(...words.map(({ extent }) => extent.start))
  return lines.map((line) => {
    const runs: Run[] = []
    for (const [index, word] of line.entries()) {
      const [run, ...others] = readRuns(word, block)
      if (!run) continue
      let before = runs.at(-1)
      const gap = word.extent.start - (line[index - 1]?.extent.end ?? word.extent.start)
      // Room made by margins is a blank as wide as it, so that words stay apart when they are copied.
      if (before && gap > 0.14 * run.sizePx && !/\s$/.test(before.text) && !/^\s/.test(run.text)) {
        const { link: _, highlight: __, ...plain } = before
        const { blank } = word.source.family
        const sizePx = Math.min(before.sizePx, gap / blank)
        before = { ...plain, text: ' ', sizePx, spacingPx: gap - blank * sizePx }
        runs.push(before)
      }
      if (before && look(before) === look(run))
        runs[runs.length - 1] = { ...run, text: before.text + run.text }
      else runs.push(run)
      runs.push(...others)
    }
    // A line of code that goes on further in than it began.
    const [first] = runs
    const indent = (line[0]?.extent.start ?? edge) - edge
    if (kept && first && indent > 0.3 * first.sizePx) {
      const { link: _, highlight: __, ...plain } = first
      runs.unshift({
        ...plain,
        text: '\u00a0',
        spacingPx: indent - (line[0]?.source.family.blank ?? 0) * first.sizePx,
      })
    }
    const largest = Math.max(...line.map(({ extent }) => extent.far - extent.near))
    const main = line.filter(({ extent }) => extent.far - extent.near > largest * 0.8)
    const extent = {
      start: Math.min(...line.map((word) => word.extent.start)),
      end: Math.max(...line.map((word) => word.extent.end)),
      near: Math.min(...main.map((word) => word.extent.near)),
      far: Math.max(...main.map((word) => word.extent.far)),
    }
    const [large] = main
    const { near = 0, far = 0 } = large?.extent ?? {}
    const baseline = near + (far - near) * (large?.source.family.rise ?? 0)
    const lying = !isUpright(block) || isTurned(block, words)
    const foot = !lying ? extent.far : baseline + below * Math.max(...runs.map(sizeOf))
    const lighter = line.some(({ source }) => isDrawnLighter(source))
    return { runs, extent, foot, broken: line[0]?.broken === true || balanced, lighter }
  })
}

// Lines as the page breaks them → the breaks PowerPoint must be told, because by itself it would make fewer lines of them.
import type { Run } from './drawing.js'
import type { WordLine } from './read-lines.js'

/** What is never parted: a word of Latin letters, or one Han letter with the marks that stand by it. */
const chunk =
  /[([“‘「『（《]*(?:[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+)[，。、；：！？）」』》”’…]*\s*/gu

const isWide = (letter: string): boolean => /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/.test(letter)
const weigh = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (isWide(letter) ? 1 : letter === ' ' ? 0.25 : 0.5), 0)

/** Px of each chunk, when the line is as long as it is. */
function chunksOf({ runs, extent }: WordLine): readonly number[] {
  const text = runs.map((run) => run.text).join('')
  const share = (extent.end - extent.start) / Math.max(0.5, weigh(text.trimEnd()))
  return (text.match(chunk) ?? []).map((piece) => weigh(piece) * share)
}

function countLines(lines: readonly WordLine[], widthPx: number): number {
  let [count, filled] = [1, 0]
  for (const width of lines.flatMap(chunksOf)) {
    if (filled > 0 && filled + width > widthPx) {
      count++
      filled = 0
    }
    filled += width
  }
  return count
}

/**
 * Lines that wrap as they do in the page are joined into one; else each stands for itself. Those an author broke always
 * do.
 */
export function joinLines(lines: readonly WordLine[], widthPx: number): readonly (readonly Run[])[] {
  const wholes: WordLine[][] = []
  for (const line of lines) {
    if (line.broken || wholes.length === 0) wholes.push([line])
    else wholes.at(-1)?.push(line)
  }
  return wholes.flatMap((whole) =>
    countLines(whole, widthPx) === whole.length
      ? [whole.flatMap(({ runs }) => runs)]
      : whole.map(({ runs }) => runs),
  )
}

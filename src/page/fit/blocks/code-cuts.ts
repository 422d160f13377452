// Lines of a listing → what it costs to cut before each of them: where one that reads it would pause, that is little.

const closing = /^\s*(?:[)\]}>`;,]+|\*\/|--?>|end\b.*|fi|done|esac|<\/[\w:-]+>)\s*[;,]?\s*$/
const closesAndGoesOn = /^\s*(?:[)\]}]|<\/|else\b|elif\b|except\b|catch\b|finally\b)/
const opening = /(?:[{([:]|=>|\bdo|\bthen|=)\s*$/
const indentOf = (text: string) => /^\s*/.exec(text)?.[0].replaceAll('\t', '    ').length ?? 0

/** Of what stands between blank lines, fewer lines than this are a scrap on a slide; and what a cut that leaves one costs more. */
const scrapLines = 4
const scrapCost = 1.2

/** How many lines stand between each of them and the blank one before it. */
function countSinceBlank(lines: readonly string[]): readonly number[] {
  let count = Number.POSITIVE_INFINITY
  return lines.map((line) => {
    count = line.trim() === '' ? -1 : count + 1
    return count
  })
}

function costInside(line: string, before: string, ends: boolean): number {
  if (closing.test(line)) return 6
  if (closesAndGoesOn.test(line)) return 3
  if (opening.test(before)) return 2.4
  return ends ? 1 : 1.3
}

/** What it costs to cut before each of the lines, blank ones never being the first or last of a piece: see Rows. */
export function costsOfCuts(lines: readonly string[]): readonly number[] {
  const over = countSinceBlank(lines)
  const under = countSinceBlank(lines.toReversed()).toReversed()
  return lines.map((line, at) => {
    const before = lines[at - 1] ?? ''
    if (line.trim() === '') return 0
    if (before.trim() === '') return indentOf(line) === 0 ? 0 : 0.2
    const ends = indentOf(line) < indentOf(before) || closing.test(before)
    if (ends && indentOf(line) === 0 && !closing.test(line) && !closesAndGoesOn.test(line)) return 0.1
    const isScrap = Math.min(over[at] ?? scrapLines, (under[at] ?? scrapLines) + 1) < scrapLines
    return costInside(line, before, ends) + (isScrap ? scrapCost : 0)
  })
}

// A line and the stretches to be taken out of it → what is left, and the remarks, each with its column.
import type { Remark } from '../notes.js'

export type FoundRemark = { readonly source: string; readonly from: Remark['from']; readonly column: number }
export type SplitLine = { readonly said: string; readonly remarks: readonly FoundRemark[] }

/** A stretch of the line that is not shown; `source` is empty for a mark that only says how to read it. */
export type Cut = {
  readonly start: number
  readonly end: number
  readonly from: Remark['from']
  readonly source: string
  readonly at: number
}

/** The line without its cuts; the space before a bracket goes with it. */
function withoutCuts(line: string, cuts: readonly Cut[]): string {
  let said = ''
  let from = 0
  for (const { start, end, from: kind } of cuts) {
    const kept = line.slice(from, start)
    said += kind === 'bracket' ? kept.trimEnd() : kept
    from = Math.max(from, end)
  }
  return said + line.slice(from)
}

export const inOrder = (cuts: readonly Cut[]): readonly Cut[] => cuts.toSorted((a, b) => a.start - b.start)

export function joinCuts(line: string, cuts: readonly Cut[]): SplitLine {
  const said = withoutCuts(line, cuts)
  const remarks = cuts
    .filter(({ source }) => source !== '')
    .map(({ source, from, at }) => ({ source, from, column: at + 1 }))
  return { said, remarks: remarks.toSorted((a, b) => a.column - b.column) }
}

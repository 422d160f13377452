// Lines → which of them stand inside a fence of code, or are its marks: nothing in them is Markdown.

// A fence may stand in a quote or a list item; only a bare one closes.
const fencePattern = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}|~{3,})/
const bareFence = /^[\s>]*(?:`{3,}|~{3,})\s*$/

/** For each line, whether it belongs to a fence. */
export function findFenced(lines: readonly string[]): readonly boolean[] {
  let fence = ''
  return lines.map((line) => {
    const mark = fencePattern.exec(line)?.[1]
    const inside = fence !== ''
    if (mark && !inside) fence = mark
    else if (mark?.startsWith(fence) && bareFence.test(line)) fence = ''
    return inside || mark !== undefined
  })
}

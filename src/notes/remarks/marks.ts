// The marks an author sets himself, always obeyed: `//`, `%%`, `Note:`, private and public comments, a leading `+`.
import { findFenced } from '../fences.js'

const noteStart = /^(?:note|notes|备注|備註|注)\s*[:：]\s*/i
const marked = new RegExp(`^(?://(?![\\w-]+(?:\\.[\\w-]+)+(?:[/\\s]|$))|%%)\\s*|${noteStart.source}`, 'i')

/** The mark that makes a whole line private, as typed; undefined without one. */
export const privateStart = (line: string): string | undefined => marked.exec(line.slice(0, 200))?.[0]

/** Whether the line starts speaker notes that run to the end of its paragraph: `Note:`, `备注：`. */
export const isNoteLine = (line: string): boolean => noteStart.test(line.trim().slice(0, 200))

/** `<!-- private -->`; group 1 is “/” for the one that ends it. */
export const privateMarker = /<!--\s{0,20}((?:\/|end\b)?)\s{0,20}private\s{0,20}(?::[^>\n]{0,40})?-->/gi

/** `<!-- public -->` and `<!-- /public -->`. */
const publicMarker = /<!--\s{0,20}\/?public\s{0,20}-->/gi

export type Stretch = { readonly start: number; readonly end: number }

/** The marks that make a line public, to be taken out: a leading `+ `, `<!-- public -->`; undefined without one. */
export function publicMarks(line: string): readonly Stretch[] | undefined {
  const plus = /^\s{0,99}\+(?:\s{1,99}(?=\S)|(?=[\p{L}（(“"]))/u.exec(line)
  const marks = line.includes('<!--') ? [...line.matchAll(publicMarker)] : []
  const found = [...(plus ? [plus] : []), ...marks]
  if (found.length === 0) return undefined
  return found.map((mark) => ({ start: mark.index, end: mark.index + mark[0].length }))
}

/** `<!-- public -->` on a line of its own is moved to the end of the next line that is not blank; lines keep their numbers. */
export function carryPublic(body: string): string {
  if (!/<!--\s{0,20}public/i.test(body)) return body
  let carried = false
  const typed = body.split('\n')
  const fenced = findFenced(typed)
  const lines = typed.map((line, index) => {
    if (!fenced[index] && /^\s*<!--\s{0,20}public\s{0,20}-->\s*$/i.test(line)) {
      carried = true
      return ''
    }
    if (!carried || line.trim() === '') return line
    carried = false
    // A table's row or a fence would be torn by it.
    return fenced[index] || /^\s*\|/.test(line) ? line : `${line.trimEnd()} <!-- public -->`
  })
  return lines.join('\n')
}

// The body as typed → the same body without what its author marked private, wherever that stands, and that as remarks.
// Done before Markdown is read, so that nothing marked can reach a slide by way of a table, a quote, a list or a heading.
import { findFenced } from './fences.js'
import { readInline } from './inline.js'
import type { Remark } from './notes.js'
import type { LooseRemark, Piece } from './piece.js'
import { lead, type Reading } from './reading.js'
import { isNoteLine, privateMarker, privateStart } from './remarks/marks.js'

// Here also a heading's or a footnote's mark.
const opening = new RegExp(`${lead.source}(?:#{1,6}\\s+|\\[\\^[^\\]]+\\]:\\s*)?`)
const bullet = /^[\s>]*(?:[-*+]|\d{1,9}[.)])\s/
const bare = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s*)?$/
/** So many lines on, a block that `%%` opened must have been closed. */
const maxBlockLines = 60

const blankCode = (line: string): string => line.replace(/`+[^`]*`+/g, (code) => ' '.repeat(code.length))
const quoteMark = (line: string): string => /^[\s>]*>/.exec(line)?.[0] ?? ''
const indentOf = (line: string): number => /^\s*/.exec(line)?.[0].length ?? 0
const isBlank = (line: string): boolean => /^[\s>]*$/.test(line)

type Taking = { readonly lines: string[]; readonly remarks: LooseRemark[]; readonly reading: Reading }

/** Takes characters of a line out as a remark; marks of lists, quotes and tables go without a word. */
function take(
  { lines, remarks, reading }: Taking,
  index: number,
  from: number,
  to: number,
  kind: 'mark' | 'note' = 'mark',
): void {
  const line = lines[index] ?? ''
  const typed = line.slice(from, to)
  const before = from === 0 ? (opening.exec(typed)?.[0] ?? '') : ''
  const own = typed.slice(before.length)
  const mark = privateStart(own.trimStart()) ?? ''
  const source = own
    .trim()
    .slice(mark.length)
    .replace(/^\||\|$|%%\s*$/g, '')
    .trim()
  const at = { file: reading.file, line: reading.firstLine + index, column: from + before.length + 1 }
  if (/[^\s|:-]/.test(source)) {
    const remark: Remark = { ...readInline(source.replace(/\s*\|\s*/g, ' · ')), from: kind, at }
    remarks.push({ kind: 'remark', remark })
  }
  const rest = line.slice(0, from) + line.slice(to)
  lines[index] = from === 0 && rest.trim() === '' ? quoteMark(line) : bare.test(rest) ? quoteMark(rest) : rest
}

/** What stands between the private markers, on one line or over many. One left open reaches to the end, with a warning. */
function takeMarked(taking: Taking, fenced: readonly boolean[]): void {
  const { lines, reading } = taking
  let open: { readonly line: number; readonly column: number } | undefined
  const warn = (message: string, line: number, column: number) =>
    void reading.problems.push({
      code: 'notes/private-marker',
      severity: 'warning',
      message,
      hint: 'Write <!-- private --> before and <!-- /private --> after what nobody shall see.',
      at: { file: reading.file, line: reading.firstLine + line, column },
    })
  lines.forEach((line, index) => {
    const markers = fenced[index] ? [] : [...blankCode(line).matchAll(privateMarker)]
    const cuts: { from: number; to: number; secret: boolean }[] = []
    let from = 0
    for (const marker of markers) {
      const end = marker.index + marker[0].length
      const closes = marker[1] !== ''
      if (open) cuts.push({ from, to: marker.index, secret: true })
      if (closes && !open) warn('This ends something private that was never begun.', index, marker.index + 1)
      cuts.push({ from: marker.index, to: end, secret: false })
      open = closes ? undefined : (open ?? { line: index, column: marker.index + 1 })
      from = end
    }
    if (open) cuts.push({ from, to: line.length, secret: true })
    for (const cut of cuts.reverse()) {
      if (cut.secret) take(taking, index, cut.from, cut.to)
      else {
        const kept = lines[index] ?? ''
        const rest = kept.slice(0, cut.from) + kept.slice(cut.to)
        lines[index] = bare.test(rest) ? quoteMark(rest) : rest
      }
    }
  })
  if (open) warn('This is never ended: all after it is private.', open.line, open.column)
}

/** How many lines from `index` on a first mark makes private: `Note:` to the blank line, `//` its line and what hangs on it. */
function countPrivate(lines: readonly string[], index: number): number {
  const line = lines[index] ?? ''
  const own = line.slice(opening.exec(line)?.[0].length ?? 0)
  if (privateStart(own) === undefined) return 0
  let end = index + 1
  if (isNoteLine(own)) {
    while (end < lines.length && !isBlank(lines[end] ?? '') && !/^#{1,6}\s/.test(lines[end] ?? '')) end++
    return end - index
  }
  if (own.startsWith('%%') && !/%%\s*$/.test(own.slice(2))) {
    const close = lines.slice(end, end + maxBlockLines).findIndex((below) => /%%\s*$/.test(below))
    if (close >= 0) return close + 2
  }
  if (!bullet.test(line)) return 1
  while (
    end < lines.length &&
    indentOf(lines[end] ?? '') > indentOf(line) &&
    (lines[end] ?? '').trim() !== ''
  )
    end++
  return end - index
}

function takeByFirstMark(taking: Taking, fenced: readonly boolean[]): void {
  const { lines } = taking
  for (let index = 0; index < lines.length; index++) {
    if (fenced[index]) continue
    const count = countPrivate(lines, index)
    const kind = isNoteLine((lines[index] ?? '').replace(opening, '')) ? 'note' : 'mark'
    for (let at = index; at < index + count; at++) take(taking, at, 0, lines[at]?.length ?? 0, kind)
    if (count > 0) index += count - 1
    else takeCells(taking, index)
  }
}

/** Cells of a table that begin with `//`. */
function takeCells(taking: Taking, index: number): void {
  const line = taking.lines[index] ?? ''
  if (!/^\s*\|.*\|\s*(?:\/\/|%%)|^\s*\|\s*(?:\/\/|%%)/.test(line)) return
  const cells = [...line.matchAll(/(?<=\|)\s*(?:\/\/|%%)[^|]*/g)]
  for (const cell of cells.reverse()) {
    const lead = indentOf(cell[0])
    take(taking, index, cell.index + lead, cell.index + cell[0].length)
  }
}

/** Comments over several lines say nothing: they become empty lines. */
function blankComments(lines: string[], fenced: readonly boolean[]): void {
  let within = false
  lines.forEach((line, index) => {
    if (fenced[index] && !within) return
    const end = line.indexOf('-->')
    if (within) {
      lines[index] = end < 0 ? '' : line.slice(end + 3)
      within = end < 0
      return
    }
    const start = blankCode(line).lastIndexOf('<!--')
    if (start < 0 || line.includes('-->', start)) return
    if (!lines.slice(index + 1).some((below) => below.includes('-->'))) return
    lines[index] = line.slice(0, start)
    within = true
  })
}

/** Takes all that is marked private; lines keep their numbers. */
export function takePrivate(
  body: string,
  reading: Reading,
): { readonly body: string; readonly remarks: readonly LooseRemark[] } {
  if (!/<!--|\/\/|%%|note|备注|備註|注/i.test(body)) return { body, remarks: [] }
  // A marker broken over two lines is one all the same.
  const lines = body.replace(/<!--\s*((?:\/|end )?\s*private)\s*\n\s*-->/gi, '<!-- $1 -->\n').split('\n')
  const fenced = findFenced(lines)
  const taking: Taking = { lines, remarks: [], reading }
  takeMarked(taking, fenced)
  takeByFirstMark(taking, fenced)
  blankComments(lines, fenced)
  return { body: lines.join('\n'), remarks: taking.remarks }
}

/** Puts the remarks back among the pieces, each after what stands before it in the notes. */
export function insertRemarks(pieces: readonly Piece[], remarks: readonly LooseRemark[]): readonly Piece[] {
  if (remarks.length === 0) return pieces
  const lineOf = (piece: Piece) => (piece.kind === 'remark' ? piece.remark.at.line : piece.at.line) ?? 0
  const waiting = remarks.toSorted((a, b) => lineOf(a) - lineOf(b))
  const merged: Piece[] = []
  for (const piece of pieces) {
    while (waiting[0] && lineOf(waiting[0]) < lineOf(piece)) merged.push(...waiting.splice(0, 1))
    merged.push(piece)
  }
  return [...merged, ...waiting]
}

// `[^1]` and the line `[^1]: …` it leads to → a number in the text, and the footnote under the unit that has it.
import { findFenced } from './fences.js'
import { sliceInline } from './inline.js'
import { readLabel } from './labels.js'
import type { Footnote, Inline } from './notes.js'
import type { Piece } from './piece.js'

const definition = /^\[\^([^\]\s]{1,40})\]:\s*(?=\S)/
// At the head of a line and before a colon it defines, and refers to nothing.
const reference = /(?!^[^\]]+\]:)\[\^([^\]\s]{1,40})\]/g
const code = /(<code[\s\S]*?<\/code>)/

/**
 * Writes the further lines and paragraphs of a footnote, which are indented by four or more, behind its first one; lines
 * keep their numbers.
 */
export function joinFootnotes(body: string): string {
  if (!/^\[\^[^\]\s]+\]:/m.test(body)) return body
  const lines = body.split('\n')
  const fenced = findFenced(lines)
  let open: number | undefined
  lines.forEach((line, index) => {
    if (fenced[index]) open = undefined
    else if (definition.test(line)) open = index
    else if (open !== undefined && /^(?: {4}|\t)\s*\S/.test(line)) {
      lines[open] = `${lines[open] ?? ''}<br>${line.trim()}`
      lines[index] = ''
    } else if (line.trim() !== '') open = undefined
  })
  return lines.join('\n')
}

type Definition = { readonly mark: string; readonly note: Inline; readonly piece: Piece }
type Definitions = ReadonlyMap<string, Definition>

/** Definitions that something refers to, numbered in the order they are referred to. */
function findDefinitions(pieces: readonly Piece[]): Definitions {
  const notes = new Map<string, Omit<Definition, 'mark'>>()
  for (const piece of pieces) {
    if (piece.kind !== 'point' || piece.children.length > 0) continue
    const found = definition.exec(piece.text)
    // Defined twice, the first counts; the other stays a line.
    if (found?.[1] === undefined || notes.has(found[1])) continue
    notes.set(found[1], { note: sliceInline(piece, found[0].length), piece })
  }
  const used = new Map<string, Definition>()
  if (notes.size === 0) return used
  const visit = (piece: Piece) => {
    if (piece.kind === 'remark' || piece.kind === 'heading' || piece.kind === 'directive') return
    const said = piece.text.replace(definition, '')
    for (const [, name = ''] of said.matchAll(reference)) {
      const note = notes.get(name)
      if (note && !used.has(name)) used.set(name, { mark: String(used.size + 1), ...note })
    }
    if (piece.kind === 'point') piece.children.forEach(visit)
  }
  pieces.forEach(visit)
  return used
}

function attach<T extends Piece>(piece: T, known: Definitions, given: Set<string>): T {
  if (piece.kind === 'remark' || piece.kind === 'heading' || piece.kind === 'directive') return piece
  const footnotes: Footnote[] = []
  const number = (whole: string, name: string, raised: (mark: string) => string) => {
    const found = known.get(name)
    if (!found) return whole
    // It stands where it is referred to first.
    if (!given.has(name)) footnotes.push({ mark: found.mark, ...found.note })
    given.add(name)
    return raised(found.mark)
  }
  const html = piece.html
    .split(code)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(reference, (whole, name) => number(whole, name, (mark) => `<sup>${mark}</sup>`)),
    )
    .join('')
  const children =
    piece.kind === 'point' ? { children: piece.children.map((child) => attach(child, known, given)) } : {}
  const text = piece.text.replace(reference, (whole, name) => number(whole, name, (mark) => mark))
  if (html === piece.html) return { ...piece, ...children }
  const label = piece.kind === 'point' && piece.label ? readLabel({ html, text }) : undefined
  return {
    ...piece,
    ...children,
    html,
    text,
    ...(label ? { label } : {}),
    ...(footnotes.length > 0 ? { footnotes } : {}),
  }
}

/** Moves footnotes to the units that refer to them. One that nothing refers to, and a reference to nothing, stay as typed. */
export function moveFootnotes(pieces: readonly Piece[]): readonly Piece[] {
  const known = findDefinitions(pieces)
  if (known.size === 0) return pieces
  const given = new Set<string>()
  const moved = new Set([...known.values()].map(({ piece }) => piece))
  return pieces.flatMap((piece): readonly Piece[] => {
    if (!moved.has(piece)) return [attach(piece, known, given)]
    // What was muttered in a footnote is private like all that is muttered.
    return piece.kind === 'point' ? piece.remarks.map((remark) => ({ kind: 'remark', remark })) : []
  })
}

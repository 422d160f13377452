// `[^1]` and the line `[^1]: …` it leads to → a number in the text, and the footnote under the unit that has it.
import { sliceInline } from './inline.js'
import type { Footnote, Inline } from './notes.js'
import type { Piece } from './piece.js'

const definition = /^\[\^([^\]\s]{1,40})\]:\s*(?=\S)/
const reference = /\[\^([^\]\s]{1,40})\]/g
const code = /(<code[\s\S]*?<\/code>)/

type Definitions = ReadonlyMap<string, { readonly mark: string; readonly note: Inline }>

/** Definitions that something refers to, numbered in the order they are referred to. */
function findDefinitions(pieces: readonly Piece[]): Definitions {
  const notes = new Map<string, Inline>()
  for (const piece of pieces) {
    if (piece.kind !== 'point') continue
    const found = definition.exec(piece.text)
    if (found?.[1] !== undefined) notes.set(found[1], sliceInline(piece, found[0].length))
  }
  const used = new Map<string, { mark: string; note: Inline }>()
  if (notes.size === 0) return used
  const visit = (piece: Piece) => {
    if (piece.kind === 'remark' || piece.kind === 'heading' || piece.kind === 'directive') return
    const said = piece.text.replace(definition, '')
    for (const [, name = ''] of said.matchAll(reference)) {
      const note = notes.get(name)
      if (note && !used.has(name)) used.set(name, { mark: String(used.size + 1), note })
    }
    if (piece.kind === 'point') piece.children.forEach(visit)
  }
  pieces.forEach(visit)
  return used
}

function attach<T extends Piece>(piece: T, known: Definitions): T {
  if (piece.kind === 'remark' || piece.kind === 'heading' || piece.kind === 'directive') return piece
  const footnotes: Footnote[] = []
  const number = (whole: string, name: string, raised: (mark: string) => string) => {
    const found = known.get(name)
    if (!found) return whole
    if (!footnotes.some(({ mark }) => mark === found.mark))
      footnotes.push({ mark: found.mark, ...found.note })
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
    piece.kind === 'point' ? { children: piece.children.map((child) => attach(child, known)) } : {}
  if (footnotes.length === 0) return { ...piece, ...children }
  const text = piece.text.replace(reference, (whole, name) => number(whole, name, (mark) => mark))
  return { ...piece, ...children, html, text, footnotes }
}

/** Moves footnotes to the units that refer to them. One that nothing refers to, and a reference to nothing, stay as typed. */
export function moveFootnotes(pieces: readonly Piece[]): readonly Piece[] {
  const known = findDefinitions(pieces)
  if (known.size === 0) return pieces
  return pieces
    .filter((piece) => {
      const name = piece.kind === 'point' ? definition.exec(piece.text)?.[1] : undefined
      return name === undefined || !known.has(name)
    })
    .map((piece) => attach(piece, known))
}

// Pieces in order → the same, each marked that a blank line of the notes parts from the one before it: a good place to break.
import type { Piece } from './piece.js'
import type { Reading } from './reading.js'

const lineOf = (piece: Piece) => (piece.kind === 'remark' ? piece.remark.at.line : piece.at.line)

/** Marks them. What is not shown, a remark or a directive between blank line and thought, does not count as the thought before. */
export function markPauses(pieces: readonly Piece[], { body, firstLine }: Reading): readonly Piece[] {
  let heads = true
  let waiting = false
  return pieces.map((piece) => {
    const line = lineOf(piece)
    const blank = line !== undefined && (body[line - 1 - firstLine] ?? '').trim() === ''
    waiting ||= blank
    if (piece.kind === 'remark' || piece.kind === 'directive') return piece
    const paused = waiting && !heads
    heads = piece.kind === 'heading'
    waiting = false
    return paused && piece.kind !== 'heading' ? { ...piece, paused } : piece
  })
}

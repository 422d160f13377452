// The last paragraph of the notes, when the note-taker speaks for himself there and nowhere else → remarks.

import type { LooseRemark, Piece } from './piece.js'
import type { Reading } from './reading.js'

/** More lines than anybody closes with. */
const maxLines = 4
// One person, not a company or a country speaking of itself.
const ownVoice = /我(?![们們国國司方校院行市省县縣党黨])|\bI\b(?!\/|\.[A-Z])|\bI['’](?:m|d|ll|ve)\b/

const quoted = /[“「『"][^“”「」『』"]{0,300}[”」』"]/g

/** The file's line on which the last paragraph begins, when a blank line stands before it. */
function findLastParagraph({ body, firstLine }: Reading): number | undefined {
  let end = body.length
  while (end > 0 && body[end - 1]?.trim() === '') end -= 1
  let start = end
  while (start > 0 && body[start - 1]?.trim() !== '') start -= 1
  return start > 0 && end - start <= maxLines ? firstLine + start : undefined
}

/** Whether somebody speaks for himself here, other people’s quoted words aside. */
const isOwn = (piece: Piece): boolean =>
  piece.kind === 'point' && ownVoice.test(piece.text.replace(quoted, ''))

/** Makes remarks of the last paragraph, or leaves the pieces as they are. */
export function hideLastWord(pieces: readonly Piece[], reading: Reading): readonly Piece[] {
  const start = findLastParagraph(reading)
  if (start === undefined) return pieces
  const lineOf = (piece: Piece) => (piece.kind === 'remark' ? piece.remark.at.line : piece.at.line) ?? 0
  const from = pieces.findLastIndex((piece) => lineOf(piece) < start) + 1
  const last = pieces.slice(from)
  const before = pieces.slice(0, from)
  const told = last.every(
    (piece) =>
      piece.kind === 'remark' ||
      (piece.kind === 'point' && piece.children.length === 0 && !piece.marker && !piece.wish),
  )
  // Who says “I” all along has no last word of his own.
  if (from === 0 || !told || !last.some(isOwn) || before.some(isOwn)) return pieces
  const hidden = last.flatMap((piece): readonly LooseRemark[] => {
    if (piece.kind !== 'point') return piece.kind === 'remark' ? [piece] : []
    const own = { html: piece.html, text: piece.text, from: 'line' as const, at: piece.at }
    return [
      { kind: 'remark', remark: own },
      ...piece.remarks.map((remark): LooseRemark => ({ kind: 'remark', remark })),
    ]
  })
  return [...before, ...hidden]
}

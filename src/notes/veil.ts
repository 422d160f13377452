// Pieces that stand between `<!-- private -->` and `<!-- /private -->` → remarks, whatever they look like.
import { readInline } from './inline.js'
import type { Remark } from './notes.js'
import type { LooseRemark, Piece } from './piece.js'
import { privateMarker } from './remarks/marks.js'

const asRemark = (remark: Remark): LooseRemark => ({ kind: 'remark', remark })

/** A piece as remarks, whatever it looks like. */
function hide(piece: Piece): readonly LooseRemark[] {
  if (piece.kind === 'remark') return [piece]
  if (piece.kind === 'directive') return []
  const inline = piece.kind === 'heading' ? readInline(piece.source) : { html: piece.html, text: piece.text }
  const own = asRemark({ ...inline, from: 'mark', at: piece.at })
  if (piece.kind === 'heading') return [own]
  return [
    own,
    ...(piece.kind !== 'point' && piece.who ? [asRemark({ ...piece.who, from: 'mark', at: piece.at })] : []),
    ...piece.remarks.map(asRemark),
    ...(piece.kind === 'point' ? piece.children.flatMap(hide) : []),
  ]
}

/** Hides what stands on the lines, a point's children on their own. */
export function veil(piece: Piece, hidden: ReadonlySet<number>): readonly Piece[] {
  const at = piece.kind === 'remark' ? piece.remark.at : piece.at
  if (hidden.has(at.line ?? 0)) return hide(piece)
  if (piece.kind !== 'point' || piece.children.length === 0) return [piece]
  const below = piece.children.flatMap((child) => veil(child, hidden))
  const children = below.filter((child) => child.kind === 'point')
  const remarks = below.flatMap((child) => (child.kind === 'remark' ? [child.remark] : []))
  return [{ ...piece, children, remarks: [...piece.remarks, ...remarks] }]
}

/** The lines between `<!-- private -->` and `<!-- /private -->`, or the end; the markers' own lines are cut elsewhere. */
export function privateLines(body: string, firstLine: number): ReadonlySet<number> {
  const hidden = new Set<number>()
  let within = false
  body.split('\n').forEach((line, index) => {
    const markers = [...line.matchAll(privateMarker)]
    if (within && markers.length === 0) hidden.add(firstLine + index)
    for (const marker of markers) within = marker[1] === ''
  })
  return hidden
}

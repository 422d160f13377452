// A picture → a slide of its own, with its caption, and the few thoughts around it beside it.
import type { Layout, Shown } from '../layout.js'
import { viewRemarks, viewUnit } from '../pieces.js'

const isPicture = (unit: Shown | undefined) => unit?.kind === 'figure'

/** The words under a picture: its alternative text. */
function captionOf(html: string): string | undefined {
  const alt = /\balt="([^"]*)"/.exec(html)?.[1]
  return alt === undefined || alt.trim() === '' ? undefined : alt
}

export const figure: Layout = {
  name: 'figure',
  purpose: 'A picture on a line of its own; up to four short points beside it come along.',
  stands: 'stretch',
  rare: false,
  absorbs: 4,
  weigh: (units, from) => (isPicture(units[from]) ? { count: 1, score: 0.9 } : undefined),
  view(units, { remarks }) {
    const at = units.findIndex(isPicture)
    const picture = units[at]
    const image = /<img\b[^>]*>/.exec(picture?.html ?? '')?.[0] ?? ''
    return {
      image,
      line: picture?.at.line,
      caption: captionOf(image),
      units: units.filter((_, index) => index !== at).map((unit) => viewUnit(unit, remarks)),
      // Points that stand above the picture in the notes are read before it.
      pointsFirst: at > 0,
      remarks: viewRemarks(picture?.remarks ?? [], remarks),
    }
  },
}

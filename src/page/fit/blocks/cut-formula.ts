// A formula of many rows, drawn in several → a slide for as many of them as it carries.

import { topsOf } from '../texts.js'
import type { Cuttable } from './cuttable.js'

export function rowsOfFormulas(unit: HTMLElement): Cuttable | undefined {
  const parts = [...unit.querySelectorAll(':scope > .formula')]
  const before = parts[0]?.previousElementSibling
  if (parts.length < 2) return undefined
  return {
    rows: { heightPx: topsOf(parts), cutCost: parts.map(() => 0) },
    empty() {
      for (const part of parts) part.remove()
    },
    fill(piece, from, to) {
      const own = parts.slice(from, to)
      if (before) piece.children[0]?.after(...own)
      else piece.prepend(...own)
    },
  }
}

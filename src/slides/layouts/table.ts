// A table → a slide of its own, with the thought that leads to it.
import type { Layout } from '../layout.js'
import { viewUnit } from '../pieces.js'

export const table: Layout = {
  name: 'table',
  purpose: 'A Markdown table; a lone thought beside it comes along.',
  stands: 'stretch',
  rare: false,
  absorbs: 1,
  weigh: (units, from) => (units[from]?.kind === 'table' ? { count: 1, score: 0.95 } : undefined),
  view: (units, { remarks }) => ({ units: units.map((unit) => viewUnit(unit, remarks)), remarks: [] }),
}

// A fence of code → a slide of its own, with the thought that leads to it.
import type { Layout } from '../layout.js'
import { viewUnit } from '../pieces.js'

// One or two lines are said in passing; they stay among the points.
const minLines = 3

export const code: Layout = {
  name: 'code',
  purpose: 'Fenced code of three lines or more; a lone thought beside it comes along.',
  stands: 'stretch',
  rare: false,
  absorbs: 1,
  weigh(units, from, { asked }) {
    const unit = units[from]
    if (unit?.kind !== 'code') return undefined
    const lines = unit.text.trimEnd().split('\n').length
    return asked || lines >= minLines || units.length === 1 ? { count: 1, score: 0.9 } : undefined
  },
  view(units, { remarks }) {
    const language = units.flatMap((unit) => (unit.kind === 'code' ? (unit.language ?? []) : []))[0]
    return { units: units.map((unit) => viewUnit(unit, remarks)), language, remarks: [] }
  },
}

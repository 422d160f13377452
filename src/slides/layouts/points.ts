// What no other layout took → points, in the author’s order; the page splits what is too tall.
import type { StretchLayout } from '../layout.js'
import { viewUnit } from '../pieces.js'

export const points: StretchLayout = {
  name: 'points',
  purpose: 'The default: one thought a line, the author’s order kept.',
  stands: 'stretch',
  rare: false,
  absorbs: 0,
  // Never claimed, only left; asked for, it takes all.
  weigh: (units, from, { asked }) => (asked ? { count: units.length - from, score: 1 } : undefined),
  view: (units, { remarks }) => ({ units: units.map((unit) => viewUnit(unit, remarks)), remarks: [] }),
}

// How full the author wants the slides → a theme that sets them so: larger or smaller type, fewer or more points.
import type { Theme } from './theme.js'

/** The usual one is the theme's own. */
export const densities = ['roomy', 'usual', 'dense'] as const
export type Density = (typeof densities)[number]

/** A third fewer points on slides a fifth emptier; or the largest type given up for half as many points again. */
const shares = { roomy: { points: 2 / 3, fill: 0.8 }, dense: { points: 3 / 2, fill: 1.2 } } as const

/** The theme as full as that. It keeps its smallest type size: nothing becomes harder to read than the theme allows. */
export function setDensity(theme: Theme, density: Density): Theme {
  if (density === 'usual') return theme
  const { steps, fill, 'max-points': most } = theme.slide.density
  const share = shares[density]
  return {
    ...theme,
    slide: {
      ...theme.slide,
      density: {
        steps: density === 'dense' && steps.length > 2 ? steps.slice(1) : steps,
        fill: Math.min(0.95, fill * share.fill),
        'max-points': Math.max(2, Math.round(most * share.points)),
      },
    },
  }
}

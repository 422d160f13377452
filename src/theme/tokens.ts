// A theme's tokens → CSS custom properties. Font stacks are not here: deck/fonts.ts makes them with the cut faces.
import type { Theme } from './theme.js'

/** The size text has where nothing is measured: a quarter above the floor, or what comes nearest above it. */
function usualSize(steps: readonly number[]): number | undefined {
  const floor = steps.at(-1) ?? 24
  return steps.findLast((size) => size >= floor * 1.25) ?? steps[0]
}

/** `:root{…}` with colours, measures and type steps; the same colours under reveal.js's own names, for its plugins. */
export function tokensToCss(theme: Theme): string {
  const [top, right, bottom, left] = theme.slide.padding
  const { steps, fill, 'max-points': maxPoints } = theme.slide.density
  const lines = [
    ...Object.entries(theme.color).map(([role, value]) => `--c-${role}:${value}`),
    `--pad:${top}px ${right}px ${bottom}px ${left}px`,
    `--pad-top:${top}px`,
    `--pad-right:${right}px`,
    `--pad-bottom:${bottom}px`,
    `--pad-left:${left}px`,
    ...steps.map((size, index) => `--fs-step${index}:${size}px`),
    `--fs-text:${usualSize(steps)}px`,
    `--density-fill:${fill}`,
    `--density-max-points:${maxPoints}`,
    '--r-background-color:var(--c-bg)',
    '--r-main-color:var(--c-ink)',
    '--r-link-color:var(--c-accent)',
    '--r-main-font:var(--f-text)',
    '--r-heading-font:var(--f-display)',
  ]
  return `:root{${lines.join(';')}}`
}

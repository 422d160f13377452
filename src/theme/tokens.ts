// A theme's tokens and the deck's shape → CSS custom properties. Font stacks are not here: deck/fonts.ts makes them with the cut faces.
import { type Aspect, canvasOf } from './aspect.js'
import type { Theme } from './theme.js'

/** The size text has where nothing is measured: a quarter above the floor, or what comes nearest above it. */
function usualSize(steps: readonly number[]): number | undefined {
  const floor = steps.at(-1) ?? 24
  return steps.findLast((size) => size >= floor * 1.25) ?? steps[0]
}

/** The canvas that themes are written for. */
const written = canvasOf('16:9')

/**
 * A theme's padding on another canvas. It grows and shrinks with the root of the side it lies along: in step with the side
 * itself a portrait slide would have no margins left and right and far too much above and below.
 */
function paddingOn(aspect: Aspect, [top, right, bottom, left]: Theme['slide']['padding']) {
  const { widthPx, heightPx } = canvasOf(aspect)
  const across = (px: number) => Math.round(px * Math.sqrt(widthPx / written.widthPx))
  const down = (px: number) => Math.round(px * Math.sqrt(heightPx / written.heightPx))
  return { top: down(top), right: across(right), bottom: down(bottom), left: across(left) }
}

/** By how much the largest type of an upright slide is larger: a few points would be lost in all that height. */
const uprightLarger = 1.2

/**
 * A theme's type sizes on another canvas. Upright, one more of them, at even ratios from that larger one down to the theme's
 * smallest: short lines make a text jump further in height from one size to the next, so the sizes stand closer.
 */
function stepsOn(aspect: Aspect, steps: readonly number[]): readonly number[] {
  const { widthPx, heightPx } = canvasOf(aspect)
  const [largest, smallest] = [steps[0] ?? 0, steps.at(-1) ?? 0]
  if (heightPx <= widthPx) return steps
  const first = largest * uprightLarger
  const ratio = (smallest / first) ** (1 / steps.length)
  return [...steps.map((_, index) => Math.round(first * ratio ** index)), smallest]
}

/**
 * `:root{…} with the canvas, colours, measures and type steps, the same colours under reveal.js's own names, for its plugins;
 * and `@page`, whose size cannot be a custom property.
 */
export function tokensToCss(theme: Theme, aspect: Aspect): string {
  const { widthPx, heightPx } = canvasOf(aspect)
  const { top, right, bottom, left } = paddingOn(aspect, theme.slide.padding)
  const { fill, 'max-points': maxPoints } = theme.slide.density
  const steps = stepsOn(aspect, theme.slide.density.steps)
  const lines = [
    `--slide-w:${widthPx}px`,
    `--slide-h:${heightPx}px`,
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
  return `:root{${lines.join(';')}}@page{size:${widthPx}px ${heightPx}px;margin:0}`
}

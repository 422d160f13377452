// A theme's tokens and the deck's shape → CSS custom properties. Font stacks are not here: deck/fonts.ts makes them with the cut faces.
import { type Aspect, canvasOf } from './aspect.js'
import { oklchOf } from './color.js'
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

/** Upright, short lines make a text jump in height from one size to the next: sizes further apart get one between them. */
const uprightApart = 1.2

/** What a slide carries, on another canvas: type sizes that suit its lines, and more points where there is more height. */
function densityOn(aspect: Aspect, { slide, fontScale }: Theme) {
  const { 'max-points': most, fill } = slide.density
  const { widthPx, heightPx } = canvasOf(aspect)
  const steps = slide.density.steps.map((size) => Math.round(size * fontScale))
  const between = steps.flatMap((size, index) => {
    const next = steps[index + 1] ?? size
    return size / next > uprightApart ? [size, Math.round((size + next) / 2)] : [size]
  })
  return {
    steps: heightPx > widthPx ? between : steps,
    maxPoints: Math.round(most * Math.sqrt(heightPx / written.heightPx)),
    fill,
  }
}

/** reveal.js's own names for ours, for its plugins. A theme of reveal.js's sets them itself. */
const revealNames = [
  '--r-background-color:var(--c-bg)',
  '--r-main-color:var(--c-ink)',
  '--r-link-color:var(--c-accent)',
  '--r-main-font:var(--f-text)',
  '--r-heading-font:var(--f-display)',
]

/** The widest margin for remarks that leaves points enough room on each canvas, and its distance from them; px. */
const remarkMargins = { '16:9': [376, 56], '4:3': [280, 44], '9:16': [0, 0] } as const

/** What wins over the theme's own sheets: a brand's colours, and where remarks stand when theme.yaml says it. */
export function brandToCss(theme: Theme, aspect: Aspect): string {
  const colors = Object.entries(theme.brandColor).map(([role, value]) => `--c-${role}:${value}`)
  const { remarks } = theme.slide
  const [margin, gap] = remarks === 'below' ? [0, 0] : remarkMargins[aspect]
  const list = `section[data-layout] .points.body{--margin:${margin}px;--margin-gap:${gap}px}`
  return [colors.length > 0 ? `:root{${colors.join(';')}}` : '', remarks === undefined ? '' : list].join('')
}

/** The logo as it stands on the page's own ground, and as style sheets ask for it on a dark one. */
function logoLines({ logo, color }: Theme): readonly string[] {
  if (logo === undefined) return []
  const dark = (oklchOf(color.bg)?.lightness ?? 1) < 0.5
  return [
    `--logo:url("${dark ? logo.darkUrl : logo.dataUrl}")`,
    ...(dark || logo.darkUrl === logo.dataUrl ? [] : [`--logo-dark:url("${logo.darkUrl}")`]),
    `--logo-height:${logo.heightPx}px`,
  ]
}

/**
 * `:root{…}` with the canvas, colours, measures and type steps, the same colours under reveal.js's own names, for its plugins;
 * and `@page`, whose size cannot be a custom property.
 */
export function tokensToCss(theme: Theme, aspect: Aspect): string {
  const { widthPx, heightPx } = canvasOf(aspect)
  const { top, right, bottom, left } = paddingOn(aspect, theme.slide.padding)
  const { steps, fill, maxPoints } = densityOn(aspect, theme)
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
    ...(theme.fontScale === 1 ? [] : [`--scale:${theme.fontScale}`]),
    ...logoLines(theme),
    ...(theme.foreign ? [] : revealNames),
  ]
  return `:root{${lines.join(';')}}@page{size:${widthPx}px ${heightPx}px;margin:0}`
}

// CSS colours, gradients and borders, as Chrome computed them → paints and lines.
import { alphaOf, hexOf } from '../../theme/color.js'
import type { Gradient, Line, Paint } from './drawing.js'
import { type Box, opacityOf } from './snapshot.js'

/** `undefined` for what is not seen. */
export function readPaint(css: string, opacity = 1): Paint | undefined {
  const hex = hexOf(css)
  const alpha = alphaOf(css) * opacity
  return hex === undefined || alpha < 0.004 ? undefined : { hex: hex.slice(1), alpha }
}

/** The commas that are in no brackets part it. */
export const splitTop = (list: string): readonly string[] =>
  list.split(/,\s*(?![^()]*(?:\([^()]*\)[^()]*)*\))/)

/** A plain linear-gradient over the whole box; `undefined` for every other picture. */
export function readGradient(image: string, opacity: number): Gradient | undefined {
  const inner = /^linear-gradient\((.*)\)$/.exec(image)?.[1]
  if (inner === undefined || splitTop(image).length > 1) return undefined
  const parts = [...splitTop(inner)]
  const turn = /^(-?[\d.]+)deg$/.exec(parts[0] ?? '')?.[1]
  const named = { 'to right': 90, 'to left': 270, 'to top': 0, 'to bottom': 180 }
  const told = Object.entries(named).find(([name]) => name === parts[0])?.[1]
  if (turn !== undefined || told !== undefined) parts.shift()
  const stops = parts.map((part, index) => {
    const [, css = part, at] = /^(.*?)(?:\s+([\d.]+)%)?$/.exec(part) ?? []
    return {
      at: at === undefined ? index / Math.max(1, parts.length - 1) : Number(at) / 100,
      paint: { hex: (hexOf(css) ?? '').slice(1), alpha: alphaOf(css) * opacity },
    }
  })
  if (stops.length < 2 || stops.some(({ paint, at }) => paint.hex === '' || at > 1)) return undefined
  return { angle: ((told ?? Number(turn ?? 180)) + 270) % 360, stops }
}

/** The border at one side, if it is seen. */
export function readLine(box: Box, side: 'top' | 'right' | 'bottom' | 'left'): Line | undefined {
  const [style, widthPx] = [box.style(`border-${side}-style`), box.px(`border-${side}-width`)]
  const paint = readPaint(box.style(`border-${side}-color`), opacityOf(box))
  if (style === 'none' || style === 'hidden' || widthPx === 0 || !paint) return undefined
  return { paint, widthPx, dashed: style === 'dashed' || style === 'dotted' }
}

// CSS colours, whatever they are written in → numbers to reckon with. The only file that knows the colour library (culori).
import 'culori/css'
import { clampChroma, converter, formatHex, interpolate, parse, wcagContrast } from 'culori/fn'

const toOklch = converter('oklch')
const toRgb = converter('rgb')

/** Whether CSS knows the colour: a name, hex, rgb(), hsl(), hwb(), lab(), lch(), oklab(), oklch() or color(). */
export const isColor = (css: string): boolean => parse(css) !== undefined

/** `#rrggbb`, brought into what a screen shows; `undefined` for what only a browser can tell, such as var(). */
export function hexOf(css: string): string | undefined {
  const color = parse(css)
  return color === undefined ? undefined : formatHex(clampChroma(color, 'oklch'))
}

/** How much of what is behind the colour it hides, 0 to 1; 1 for what cannot be read. */
export const alphaOf = (css: string): number => parse(css)?.alpha ?? 1

/** The colour as it is seen over another, where it is see-through. */
function over(css: string, under: string): string | undefined {
  const [top, below] = [toRgb(parse(css)), toRgb(parse(under))]
  if (!top || !below) return undefined
  const alpha = top.alpha ?? 1
  const blend = (a: number, b: number) => a * alpha + b * (1 - alpha)
  return formatHex({
    mode: 'rgb',
    r: blend(top.r, below.r),
    g: blend(top.g, below.g),
    b: blend(top.b, below.b),
  })
}

/** Contrast of a text's colour on another, 1 to 21 (WCAG 2.2, 1.4.3); `undefined` where one of them cannot be read. */
export function contrastOf(text: string, ground: string): number | undefined {
  const seen = over(text, ground)
  return seen === undefined ? undefined : wcagContrast(seen, ground)
}

/** `share` of the first colour (0 to 1) in the second, mixed in OKLCH. */
export function mixColors(first: string, second: string, share: number): string {
  const [a, b] = [toOklch(parse(first)), toOklch(parse(second))]
  if (!a || !b) return `color-mix(in oklch, ${first} ${Math.round(share * 100)}%, ${second})`
  // A colour without a hue must not pull the other one's through the whole circle.
  const grey = 0.02
  const hue = (a.c < grey ? b.h : a.h) ?? 0
  const fix = (color: typeof a) => ({ ...color, h: color.c < grey ? hue : (color.h ?? hue) })
  return formatHex(clampChroma(interpolate([fix(b), fix(a)], 'oklch')(share), 'oklch'))
}

/** The same colour, lighter or darker by `by` of OKLCH lightness (0 to 1). */
export function shiftLightness(css: string, by: number): string {
  const color = toOklch(parse(css))
  if (!color) return css
  return formatHex(clampChroma({ ...color, l: Math.min(1, Math.max(0, color.l + by)), alpha: 1 }, 'oklch'))
}

export type Oklch = { readonly lightness: number; readonly chroma: number; readonly hue: number }

/** OKLCH: lightness 0 to 1, chroma, hue in degrees (0 for a grey). */
export function oklchOf(css: string): Oklch | undefined {
  const color = toOklch(parse(css))
  return color && { lightness: color.l, chroma: color.c, hue: color.h ?? 0 }
}

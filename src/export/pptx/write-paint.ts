// Paints, gradients and lines → DrawingML. A colour of the theme is named as the theme's, so that changing the theme changes it.
import type { Gradient, Line, Paint, Rect } from './drawing.js'
import { emu } from './xml.js'

/** The theme's colours: PowerPoint's name of each, by rrggbb. */
export type Scheme = ReadonlyMap<string, string>

export function colorXml({ hex, alpha }: Paint, scheme: Scheme): string {
  const inner = alpha < 0.996 ? `<a:alpha val="${Math.round(alpha * 100_000)}"/>` : ''
  const name = scheme.get(hex)
  return name
    ? `<a:schemeClr val="${name}">${inner}</a:schemeClr>`
    : `<a:srgbClr val="${hex.toUpperCase()}">${inner}</a:srgbClr>`
}

export const solidXml = (paint: Paint, scheme: Scheme): string =>
  `<a:solidFill>${colorXml(paint, scheme)}</a:solidFill>`

export function fillXml(fill: Paint | Gradient | undefined, scheme: Scheme): string {
  if (!fill) return '<a:noFill/>'
  if ('hex' in fill) return solidXml(fill, scheme)
  const stops = fill.stops
    .map(({ at, paint }) => `<a:gs pos="${Math.round(at * 100_000)}">${colorXml(paint, scheme)}</a:gs>`)
    .join('')
  return `<a:gradFill rotWithShape="1"><a:gsLst>${stops}</a:gsLst><a:lin ang="${Math.round(fill.angle * 60_000)}" scaled="0"/></a:gradFill>`
}

/** `tag` is `ln`, or a side of a cell: `lnL`. */
export function lineXml(line: Line | undefined, scheme: Scheme, tag = 'ln'): string {
  if (!line) return `<a:${tag}${tag === 'ln' ? '' : ' w="0"'}><a:noFill/></a:${tag}>`
  const dash = line.dashed ? '<a:prstDash val="sysDash"/>' : ''
  return `<a:${tag} w="${emu(line.widthPx)}">${solidXml(line.paint, scheme)}${dash}</a:${tag}>`
}

export const frameXml = ({ x, y, width, height }: Rect, tag = 'a:xfrm'): string =>
  `<${tag}><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(Math.max(0, width))}" cy="${emu(Math.max(0, height))}"/></${tag}>`

/** The place of a box that is turned a quarter to the right, told as if it were not. LibreOffice knows no other way for titles. */
export function turnedFrameXml({ x, y, width, height }: Rect): string {
  const lying = { x: x + (width - height) / 2, y: y + (height - width) / 2, width: height, height: width }
  return frameXml(lying).replace('<a:xfrm>', '<a:xfrm rot="5400000">')
}

export function geometryXml(rect: Rect, radiusPx: number): string {
  const shorter = Math.min(rect.width, rect.height)
  if (radiusPx < 0.5 || shorter <= 0) return '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
  if (radiusPx >= shorter / 2 - 0.5 && Math.abs(rect.width - rect.height) < 1)
    return '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
  const share = Math.round(Math.min(0.5, radiusPx / shorter) * 100_000)
  return `<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val ${share}"/></a:avLst></a:prstGeom>`
}

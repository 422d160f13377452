// Where a pen was pressed down and went → the outline of its stroke, as the `d` of an SVG path. No DOM.
import { getStroke } from 'perfect-freehand'

/*! Strokes: perfect-freehand, MIT, © Stephen Ruiz Ltd */

/** x, y in px on the slide, and the pressure from 0 to 1; 0.5 where the device knows none. */
export type PenPoint = readonly [x: number, y: number, pressure: number]

/** As thick as the bars of a title’s letters on a canvas of 1280 px. */
const widthPx = 6

const middle = (one: readonly number[], other: readonly number[]) =>
  [0, 1].map((axis) => (((one[axis] ?? 0) + (other[axis] ?? 0)) / 2).toFixed(1)).join(' ')

/** `pressed`: the pressures are measured; otherwise the stroke is thinner where it was fast. */
export function outlineStroke(points: readonly PenPoint[], pressed: boolean): string {
  const outline = getStroke(
    points.map((point) => [...point]),
    { size: widthPx, thinning: 0.5, streamline: 0.4, simulatePressure: !pressed, last: true },
  )
  const [first] = outline
  if (!first) return ''
  const curves = outline.map((point, index) => {
    const next = outline[index + 1] ?? first
    return `Q${point.map((at) => at.toFixed(1)).join(' ')} ${middle(point, next)}`
  })
  return `M${middle(outline.at(-1) ?? first, first)}${curves.join('')}Z`
}

// A box's background, borders and marks → shapes; `shot` where only a picture of it can show what it is.
import type { Line, Rect, Shape } from './drawing.js'
import { readGradient, readLine, readPaint } from './read-paint.js'
import { inset, readBand, readOutline, readRings, readStrips } from './read-strokes.js'
import { type Box, closest, opacityOf } from './snapshot.js'

const none = (value: string): boolean => value === '' || value === 'none'

/** What is cut off by a box around it. */
export function clipRect(box: Box, slide: Box): Rect {
  let { x, y, width, height } = box.rect
  let free = box.style('position') === 'absolute'
  for (let at = box.parent; at && at !== slide.parent; at = at.parent) {
    // What is placed freely is cut off by the boxes it is placed in alone.
    if (free && at !== slide && at.style('position') === 'static') continue
    free = at.style('position') === 'absolute'
    if (at !== slide && (at.style('overflow-x') !== 'hidden' || at.style('display') === 'inline')) continue
    const [right, bottom] = [
      Math.min(x + width, at.rect.x + at.rect.width),
      Math.min(y + height, at.rect.y + at.rect.height),
    ]
    x = Math.max(x, at.rect.x)
    y = Math.max(y, at.rect.y)
    width = Math.max(0, right - x)
    height = Math.max(0, bottom - y)
  }
  return { x, y, width, height }
}

/** Whether it is turned, so that its sides are not those of its rectangle. */
export const isTurned = (box: Box): boolean => {
  const found = /^matrix\(([^)]*)\)$/.exec(box.style('transform'))
  const [, skew = 0] = (found?.[1] ?? '').split(',').map(Number)
  return Math.abs(skew) > 0.01
}

/** Whether its own look is more than a plain shape. */
export function needsShot(box: Box): boolean {
  const image = box.style('background-image')
  if (!none(box.style('clip-path')) || !none(box.style('mask-image'))) return hasLook(box)
  if (isTurned(box)) return hasLook(box)
  if (none(image) || readStrips(box)) return false
  return box.style('background-size') !== 'auto' || readGradient(image, 1) === undefined
}

export const hasLook = (box: Box): boolean =>
  !none(box.style('background-image')) ||
  readPaint(box.style('background-color')) !== undefined ||
  (['top', 'right', 'bottom', 'left'] as const).some((side) => readLine(box, side) !== undefined)

const sameLine = (one: Line | undefined, other: Line | undefined): boolean =>
  one?.widthPx === other?.widthPx &&
  one?.paint.hex === other?.paint.hex &&
  one?.paint.alpha === other?.paint.alpha

/** The sides that differ, each as a bar. */
function readBars(rect: Rect, lines: readonly (Line | undefined)[]): readonly Shape[] {
  const { x, y, width, height } = rect
  const [top, right, bottom, left] = lines
  const bar = (line: Line | undefined, at: Rect): readonly Shape[] =>
    line ? [{ kind: 'shape', rect: at, fill: line.paint, radiusPx: 0 }] : []
  const [t, r, b, l] = [top, right, bottom, left].map((line) => line?.widthPx ?? 0)
  return [
    ...bar(top, { x, y, width, height: t ?? 0 }),
    ...bar(right, { x: x + width - (r ?? 0), y, width: r ?? 0, height }),
    ...bar(bottom, { x, y: y + height - (b ?? 0), width, height: b ?? 0 }),
    ...bar(left, { x, y, width: l ?? 0, height }),
  ]
}

/** The box's own look; nothing for boxes without. A box of several lines of words gives none: its words are highlighted. */
export function readShapes(box: Box, slide: Box): readonly Shape[] {
  const rect = clipRect(box, slide)
  const band = readBand(box)
  if (rect.width < 0.3 || rect.height < 0.3) return band
  const radiusPx = radiusOf(box, rect)
  const opacity = opacityOf(box)
  const fill =
    readGradient(box.style('background-image'), opacity) ?? readPaint(box.style('background-color'), opacity)
  const lines = (['top', 'right', 'bottom', 'left'] as const).map((side) => readLine(box, side))
  const [first] = lines
  const even = first !== undefined && lines.every((line) => sameLine(line, first))
  const whole: readonly Shape[] =
    fill || even
      ? [
          {
            kind: 'shape',
            // PowerPoint draws a line half inside, half outside; CSS all inside.
            rect: even ? inset(rect, first.widthPx / 2) : rect,
            ...(fill ? { fill } : {}),
            ...(even ? { line: first } : {}),
            radiusPx,
          },
        ]
      : []
  const strips = readStrips(box) ?? []
  const [rings, outline] = [readRings(box, radiusPx), readOutline(box, radiusPx)]
  return [...outline, ...whole, ...strips, ...rings, ...(even ? [] : readBars(rect, lines)), ...band]
}

function radiusOf(box: Box, { width, height }: Rect): number {
  const shorter = Math.min(width, height)
  const [x, y] = [box.px('border-top-left-radius'), box.px('border-bottom-right-radius')]
  const percent = box.style('border-top-left-radius').endsWith('%') ? shorter / 100 : 1
  return Math.min(Math.max(x, y) * percent, shorter / 2)
}

/** The nearest box around it that is seen as a card: filled, or with a line on every side. */
export const cardOf = (box: Box, slide: Box): Box | undefined => {
  const found = closest(
    box,
    (one) =>
      one === slide ||
      (one.style('display') !== 'inline' &&
        (readPaint(one.style('background-color')) !== undefined ||
          (readLine(one, 'top') !== undefined &&
            readLine(one, 'bottom') !== undefined &&
            readLine(one, 'left') !== undefined))),
  )
  return found === slide ? undefined : found
}

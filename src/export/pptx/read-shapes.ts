// A box's background, borders and marks → shapes; `shot` where only a picture of it can show what it is.
import type { Line, Rect, Shape } from './drawing.js'
import { readGradient, readLine, readPaint } from './read-paint.js'
import { type Box, closest, opacityOf } from './snapshot.js'

const none = (value: string): boolean => value === '' || value === 'none'

/** What is cut off by a box around it. */
export function clipRect(box: Box, slide: Box): Rect {
  let { x, y, width, height } = box.rect
  for (let at = box.parent; at && at !== slide.parent; at = at.parent) {
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
  if (none(image)) return false
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

/** A band along the foot of marked words, which CSS draws as a shadow inside them. */
function readBand(box: Box): readonly Shape[] {
  const found = /^(.*\)) 0px (-[\d.]+)px 0px 0px inset$/.exec(box.style('box-shadow'))
  const paint = found?.[1] === undefined ? undefined : readPaint(found[1], opacityOf(box))
  if (!paint) return []
  const height = -Number(found?.[2])
  return box.children.flatMap(({ fragments }) =>
    fragments.map(({ rect }) => ({
      kind: 'shape' as const,
      rect: { ...rect, y: rect.y + rect.height - height, height },
      fill: paint,
      radiusPx: 0,
    })),
  )
}

/** The box's own look; nothing for boxes without. A box of several lines of words gives none: its words are highlighted. */
export function readShapes(box: Box, slide: Box): readonly Shape[] {
  const rect = clipRect(box, slide)
  const band = readBand(box)
  if (rect.width < 0.3 || rect.height < 0.3) return band
  const opacity = opacityOf(box)
  const fill =
    readGradient(box.style('background-image'), opacity) ?? readPaint(box.style('background-color'), opacity)
  const lines = (['top', 'right', 'bottom', 'left'] as const).map((side) => readLine(box, side))
  const [first] = lines
  const even = first !== undefined && lines.every((line) => sameLine(line, first))
  if (!fill && lines.every((line) => line === undefined)) return band
  const [x, y] = [box.px('border-top-left-radius'), box.px('border-bottom-right-radius')]
  const percent = box.style('border-top-left-radius').endsWith('%')
    ? Math.min(rect.width, rect.height) / 100
    : 1
  const radiusPx = Math.min(Math.max(x, y) * percent, Math.min(rect.width, rect.height) / 2)
  const whole: readonly Shape[] =
    fill || even
      ? [
          {
            kind: 'shape',
            rect: even ? inset(rect, first.widthPx / 2) : rect,
            ...(fill ? { fill } : {}),
            ...(even ? { line: first } : {}),
            radiusPx,
          },
        ]
      : []
  return [...whole, ...(even ? [] : readBars(rect, lines)), ...band]
}

/** PowerPoint draws a line half inside, half outside; CSS all inside. */
const inset = ({ x, y, width, height }: Rect, by: number): Rect => ({
  x: x + by,
  y: y + by,
  width: Math.max(0, width - 2 * by),
  height: Math.max(0, height - 2 * by),
})

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

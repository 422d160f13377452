// What stands before a point, drawn by its style sheet → a bullet.
import type { Bullet } from './drawing.js'
import { type Block, startOf } from './read-block.js'
import { readPaint } from './read-paint.js'
import { hasLook, isTurned } from './read-shapes.js'
import { readRings } from './read-strokes.js'
import { isUpright } from './read-words.js'
import { type Box, closest, opacityOf } from './snapshot.js'

/** What stands before a point: small and left of its first line. */
export function findBullet({ box, lines }: Block): Box | undefined {
  const item = closest(box, ({ tag }) => tag === 'li')
  const mark = item?.children.find(({ pseudo }) => pseudo === 'before')
  const [line, size] = [lines[0]?.extent, box.px('font-size')]
  if (!mark || !line || isUpright(box) || opacityOf(mark) < 0.1) return undefined
  const { x, y, width, height } = mark.rect
  const words = mark.children.map(({ text }) => text).join('')
  const small =
    words === '' ? hasLook(mark) && height < 0.8 * size && width < size : words.trim().length === 1
  const beside =
    x + width <= line.start + 1 &&
    x > line.start - 3 * size &&
    y >= line.near - 2 &&
    y + height <= line.far + 2
  return small && beside ? mark : undefined
}

/** What makes a cross of it with a second stroke. */
export const crossOf = (mark: Box): Box | undefined =>
  mark.parent?.children.find(
    (one) =>
      one.pseudo === 'after' && hasLook(one) && one.children.length === 0 && middleOf(one) === middleOf(mark),
  )
const middleOf = ({ rect: { x, y, width, height } }: Box): string =>
  `${Math.round(x + width / 2)} ${Math.round(y + height / 2)}`

const corners = ['border-top-left-radius', 'border-bottom-right-radius'] as const

export function readBullet(mark: Box, block: Block): Bullet {
  const { width, height, x } = mark.rect
  const words = mark.children
    .map(({ text }) => text)
    .join('')
    .trim()
  // A drop has one corner that is not round.
  const round = Math.max(
    ...corners.map((corner) => mark.px(corner) * (mark.style(corner).endsWith('%') ? height / 100 : 1)),
  )
  const cross = crossOf(mark) !== undefined
  const opacity = opacityOf(mark)
  const [ring] = readRings(mark, 0)
  const drawn = cross
    ? '+'
    : isTurned(mark)
      ? '◆'
      : width > 2 * height
        ? '–'
        : round >= height * 0.3
          ? ring
            ? '○'
            : '●'
          : '■'
  const paint =
    ring?.line?.paint ??
    readPaint(mark.style('background-color'), opacity) ??
    readPaint(mark.style(words === '' ? 'border-top-color' : 'color'), opacity)
  const scale = words !== '' || '+–'.includes(drawn) ? 1 : height / (0.7 * block.box.px('font-size'))
  return {
    sign: words || drawn,
    paint: paint ?? { hex: '000000', alpha: 1 },
    scale,
    hangPx: startOf(block) - x,
  }
}

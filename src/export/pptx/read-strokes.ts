// What a style sheet draws on a box besides its fill and borders → shapes: strips of one colour, rings inside it, a line or a
// frame around it, a band along the foot of marked words.
import type { Rect, Shape } from './drawing.js'
import { readPaint, splitTop } from './read-paint.js'
import { type Box, opacityOf } from './snapshot.js'

/** The rectangle with each side moved in, or out for what is less than 0. */
export const inset = ({ x, y, width, height }: Rect, by: number): Rect => ({
  x: x + by,
  y: y + by,
  width: Math.max(0, width - 2 * by),
  height: Math.max(0, height - 2 * by),
})

const partOf = (size: string, whole: number): number =>
  (Number.parseFloat(size) || 0) * (size.endsWith('%') ? whole / 100 : 1)

/** `linear-gradient(red 0 0) center / 100% 2px no-repeat`, one or several; `undefined` for every other background picture. */
export function readStrips(box: Box): readonly Shape[] | undefined {
  const list = (name: Parameters<Box['style']>[0]) => splitTop(box.style(name))
  const [sizes, xs, ys] = [
    list('background-size'),
    list('background-position-x'),
    list('background-position-y'),
  ]
  const repeats = list('background-repeat')
  const ground = inset(box.rect, box.px('border-top-width'))
  const across = box.rect.width - box.px('border-left-width') - box.px('border-right-width')
  const left = box.rect.x + box.px('border-left-width')
  const strips = splitTop(box.style('background-image')).map((image, at): Shape | undefined => {
    const colors = /^linear-gradient\(/.test(image) ? (image.match(/rgba?\([^)]*\)/g) ?? []) : []
    const paint = readPaint(colors[0] ?? '', opacityOf(box))
    const [wide = '', high = ''] = (sizes[at % sizes.length] ?? '').split(' ')
    if (!paint || new Set(colors).size > 1 || repeats[at % repeats.length] !== 'no-repeat') return undefined
    if (!/^[\d.]+(px|%)$/.test(wide) || !/^[\d.]+(px|%)$/.test(high)) return undefined
    const [width, height] = [partOf(wide, across), partOf(high, ground.height)]
    const rect = {
      x: left + partOf(xs[at % xs.length] ?? '', across - width),
      y: ground.y + partOf(ys[at % ys.length] ?? '', ground.height - height),
      width,
      height,
    }
    return { kind: 'shape', rect, fill: paint, radiusPx: 0 }
  })
  const drawn = strips.flatMap((strip) => strip ?? [])
  // The first lies over the others.
  return drawn.length === strips.length && drawn.length > 0 ? drawn.toReversed() : undefined
}

/** Lines along the inside, which CSS draws as shadows inset by so much: the first over the others. */
export function readRings(box: Box, radiusPx: number): readonly Shape[] {
  const inner = inset(box.rect, box.px('border-top-width'))
  return splitTop(box.style('box-shadow'))
    .toReversed()
    .flatMap((shadow): readonly Shape[] => {
      const [, color = '', px] = /^(.*\)) 0px 0px 0px ([\d.]+)px inset$/.exec(shadow) ?? []
      const [widthPx, paint] = [Number(px ?? 0), readPaint(color, opacityOf(box))]
      if (widthPx === 0 || !paint) return []
      const line = { paint, widthPx, dashed: false }
      const radius = Math.max(0, radiusPx - widthPx / 2)
      return [{ kind: 'shape', rect: inset(inner, widthPx / 2), line, radiusPx: radius }]
    })
}

/** A line around the box, or a broad one that makes the box larger. It takes the box's corners with it. */
export function readOutline(box: Box, radiusPx: number): readonly Shape[] {
  const [style, widthPx] = [box.style('outline-style'), box.px('outline-width')]
  const paint = readPaint(box.style('outline-color'), opacityOf(box))
  if (style === 'none' || widthPx === 0 || !paint) return []
  const out = box.px('outline-offset') + widthPx / 2
  const radius = radiusPx > 0 ? Math.max(0, radiusPx + out) : 0
  // One surface where the box has the same colour.
  const same = readPaint(box.style('background-color'), opacityOf(box))?.hex === paint.hex
  if (same && box.px('outline-offset') <= 0)
    return [
      {
        kind: 'shape',
        rect: inset(box.rect, -out - widthPx / 2),
        fill: paint,
        radiusPx: radius && radius + widthPx / 2,
      },
    ]
  const line = { paint, widthPx, dashed: style !== 'solid' }
  return [{ kind: 'shape', rect: inset(box.rect, -out), line, radiusPx: radius }]
}

/** A band along the foot of marked words, which CSS draws as a shadow inside them. */
export function readBand(box: Box): readonly Shape[] {
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

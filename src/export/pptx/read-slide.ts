// A slide's boxes → its drawing, from the back to the front; what must be a picture is told as a shot first.
import type { Paint, PictureFile, Piece, Rect, SlideDrawing } from './drawing.js'
import { readPaint } from './read-paint.js'
import { isSeveralLines } from './read-runs.js'
import { clipRect, isTurned, needsShot, readShapes } from './read-shapes.js'
import { isTable, readTable } from './read-table.js'
import { readTexts } from './read-texts.js'
import { isPicture } from './read-words.js'
import type { Shot } from './shoot.js'
import { type Box, closest, everyBox, hasClass, opacityOf } from './snapshot.js'

type Placed = { readonly source: Box; readonly piece: Piece }

export type ReadSlide = {
  readonly shots: readonly Shot[]
  /** Given the shots' pictures, in order. */
  readonly draw: (files: readonly PictureFile[]) => Omit<SlideDrawing, 'number' | 'notes'>
}

const covers = ({ x, y, width, height }: Rect, slide: Rect): boolean =>
  x <= slide.x + 1 &&
  y <= slide.y + 1 &&
  x + width >= slide.x + slide.width - 1 &&
  y + height >= slide.y + slide.height - 1

/** The picture's own file, where PowerPoint knows its kind and it is shown whole. */
function ownFile(box: Box): PictureFile | undefined {
  const [, type, data] =
    /^data:image\/(png|jpeg|gif);base64,(.+)$/s.exec(box.attributes.get('src') ?? '') ?? []
  if (
    data === undefined ||
    (type !== 'png' && type !== 'jpeg' && type !== 'gif') ||
    box.style('object-fit') !== 'fill'
  )
    return undefined
  return { bytes: Buffer.from(data, 'base64'), type }
}

/** What is read aloud in a picture's place. */
const altOf = (box: Box): string => box.attributes.get('alt') ?? box.attributes.get('aria-label') ?? ''

const round = (px: number): number => Math.floor(px)
/** On whole px, so that nothing is blurred. */
const whole = ({ x, y, width, height }: Rect): Rect => ({
  x: round(x),
  y: round(y),
  width: Math.ceil(x + width) - round(x),
  height: Math.ceil(y + height) - round(y),
})

const moved = <Kind extends Piece>(piece: Kind, by: Rect): Kind => ({
  ...piece,
  rect: { ...piece.rect, x: piece.rect.x - by.x, y: piece.rect.y - by.y },
})

export function readSlide(slide: Box, page: Paint): ReadSlide {
  const seen = everyBox(slide).filter((box) => box.style('visibility') !== 'hidden' && opacityOf(box) > 0.01)
  const tables = new Set(seen.filter(isTable))
  const pictures = new Set(
    seen.filter(
      (box) => isPicture(box) && !closest(box.parent ?? box, (one) => one !== box && isPicture(one)),
    ),
  )
  const apart = new Set([...tables, ...pictures])
  const inside = (box: Box): boolean => closest(box, (one) => apart.has(one)) !== undefined
  const { boxes, used } = readTexts(slide, apart)
  const placed: Placed[] = boxes.map(({ piece, source }) => ({ piece, source: lastWords(source) }))
  const shots: (Shot & { readonly alt: string })[] = []
  let background = page
  for (const box of seen) {
    if (tables.has(box)) placed.push({ piece: readTable(box), source: box })
    if (pictures.has(box)) {
      const file = ownFile(box)
      if (file)
        placed.push({
          source: box,
          piece: {
            kind: 'picture',
            rect: box.rect,
            alt: altOf(box),
            file,
            radiusPx: box.px('border-top-left-radius'),
          },
        })
      else shots.push({ box, part: 'whole', rect: whole(clipRect(box, slide)), alt: altOf(box) })
    }
    if (inside(box) || used.has(box) || box.tag === '#text' || hasClass(box, 'emoji')) continue
    const fill = readPaint(box.style('background-color'))
    if (needsShot(box)) {
      const rect = isTurned(box) || box === slide ? box.rect : clipRect(box, slide)
      shots.push({ box, part: 'own', rect: whole(rect), alt: '' })
    } else if (fill?.alpha === 1 && covers(box.rect, slide.rect) && box.style('background-image') === 'none')
      background = fill
    else if (box.style('display') !== 'inline' || !isSeveralLines(box))
      placed.push(...readShapes(box, slide).map((piece) => ({ piece, source: box })))
  }
  const low = lowestOf(placed, shots, slide)
  const kept = shots.flatMap((shot) => {
    if (shot.rect.width <= 0 || shot.rect.height <= 0) return []
    return shot === low ? [{ ...shot, rect: slide.rect, ground: background }] : [shot]
  })
  const heading =
    boxes.find(({ piece }) => piece.role === 'title')?.source ?? seen.find(({ tag }) => /^h[1-4]$/.test(tag))
  return {
    shots: kept,
    draw: (files) => {
      // A picture under all else is the slide's background: nobody takes hold of it by mistake.
      const ground = files[kept.findIndex(({ ground }) => ground !== undefined)]
      const shown = kept.flatMap(({ box, rect, alt }, index): Placed[] => {
        const file = files[index]
        if (!file || file === ground) return []
        return [{ source: box, piece: { kind: 'picture', rect, alt, file, radiusPx: 0 } }]
      })
      const pieces = [...placed, ...shown].toSorted((a, b) => byDepth(a.source, b.source))
      return {
        id: slide.attributes.get('id') ?? '',
        background: ground ?? background,
        title: heading
          ? everyBox(heading)
              .map(({ text }) => text)
              .join('')
              .trim()
          : '',
        pieces: pieces.map(({ piece }) => moved(piece, slide.rect)),
      }
    },
  }
}

const paintOf = ({ under, paint }: Box): number => under?.paint ?? paint
const byDepth = (a: Box, b: Box): number => paintOf(a) - paintOf(b) || placeOf(a) - placeOf(b)
const placeOf = ({ under, index }: Box): number => (under ? under.index + index / 1e7 : index)

/** The picture of a whole slide that lies under all else, or over nothing but thin lines: one can lie under those as well. */
function lowestOf<Kind extends Shot>(placed: readonly Placed[], shots: readonly Kind[], slide: Box) {
  const low = shots
    .filter(({ part, rect }) => part === 'own' && covers(rect, slide.rect))
    .toSorted((a, b) => byDepth(a.box, b.box))[0]
  const area = ({ width, height }: Rect) => width * height
  const isThin = (rect: Rect) => area(rect) < 0.01 * area(slide.rect)
  const isOver = (box: Box) => low !== undefined && byDepth(box, low.box) > 0
  const fits =
    placed.every((one) => isOver(one.source) || isThin(one.piece.rect)) &&
    shots.every((shot) => shot === low || isOver(shot.box) || isThin(shot.rect))
  return fits ? low : undefined
}

/** Words lie over every background in the box they are the words of. */
const lastWords = (box: Box): Box => everyBox(box).findLast(({ tag }) => tag === '#text') ?? box

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
  readonly draw: (files: readonly PictureFile[]) => SlideDrawing
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
      const lowest = placed.length === boxes.length && shots.length === 0
      const rect = isTurned(box) || box === slide ? box.rect : clipRect(box, slide)
      shots.push({
        box,
        part: 'own',
        rect: whole(rect),
        alt: '',
        ...(lowest && covers(rect, slide.rect) ? { ground: background } : {}),
      })
    } else if (fill?.alpha === 1 && covers(box.rect, slide.rect) && box.style('background-image') === 'none')
      background = fill
    else if (box.style('display') !== 'inline' || !isSeveralLines(box))
      placed.push(...readShapes(box, slide).map((piece) => ({ piece, source: box })))
  }
  const kept = shots.filter(({ rect }) => rect.width > 0 && rect.height > 0)
  const heading =
    boxes.find(({ piece }) => piece.role === 'title')?.source ?? seen.find(({ tag }) => /^h[1-4]$/.test(tag))
  return {
    shots: kept,
    draw: (files) => {
      const shown = kept.flatMap(({ box, rect, alt }, index): Placed[] => {
        const file = files[index]
        return file ? [{ source: box, piece: { kind: 'picture', rect, alt, file, radiusPx: 0 } }] : []
      })
      const sorted = [...placed, ...shown].toSorted(
        (a, b) => paintOf(a.source) - paintOf(b.source) || placeOf(a.source) - placeOf(b.source),
      )
      // A picture under all else is the slide's background: nobody takes hold of it by mistake.
      const [lowest, ...others] = sorted
      const ground =
        lowest?.piece.kind === 'picture' && covers(lowest.piece.rect, slide.rect)
          ? lowest.piece.file
          : undefined
      const pieces = ground ? others : sorted
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
const placeOf = ({ under, index }: Box): number => (under ? under.index + index / 1e7 : index)

/** Words lie over every background in the box they are the words of. */
const lastWords = (box: Box): Box => everyBox(box).findLast(({ tag }) => tag === '#text') ?? box

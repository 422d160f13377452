// The fitted page → a picture of each slide, as it is printed.
import type { FittedPage } from './format.js'

export type Picture = {
  /** The slide's id; a part's has its number. */
  readonly id: string
  /** Among all slides after splitting, from 1. */
  readonly number: number
  /** The id of the slide it is a part of. */
  readonly slide: string
  readonly type: 'png' | 'webp'
  readonly layout: string
  readonly bytes: Uint8Array
}

export type PictureOptions = {
  readonly type: 'png' | 'webp'
  /** Px of the picture for one px of the slide. */
  readonly scale: number
  /** Numbers of slides, from 1; all when not given. */
  readonly wanted?: readonly number[] | undefined
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

type Place = {
  readonly id: string
  readonly layout: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How good WebP has to be for large type not to show it. */
const webpQuality = 82

// In the page: where each slide stands.
const placesScript = `[...document.querySelectorAll('section[data-layout]')].map((section) => {
  const { left, top, width, height } = section.getBoundingClientRect()
  return { id: section.id, layout: section.dataset.layout, x: left + scrollX, y: top + scrollY, width, height }
})`

function readPlaces(found: unknown): readonly Place[] {
  if (!Array.isArray(found)) return []
  return found.map(({ id, layout, x, y, width, height }) => ({
    id: String(id),
    layout: String(layout),
    x: Number(x),
    y: Number(y),
    width: Number(width),
    height: Number(height),
  }))
}

/** Pictures of all slides, in order, of a deck open in the mode `pages`. */
export async function takePictures(
  { open: { page }, report }: Pick<FittedPage, 'open' | 'report'>,
  { type, scale, wanted, onProgress }: PictureOptions,
): Promise<readonly Picture[]> {
  const places = readPlaces(await page.evaluate(placesScript))
  const slideOf = new Map(
    report.slides.flatMap(({ id, parts }) => parts.map((part) => [part.id, id] as const)),
  )
  const session = await page.createCDPSession()
  const pictures: Picture[] = []
  const chosen = [...places.entries()].filter(([at]) => wanted?.includes(at + 1) ?? true)
  for (const [at, { id, layout, ...box }] of chosen) {
    const { data } = await session.send('Page.captureScreenshot', {
      format: type,
      ...(type === 'webp' ? { quality: webpQuality } : {}),
      clip: { ...box, scale },
      captureBeyondViewport: true,
      optimizeForSpeed: true,
    })
    pictures.push({
      id,
      number: at + 1,
      slide: slideOf.get(id) ?? id,
      layout,
      type,
      bytes: Buffer.from(data, 'base64'),
    })
    onProgress?.(pictures.length, chosen.length)
  }
  await session.detach()
  return pictures
}

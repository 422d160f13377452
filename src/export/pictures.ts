// The fitted page → a picture of each slide, as it is printed.
import * as z from 'zod'
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

/** How good WebP has to be for large type not to show it. */
const webpQuality = 82

const place = z.object({
  id: z.string(),
  layout: z.string(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
})

// In the page: where the one slide stands that is shown.
const placeScript = `(() => {
  const section = document.querySelector('section[data-layout]:not(.away)')
  const { left, top, width, height } = section.getBoundingClientRect()
  return { id: section.id, layout: section.dataset.layout, x: left + scrollX, y: top + scrollY, width, height }
})()`

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

/**
 * Pictures of slides, in order, of a deck open in the mode `pages`. Each slide stands on the page by itself: of several there,
 * Chrome draws turned boxes otherwise by a shade from run to run, and takes longer.
 */
export async function takePictures(
  { open: { page }, report }: Pick<FittedPage, 'open' | 'report'>,
  { type, scale, wanted = upTo(report.pages), onProgress }: PictureOptions,
): Promise<readonly Picture[]> {
  const slideOf = new Map(
    report.slides.flatMap(({ id, parts }) => parts.map((part) => [part.id, id] as const)),
  )
  const session = await page.createCDPSession()
  const pictures: Picture[] = []
  for (const number of wanted) {
    const shown = await page.evaluate(`recapOnly([${number}]); ${placeScript}`)
    const { id, layout, ...box } = place.parse(shown)
    const { data } = await session.send('Page.captureScreenshot', {
      format: type,
      ...(type === 'webp' ? { quality: webpQuality } : {}),
      clip: { ...box, scale },
      captureBeyondViewport: true,
      optimizeForSpeed: true,
    })
    const bytes = Buffer.from(data, 'base64')
    pictures.push({ id, number, slide: slideOf.get(id) ?? id, layout, type, bytes })
    onProgress?.(pictures.length, wanted.length)
  }
  await page.evaluate(`recapOnly(${JSON.stringify(upTo(report.pages))})`)
  await session.detach()
  return pictures
}

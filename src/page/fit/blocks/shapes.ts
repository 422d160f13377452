// Pictures in slides → the same, marked with what their place depends on: a figure slide with its picture's shape, a picture
// in a text with whether it stands there alone.
import { narrownessOf } from '../inside.js'

/** Width over height, on a canvas of 16:9, from which a picture is wide, and from which it goes over its points, not beside them. */
const wideRatio = 1.6
const bannerRatio = 2.6
/** A picture drawn larger than this times its own pixels looks like a mistake. */
const maxEnlarged = 2
/** A picture that even so is lower than this, px, stands in the middle rather than filling its slide. */
const smallPx = 320

function shapeOf(image: HTMLImageElement, drawnPx: number, canvas: Element): string {
  if (drawnPx < smallPx) return 'small'
  const ratio = image.naturalWidth / image.naturalHeight
  const narrow = narrownessOf(canvas)
  return ratio > bannerRatio / narrow ? 'banner' : ratio > wideRatio / narrow ? 'wide' : 'tall'
}

/** Sets `data-shape` and `--ratio` on every figure slide, and how large its picture may be. Needs it to be loaded. */
export function markShapes(root: ParentNode): void {
  for (const section of root.querySelectorAll<HTMLElement>('section[data-layout="figure"]')) {
    const image = section.querySelector<HTMLImageElement>('figure img')
    section.dataset['shape'] = 'wide'
    if (!image || image.naturalWidth === 0 || image.naturalHeight === 0) continue
    const { naturalWidth, naturalHeight, src } = image
    const drawn = src.startsWith('data:image/svg')
    const mostPx = drawn ? Number.POSITIVE_INFINITY : naturalHeight * maxEnlarged
    section.dataset['shape'] = shapeOf(image, mostPx, section)
    section.style.setProperty('--ratio', (naturalWidth / naturalHeight).toFixed(3))
    if (!drawn) image.style.maxHeight = `${mostPx}px`
  }
}

/** Marks pictures that have a paragraph to themselves, and lets a width the author gave be the most they take. */
export function markPictures(root: ParentNode): void {
  for (const image of root.querySelectorAll<HTMLImageElement>('section[data-layout] img')) {
    const text = image.closest('p')
    if (text && text.textContent.trim() === '') image.dataset['alone'] = ''
    const widthPx = Number.parseFloat(image.getAttribute('width') ?? '')
    if (widthPx > 0) image.style.maxWidth = `min(100%, ${widthPx}px)`
  }
}

// Figure slides → the same, marked with their picture's shape, since what stands where depends on it.

/** Width over height from which a picture goes over its text rather than beside it. */
const wideRatio = 1.6
/** A picture drawn larger than this times its own pixels looks like a mistake. */
const maxEnlarged = 2

/** Sets `data-shape` on every figure slide and keeps small pictures small. Needs the pictures to be loaded. */
export function markShapes(root: ParentNode): void {
  for (const section of root.querySelectorAll<HTMLElement>('section[data-layout="figure"]')) {
    const image = section.querySelector<HTMLImageElement>('figure img')
    const { naturalWidth = 0, naturalHeight = 0 } = image ?? {}
    section.dataset['shape'] =
      naturalHeight > 0 && naturalWidth / naturalHeight <= wideRatio ? 'tall' : 'wide'
    if (!image || naturalWidth === 0 || /^data:image\/svg/.test(image.src)) continue
    image.style.maxHeight = `${naturalHeight * maxEnlarged}px`
  }
}

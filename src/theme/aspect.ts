// The shapes a deck may have → the canvas of each: the only place that knows how many px a slide is wide and high.

/** Width to height, the usual one first. */
export const aspects = ['16:9', '4:3', '9:16'] as const
export type Aspect = (typeof aspects)[number]

export type Canvas = { readonly widthPx: number; readonly heightPx: number }

const canvases: Readonly<Record<Aspect, Canvas>> = {
  '16:9': { widthPx: 1280, heightPx: 720 },
  '4:3': { widthPx: 960, heightPx: 720 },
  '9:16': { widthPx: 720, heightPx: 1280 },
}

/** What slides of this shape are laid out on, CSS px; printed, 1 px is 0.75 pt. */
export const canvasOf = (aspect: Aspect): Canvas => canvases[aspect]

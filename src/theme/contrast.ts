// A theme's colours → how well each text role is read, and the same colours with those mended that are not.
import { contrastOf, shiftLightness } from './color.js'
import type { Colors } from './schema.js'

/** WCAG 2.2, 1.4.3 for text of any size: slides are scaled down, so large type gets no discount. */
export const enoughContrast = 4.5

export type ContrastRow = {
  readonly text: keyof Colors
  readonly ground: keyof Colors
  /** 1 to 21; `undefined` where a colour is known to the browser alone. */
  readonly ratio: number | undefined
}

const textRoles = ['ink', 'muted', 'accent', 'remark'] as const
const grounds = ['bg', 'surface'] as const

/** Every text role on every ground it may stand on. */
export function listContrasts(color: Colors): readonly ContrastRow[] {
  const row = (text: keyof Colors, ground: keyof Colors) => ({
    text,
    ground,
    ratio: contrastOf(color[text], color[ground]),
  })
  return [
    ...textRoles.flatMap((text) => grounds.map((ground) => row(text, ground))),
    row('on-accent', 'accent'),
  ]
}

const isEnough = (ratio: number | undefined) => ratio === undefined || ratio >= enoughContrast

/** Black or white, whichever is read better on that colour. */
export function readableOn(ground: string): string {
  const [black, white] = [contrastOf('#000000', ground) ?? 0, contrastOf('#ffffff', ground) ?? 0]
  return black > white ? '#000000' : '#ffffff'
}

const step = 0.01

/** The colour moved in OKLCH lightness, away from the ground, until it is read on both grounds or is black or white. */
function moveUntilRead(css: string, color: Colors): string {
  const away = readableOn(color.bg) === '#ffffff' ? step : -step
  const passes = (one: string) => grounds.every((ground) => isEnough(contrastOf(one, color[ground])))
  let moved = css
  for (let by = 0; Math.abs(by) <= 1; by += away) {
    moved = shiftLightness(css, by)
    if (passes(moved)) return moved
  }
  return moved
}

export type Repair = { readonly role: keyof Colors; readonly from: string; readonly to: string }

/** Colours whose every text role is read (4.5:1), and what had to be changed for it. */
export function repairContrast(color: Colors): {
  readonly color: Colors
  readonly repairs: readonly Repair[]
} {
  const repairs: Repair[] = []
  let mended = color
  const put = (role: keyof Colors, to: string) => {
    repairs.push({ role, from: mended[role], to })
    mended = { ...mended, [role]: to }
  }
  // Where neither black nor white is read on both, no text can be.
  if (!isEnough(contrastOf(readableOn(color.bg), color.surface))) put('surface', color.bg)
  for (const role of textRoles) {
    const unread = grounds.some((ground) => !isEnough(contrastOf(mended[role], mended[ground])))
    if (unread) put(role, moveUntilRead(mended[role], mended))
  }
  if (!isEnough(contrastOf(mended['on-accent'], mended.accent))) put('on-accent', readableOn(mended.accent))
  return { color: mended, repairs }
}

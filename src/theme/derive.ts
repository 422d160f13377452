// Colours a parent has, and the few a child names → all eight: what the child leaves out is made from what it names.
import { mixColors, oklchOf } from './color.js'
import { readableOn } from './contrast.js'
import type { Colors } from './schema.js'

/** How much ink there is in the page's colour, for each role made of the two. */
const shares = { muted: 0.68, line: 0.22, surface: 0.08 } as const

/** Two colours are one to the eye of a theme's author within this distance in OKLab. */
const sameColor = 0.1

function isNear(one: string, other: string): boolean {
  const [a, b] = [oklchOf(one), oklchOf(other)]
  if (!a || !b) return one === other
  const at = ({ chroma, hue }: typeof a) => [
    chroma * Math.cos((hue * Math.PI) / 180),
    chroma * Math.sin((hue * Math.PI) / 180),
  ]
  const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [at(a), at(b)]
  return Math.hypot(a.lightness - b.lightness, ax - bx, ay - by) < sameColor
}

/** Colours of which any may be left out. */
export type SomeColors = { readonly [Role in keyof Colors]?: string | undefined }

/**
 * Lays a child's colours over its parent's. A new page or ink makes new lesser text, rules and surfaces; a new accent takes
 * with it what stands on it, and the remarks where these were of its colour.
 */
export function layColors(parent: Colors, own: SomeColors): Colors {
  const [bg, ink, accent] = [own.bg ?? parent.bg, own.ink ?? parent.ink, own.accent ?? parent.accent]
  const repainted = own.bg !== undefined || own.ink !== undefined
  const blend = (role: keyof typeof shares) =>
    own[role] ?? (repainted ? mixColors(ink, bg, shares[role]) : parent[role])
  const follows = own.accent !== undefined && isNear(parent.remark, parent.accent)
  return {
    bg,
    surface: blend('surface'),
    ink,
    muted: blend('muted'),
    line: blend('line'),
    accent,
    'on-accent': own['on-accent'] ?? (own.accent === undefined ? parent['on-accent'] : readableOn(accent)),
    remark: own.remark ?? (follows ? accent : parent.remark),
  }
}

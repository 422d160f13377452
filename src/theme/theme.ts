// The type of a theme once it is loaded: its chain resolved, its tokens complete, its style sheets read.
import type { ThemeSettings } from './schema.js'

/** What letters are for; each role has a face of its own. */
export const fontRoles = ['text', 'strong', 'display', 'label', 'numeral', 'remark', 'code'] as const
export type FontRole = (typeof fontRoles)[number]

export type FontChoice = {
  /** Family for Latin, Greek, Cyrillic letters and figures, by its name in deck/fonts/catalog.ts. */
  readonly latin: string
  readonly cjk: string
  /** wght of the CJK face; the Latin face has its own, since it looks heavier at the same figure. */
  readonly weight: number
  readonly latinWeight: number
  /** Size of the Latin letters beside Han of the same type size; 1.08 is 8 % larger. */
  readonly latinScale: number
}

export type Theme = {
  readonly name: string
  /** From the theme itself to its oldest parent. */
  readonly chain: readonly string[]
  readonly color: ThemeSettings['color']
  readonly font: Readonly<Record<FontRole, FontChoice>>
  readonly slide: ThemeSettings['slide']
  /** theme.css of each in the chain, parent first. */
  readonly styles: readonly { readonly file: string; readonly css: string }[]
}

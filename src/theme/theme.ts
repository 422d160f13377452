// The type of a theme once it is loaded: its chain resolved, its tokens complete, its style sheets read.
import type { At, Problem } from '../shared/problem.js'
import type { Colors, ThemeSettings } from './schema.js'

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

/** A style sheet ready for its layer (templates/layers.css): `compat` is a theme of reveal.js's, `user` the author's own. */
export type Sheet = {
  readonly file: string
  readonly css: string
  readonly layer: 'compat' | 'bridge' | 'theme' | 'user'
}

export type Logo = {
  /** The picture, inlined. */
  readonly dataUrl: string
  /** The one for dark grounds, inlined; the same where there is but one. */
  readonly darkUrl: string
  /** Layouts by name, or `all`. */
  readonly on: readonly string[]
  readonly heightPx: number
}

export type Theme = {
  readonly name: string
  readonly mood?: string | undefined
  /** The variant asked for, and the names of all it has. */
  readonly variant?: string | undefined
  readonly variants: readonly string[]
  /** From the theme itself to its oldest parent. */
  readonly chain: readonly string[]
  readonly color: Colors
  /** Colours that a brand or the command line chose: they win over what style sheets say. */
  readonly brandColor: Partial<Colors>
  readonly font: Readonly<Record<FontRole, FontChoice>>
  /** Where each family is named, what wins first: for one that is not there. */
  readonly fontPlaces?: readonly { readonly family: string; readonly at: At }[]
  /** Size of points and slide titles, 1 as they are. */
  readonly fontScale: number
  readonly slide: ThemeSettings['slide']
  readonly logo?: Logo | undefined
  /** Parent first. */
  readonly styles: readonly Sheet[]
  /** Whether it stands on a theme of reveal.js's, whose --r- names our colours must not take. */
  readonly foreign: boolean
  /** Folders with `layouts/` or `partials/` of their own, parent first. */
  readonly templateDirs: readonly string[]
  /** Where it and its parents lie: folders, and lone style sheets. */
  readonly places: readonly string[]
  /** Files in the `fonts/` folders, absolute, child first. */
  readonly fontFiles: readonly string[]
  /** What was mended or left out on the way. */
  readonly problems: readonly Problem[]
}

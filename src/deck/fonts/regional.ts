// A Chinese family and a language → the family of the same make that draws the letters as they are written there: 骨, 直
// and 令 differ between the mainland, Taiwan and Japan, though each is one letter to a computer.
import type { DeckLang } from '../../notes/notes.js'

export type Region = Exclude<DeckLang, 'zh-Hans' | 'en'>

/** LXGW WenKai was drawn after a Japanese hand, so it serves Japanese as it is. */
const kin: Readonly<Record<Region, ReadonlyMap<string, string>>> = {
  'zh-Hant': new Map([
    ['Noto Serif SC', 'Noto Serif TC'],
    ['Noto Sans SC', 'Noto Sans TC'],
    ['LXGW WenKai', 'LXGW WenKai TC'],
  ]),
  ja: new Map([
    ['Noto Serif SC', 'Noto Serif JP'],
    ['Noto Sans SC', 'Noto Sans JP'],
  ]),
}

export const regions: readonly Region[] = ['zh-Hant', 'ja']

/** The family to set that language in; the same one where there is no other. */
export function regionalFamily(family: string, lang: DeckLang): string {
  return lang === 'zh-Hant' || lang === 'ja' ? (kin[lang].get(family) ?? family) : family
}

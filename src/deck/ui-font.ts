// Words of the pages around a deck, such as its panel → a font of their Chinese letters: a machine may have none to show them in.
import { cutFonts } from './fonts/cut.js'

/** The house's plainest Chinese face, which goes with whatever a system sets its own pages in. */
const face = { source: 'Noto Sans SC', weight: 400, style: 'normal' } as const

const chinese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff5e]/gu

/** A WOFF2 font; `undefined` where the words have no such letter, or the font none of them. */
export async function cutUiFont(
  words: readonly string[],
  { cacheDir }: { readonly cacheDir: string },
): Promise<Uint8Array | undefined> {
  const letters = new Set(words.flatMap((text) => text.match(chinese) ?? []))
  if (letters.size === 0) return undefined
  const [font] = await cutFonts([{ ...face, chars: [...letters].toSorted().join('') }], { cacheDir })
  return font && font.woff2.length > 0 ? font.woff2 : undefined
}

// Letters that a theme's faces lack → the fonts of signs asked for them: arrows, ticks, mathematics, emoji. All are drawn
// in one colour: emoji in colour are pictures (emoji.ts), so the emoji font here draws what there is no picture of.
import type { FontRequest } from './fonts/cut.js'

const emoji = /\p{Emoji_Presentation}/u
const joint = /[\u200D\uFE0E\uFE0F\u{E0020}-\u{E007F}]/u

// Letters of a script need its own rules of joining and placing; of those the fonts of signs have, mathematics alone is set
// letter by letter.
const ofScript = /(?![\u2100-\u214F\u{1D400}-\u{1D7FF}])[\p{L}\p{M}]/u

const regular = { weight: 400, style: 'normal' } as const

/**
 * Requests in the order in which the faces are to be looked through. A sequence goes to the emoji font whole, digits and
 * all: a browser looks for one face that has everything in it. `lost` are letters, `sequences` what is drawn as one.
 */
export function requestSigns(
  lost: ReadonlySet<string>,
  sequences: ReadonlySet<string>,
): readonly FontRequest[] {
  if (lost.size === 0) return []
  const torn = [...sequences]
    .map((sequence) => [...sequence])
    .filter((all) => all.some((one) => lost.has(one)))
  const signs = [...lost].filter((letter) => !emoji.test(letter) && !ofScript.test(letter))
  const pictures = [...new Set([...lost, ...torn.flat()])].filter((letter) => !joint.test(letter))
  const request = (source: string, letters: readonly string[]): FontRequest => ({
    source,
    ...regular,
    chars: letters.toSorted().join(''),
  })
  return [
    request('Noto Sans Symbols 2', signs),
    request('Noto Sans Math', signs),
    request('Noto Emoji', pictures),
  ].filter(({ chars }) => chars !== '')
}

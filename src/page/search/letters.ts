// Texts as they stand in the page → the letters that a search goes by, each with the place it came from. No DOM.

/** Where a letter stands: in which of the texts, and from which UTF-16 unit to which. */
export type Place = { readonly text: number; readonly from: number; readonly to: number }

export type Letters = {
  readonly letters: string
  /** One for each UTF-16 unit of `letters`. */
  readonly places: readonly Place[]
}

/** Written without spaces between words: a space beside one is the type-setter's, or the typist's habit. */
const close = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u
/** Break and join marks that nobody sees or types. */
const unseen = /\p{Default_Ignorable_Code_Point}/u

/**
 * Texts that follow one another in a line, folded: capitals, full-width and half-width are one (NFKC), white space is one
 * space, and beside a Han letter none.
 */
export function foldLetters(texts: readonly string[]): Letters {
  let letters = ''
  const places: Place[] = []
  let space: Place | undefined
  let closeBefore = true
  texts.forEach((source, text) => {
    let from = 0
    for (const typed of source) {
      const place = { text, from, to: from + typed.length }
      from = place.to
      if (unseen.test(typed)) continue
      if (/\s/.test(typed)) {
        space ??= place
        continue
      }
      const isClose = close.test(typed)
      if (space && !closeBefore && !isClose) {
        letters += ' '
        places.push(space)
      }
      space = undefined
      closeBefore = isClose
      const folded = typed.normalize('NFKC').toLowerCase()
      letters += folded
      while (places.length < letters.length) places.push(place)
    }
  })
  return { letters, places }
}

/** Each place of `wanted`, folded alike, in the letters, left to right and none over another. */
export function findLetters(
  { letters, places }: Letters,
  wanted: string,
): readonly (readonly [Place, Place])[] {
  const { letters: folded } = foldLetters([wanted])
  const found: (readonly [Place, Place])[] = []
  if (folded === '') return found
  for (let at = letters.indexOf(folded); at >= 0; at = letters.indexOf(folded, at + folded.length)) {
    const [first, last] = [places[at], places[at + folded.length - 1]]
    if (first && last) found.push([first, last])
  }
  return found
}

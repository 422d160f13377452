// A WOFF2 font → its glyphs and letters, decoded with Google's woff2 (in subset-font), so that our own encoder cannot agree with
// itself alone.
import subsetFont from 'subset-font'
import { type Face, openFace } from '../../src/deck/fonts/face.js'

export async function decodeWoff2(woff2: Uint8Array): Promise<Face> {
  return openFace(await subsetFont(Buffer.from(woff2), '', { keepAllGlyphs: true, targetFormat: 'sfnt' }))
}

export const lettersOf = (face: Face): string =>
  [...face.codePoints.keys()].map((point) => String.fromCodePoint(point)).join('')

// A picture's or font's bytes → a data: address, by what they are and not by what the file is called.
const beginnings: readonly (readonly [RegExp, string])[] = [
  [/^\x89PNG\r\n.\n[\s\S]{4}IHDR[\s\S]{13}/, 'image/png'],
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^GIF8[79]a[\s\S]{6}/, 'image/gif'],
  [/^RIFF[\s\S]{4}WEBP/, 'image/webp'],
  [/^[\s\S]{4}ftyp[\s\S]{0,40}avi[fs]/, 'image/avif'],
]
const fontBeginnings: readonly (readonly [string, string])[] = [
  ['wOF2', 'font/woff2'],
  ['wOFF', 'font/woff'],
  ['\u0000\u0001\u0000\u0000', 'font/ttf'],
  ['true', 'font/ttf'],
  ['OTTO', 'font/otf'],
]
const longestBeginning = 64
const svgSpace = 'http://www.w3.org/2000/svg'

const startOf = (bytes: Buffer) => bytes.toString('latin1', 0, longestBeginning)

/** The kind of a picture a browser draws, by its first bytes; `undefined` for anything else. */
export function pictureKind(bytes: Buffer): string | undefined {
  const beginning = startOf(bytes)
  const found = beginnings.find(([pattern]) => pattern.test(beginning))
  if (found) return found[1]
  // Without its namespace an SVG is no picture to a browser.
  const text = bytes.toString('utf8')
  return /<(?:\w+:)?svg[\s>/]/.test(text) && text.includes(svgSpace) ? 'image/svg+xml' : undefined
}

/** The kind of a font file, by its first bytes. */
export function fontKind(bytes: Buffer): string | undefined {
  const beginning = startOf(bytes)
  return fontBeginnings.find(([letters]) => beginning.startsWith(letters))?.[1]
}

export const dataUrl = (kind: string, bytes: Buffer): string =>
  `data:${kind};base64,${bytes.toString('base64')}`

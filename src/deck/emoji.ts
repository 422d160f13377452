// Emoji in slides' HTML → pictures in colour, with the letters themselves, blank, lying on them: what is copied is what was
// typed, on screen and in a PDF. A font in colours would not do: a PDF holds its letters as Type 3, or in black.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { readText } from '../shared/files.js'
import { once } from '../shared/once.js'
import { emojiFile, templatesDir } from '../shared/package-files.js'
import { cutFonts } from './fonts/cut.js'

// An emoji that is one by itself, or one that is asked for in colours, as a keycap, or as a flag.
const drawn = /\p{Emoji_Presentation}|\uFE0F|\u20E3|\p{RI}{2}/u
const asText = '\uFE0E'
/** 20 ms to make. */
const makeSegmenter = once(() => new Intl.Segmenter('en', { granularity: 'grapheme' }))
// TeX is not drawn yet, and must stay as it is till then.
const pieces = /<code class="math">[^<]*<\/code>|<[^>]+>|[^<]+/g

const keyOf = (emoji: string) =>
  [...emoji]
    .map((letter) => letter.codePointAt(0)?.toString(16) ?? '')
    .filter((point) => point !== 'fe0f')
    .join('-')

/** Every picture there is, a line each; none where the program was not built. */
const readPictures = once(() => readFile(emojiFile).catch(() => Buffer.alloc(0)))

/** The picture as it lies in the file, or `undefined`. */
function findPicture(pictures: Buffer, key: string): string | undefined {
  const start = pictures.indexOf(`\n${key} `)
  if (start < 0) return undefined
  return pictures.toString('utf8', start + key.length + 2, pictures.indexOf('\n', start + 1))
}

function markOne(segment: string, pictures: Buffer): string {
  if (!drawn.test(segment) || segment.includes(asText)) return segment
  const key = keyOf(segment)
  if (findPicture(pictures, key) === undefined) return segment
  const [first = '', ...rest] = segment
  const joined = rest.length === 0 ? '' : `<span>${rest.join('')}</span>`
  return `<span class="emoji e-${key}">${first}${joined}</span>`
}

/** Marks every emoji there is a picture of, also in code. */
export async function markEmoji(html: string): Promise<string> {
  if (!drawn.test(html)) return html
  const pictures = await readPictures()
  return html.replace(pieces, (piece) => {
    if (piece.startsWith('<') || !drawn.test(piece)) return piece
    return [...makeSegmenter().segment(piece)].map(({ segment }) => markOne(segment, pictures)).join('')
  })
}

// The faces are as high as the room is wide, about the middle of the Han beside them.
const measures = 'ascent-override:98%;descent-override:22%;line-gap-override:0%'
// Twemoji's licence asks to be told where its pictures are shown.
const credit =
  '/* Emoji: Twemoji, © Twitter, Inc and other contributors, CC-BY 4.0, https://creativecommons.org/licenses/by/4.0/ */'

/** The style sheet and faces of the emoji in these slides, each picture once; empty where there are none. */
export async function makeEmojiStyles(
  slides: readonly string[],
  { cacheDir }: { readonly cacheDir: string },
): Promise<string> {
  const marked = slides.flatMap((html) => [...html.matchAll(/<span class="emoji e-([^"]+)">/g)])
  const keys = [...new Set(marked.map(([, key = '']) => key))].toSorted()
  if (keys.length === 0) return ''
  const letters = keys.map((key) =>
    key.split('-').map((point) => String.fromCodePoint(Number.parseInt(point, 16))),
  )
  const request = (source: string, chars: readonly string[]) =>
    ({ source, weight: 400, style: 'normal', chars: chars.join('') }) as const
  const [rules, pictures, [room, rest]] = await Promise.all([
    readText(path.join(templatesDir, 'emoji.css')),
    readPictures(),
    cutFonts(
      [
        request(
          'Emoji',
          letters.flatMap((all) => all.slice(0, 1)),
        ),
        request(
          'Emoji, what is joined',
          letters.flatMap((all) => all.slice(1)),
        ),
      ],
      { cacheDir },
    ),
  ])
  const face = (family: string, woff2: Uint8Array = new Uint8Array()) =>
    `@font-face{font-family:"${family}";font-display:block;${measures};src:url(data:font/woff2;base64,${Buffer.from(woff2).toString('base64')}) format("woff2")}`
  const picture = (key: string) => {
    const svg = findPicture(pictures, key) ?? ''
    const data = svg.replaceAll('%', '%25').replaceAll('#', '%23').replaceAll('"', "'")
    return `.slide .e-${key}{background-image:url("data:image/svg+xml,${data}")}`
  }
  const faces = [face('recap-emoji', room?.woff2), face('recap-emoji-joined', rest?.woff2)]
  return [credit, ...faces, `@layer base{${rules}${keys.map(picture).join('\n')}}`].join('\n')
}

// The notes' path, and where decks go → the paths of the deck's files, and their addresses once they are published.
import path from 'node:path'
import type { Published } from '../deck/deck.js'
import type { Format } from '../export/format.js'
import { type Aspect, canvasOf } from '../theme/aspect.js'

const notesEnding = /\.(md|markdown|mdown|txt)$/i

/** The path of a notes file's output in one format. */
export function outputPath(file: string, out: string, format: Format): string {
  return path.join(out, path.basename(file).replace(notesEnding, '') + format.ending)
}

/** Where the deck and the picture of its first slide are found, once their folder is published. */
export function publishedAt(
  file: string,
  url: string | undefined,
  aspect: Aspect,
  scale = 1,
): Published | undefined {
  if (url === undefined) return undefined
  const base = url.endsWith('/') ? url : `${url}/`
  const name = encodeURIComponent(path.basename(file).replace(notesEnding, ''))
  const { widthPx, heightPx } = canvasOf(aspect)
  return {
    page: new URL(`${name}.html`, base).href,
    cover: new URL(`${name}.png`, base).href,
    width: Math.round(widthPx * scale),
    height: Math.round(heightPx * scale),
  }
}

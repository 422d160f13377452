// Pictures of slides in several themes → one HTML page to look at them side by side.
import { createHash } from 'node:crypto'
import path from 'node:path'
import Handlebars from 'handlebars'
import { readText } from '../shared/files.js'
import { templatesDir } from '../shared/package-files.js'
import type { Picture } from './pictures.js'

export type Shown = {
  readonly name: string
  readonly mood: string
  readonly colors: readonly string[]
  readonly pictures: readonly Picture[]
}

export type GalleryOptions = {
  readonly title: string
  readonly about: string
  /** A column a theme, a row a slide, for decks of the same notes; else each theme by itself. */
  readonly sideBySide: boolean
}

const viewOf = (theme: string, { layout, bytes, type }: Picture) => ({
  layout,
  alt: `${layout}, in ${theme}`,
  src: `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`,
})

/** Slides by the slide they are parts of: themes split them differently. */
function rowsOf(themes: readonly Shown[]) {
  const slides = [...new Set(themes.flatMap(({ pictures }) => pictures.map(({ slide }) => slide)))]
  return slides.map((slide) => ({
    cells: themes.map(({ name, pictures }) => ({
      slides: pictures.filter((picture) => picture.slide === slide).map((picture) => viewOf(name, picture)),
    })),
  }))
}

/** The page, with all in it. It runs its own script and loads nothing. */
export async function makeGallery(themes: readonly Shown[], options: GalleryOptions): Promise<string> {
  const read = (name: string) => readText(path.join(templatesDir, 'gallery', name))
  const [page, picture, css, script] = await Promise.all(
    ['gallery.hbs', 'picture.hbs', 'gallery.css', 'gallery.js'].map(read),
  )
  const engine = Handlebars.create()
  engine.registerPartial('picture', (picture ?? '').trim())
  const hash = createHash('sha256')
    .update(script ?? '')
    .digest('base64')
  const { title, about, sideBySide } = options
  return engine.compile(page ?? '', { knownHelpersOnly: true })({
    title,
    about,
    css,
    script,
    policy: `default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-${hash}'`,
    themes: themes.map((theme) => ({
      ...theme,
      slides: theme.pictures.map((one) => viewOf(theme.name, one)),
    })),
    rows: sideBySide ? rowsOf(themes) : undefined,
  })
}

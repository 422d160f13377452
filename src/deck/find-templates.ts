// The house's templates and those of a theme and its parents → every one of them, read, with the level it stands on.
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { readText } from '../shared/files.js'
import { DeckError } from '../shared/problem.js'
import { suggestName } from '../shared/text.js'
import { inlineAsset } from '../theme/assets.js'
import { placeOf } from '../theme/place.js'

const kinds = ['layouts', 'partials'] as const
type Kind = (typeof kinds)[number]
/** A template as it lies on the disk; level 0 is the house's, 1 the oldest theme's. */
export type FoundTemplate = {
  readonly name: string
  readonly kind: Kind
  readonly level: number
  readonly file: string
  readonly source: string
}

/** A deck runs one script, its own, and is styled in layers: neither can come by a template. */
const forbidden =
  /<(script|style|iframe|frame|object|embed|link|meta|base|form)\b|\s(on[a-z]+)\s*=|(javascript:)/i

function refuseForbidden(source: string, file: string): void {
  const found = forbidden.exec(source)
  if (!found) return
  const what = found[1] === undefined ? (found[2] ?? found[3]) : `<${found[1]}>`
  const line = source.slice(0, found.index + 1).split('\n').length
  const hint = 'Styles go into theme.css; a deck runs no script but its own, and loads nothing.'
  const message = `A template cannot hold “${what}”.`
  throw new DeckError({ code: 'deck/bad-template', message, hint, at: { file, line } })
}

/** A theme's template may name pictures of the theme; they lie in its folder and go along. */
async function inlinePictures(source: string, file: string, dir: string): Promise<string> {
  let inlined = source
  for (const found of source.matchAll(/(<img\b[^>]*?\bsrc=")([^"{]+)"/g)) {
    const [whole, before = '', name = ''] = found
    if (name.startsWith('data:')) continue
    const data = await inlineAsset(name, dir, { file, ...placeOf(source, found.index + before.length) })
    inlined = inlined.replaceAll(whole, () => `${before}${data}"`)
  }
  return inlined
}

async function readFolder(dir: string, level: number): Promise<readonly FoundTemplate[]> {
  const folders = kinds.filter((kind) => existsSync(path.join(dir, kind)))
  const found = folders.map(async (kind) => {
    const names = (await readdir(path.join(dir, kind))).filter((name) => name.endsWith('.hbs'))
    return Promise.all(
      names.map(async (name) => {
        const file = path.join(dir, kind, name)
        const source = (await readText(file)).replace(/^\uFEFF/, '').trimEnd()
        if (level > 0) refuseForbidden(source, file)
        const whole = level === 0 ? source : await inlinePictures(source, file, dir)
        return { name: path.basename(name, '.hbs'), kind, level, file, source: whole }
      }),
    )
  })
  return (await Promise.all(found)).flat()
}

function refuseUnknownLayouts(found: readonly FoundTemplate[]): void {
  const known = found.filter(({ kind, level }) => kind === 'layouts' && level === 0).map(({ name }) => name)
  const odd = found.find(({ kind, name }) => kind === 'layouts' && !known.includes(name))
  if (odd === undefined) return
  throw new DeckError({
    code: 'theme/unknown-layout',
    message: `There is no layout “${odd.name}” to take the place of.`,
    hint: `${suggestName(odd.name, known)} What layouts share goes into partials/.`,
    at: { file: odd.file },
  })
}

/** All of them. Throws DeckError `theme/unknown-layout`, and what a picture named in one throws. */
export async function findTemplates(
  house: string,
  dirs: readonly string[],
): Promise<readonly FoundTemplate[]> {
  const found = (await Promise.all([house, ...dirs].map(readFolder))).flat()
  refuseUnknownLayouts(found)
  return found
}

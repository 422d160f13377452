// A file a theme names → its bytes as a data: address. Never from outside the folder of the one who names it, links included.
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { dataUrl, fontKind, pictureKind } from '../shared/data-url.js'
import { resolveInside } from '../shared/files.js'
import { type At, DeckError } from '../shared/problem.js'

/** Larger files make a deck nobody can send. */
const maxBytes = 20_000_000

/**
 * The real path of a file in the folder. Throws DeckError `theme/outside` for one that leads out of it, `theme/no-asset` for
 * one that is not there.
 */
export async function findAsset(name: string, root: string, at: At): Promise<string> {
  const whole = path.resolve(root, name)
  const inside = await resolveInside(root, name)
  if (inside !== undefined && (await stat(inside)).isFile()) return inside
  const away = path.relative(root, whole)
  const leads = away.startsWith('..') || path.isAbsolute(away)
  if (leads || (inside === undefined && (await exists(whole)))) {
    const message = `“${name}” lies outside the folder “${root}”.`
    const hint = 'Copy the file into that folder and give its path from there.'
    throw new DeckError({ code: 'theme/outside', message, hint, at })
  }
  const message = `There is no file “${name}” in “${root}”.`
  const hint = 'Put the file there, or take the line out.'
  throw new DeckError({ code: 'theme/no-asset', message, hint, at })
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  )

/** A picture or font, inlined. Throws what `findAsset` throws, and `theme/bad-asset` for anything else. */
export async function inlineAsset(name: string, root: string, at: At): Promise<string> {
  const file = await findAsset(name, root, at)
  const { size } = await stat(file)
  const bytes = size > maxBytes ? undefined : await readFile(file)
  const kind = bytes && (pictureKind(bytes) ?? fontKind(bytes))
  if (bytes && kind !== undefined) return dataUrl(kind, bytes)
  const message =
    bytes === undefined
      ? `“${name}” has ${size} bytes; the limit is ${maxBytes}.`
      : `“${name}” is neither a picture nor a font that a browser reads.`
  const hint = 'Save it as SVG, PNG, JPEG, WebP, AVIF, WOFF2 or TTF.'
  throw new DeckError({ code: 'theme/bad-asset', message, hint, at })
}

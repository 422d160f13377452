// What a theme is called by → where it lies: built in, a folder, a lone style sheet, an npm package, or one of reveal.js's own.
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { packageFile, themesDir } from '../shared/package-files.js'
import { DeckError } from '../shared/problem.js'
import { suggestName } from '../shared/text.js'

export type ThemePlace = {
  readonly name: string
  /** Its folder, out of which it may name no file. */
  readonly dir: string
  /** theme.yaml, or the lone style sheet. */
  readonly file: string
  readonly kind: 'folder' | 'sheet'
  /** The look asked for, in `acme:dark`. */
  readonly variant?: string | undefined
}

const holdsTheme = (dir: string) => existsSync(path.join(dir, 'theme.yaml'))
const isFile = (file: string) => statSync(file, { throwIfNoEntry: false })?.isFile() === true

/** The names of the built-in themes, in alphabetical order. */
export function listThemes(): readonly string[] {
  return readdirSync(themesDir)
    .filter((name) => holdsTheme(path.join(themesDir, name)))
    .toSorted()
}

/** The names of reveal.js's own themes, which are called `reveal:name`. */
export function listRevealThemes(): readonly string[] {
  return readdirSync(path.dirname(packageFile('reveal.js/theme/white.css')))
    .filter((name) => name.endsWith('.css'))
    .map((name) => path.basename(name, '.css'))
    .toSorted()
}

const folderPlace = (dir: string, name = path.basename(dir)): ThemePlace => ({
  name,
  dir,
  file: path.join(dir, 'theme.yaml'),
  kind: 'folder',
})

const unknown = (message: string, hint: string) =>
  new DeckError({ code: 'theme/unknown-theme', message, hint })

function findReveal(name: string): ThemePlace {
  const known = listRevealThemes()
  if (!known.includes(name)) throw unknown(`reveal.js has no theme “${name}”.`, suggestName(name, known))
  const file = packageFile(`reveal.js/theme/${name}.css`)
  return { name: `reveal:${name}`, dir: path.dirname(file), file, kind: 'sheet' }
}

/** The package's folder in the nearest node_modules at or above `from`. */
function findPackage(name: string, from: string): string | undefined {
  for (let dir = path.resolve(from); ; dir = path.dirname(dir)) {
    const found = path.join(dir, 'node_modules', name)
    if (holdsTheme(found)) return found
    if (path.dirname(dir) === dir) return undefined
  }
}

function findNamed(name: string, from: string, near: string): ThemePlace {
  const own = path.join(themesDir, name)
  if (/^[\w-]+$/.test(name) && holdsTheme(own)) return folderPlace(own)
  const packageName = /^@|^recapdeck-theme-/.test(name) ? name : `recapdeck-theme-${name}`
  const installed = findPackage(packageName, from) ?? findPackage(packageName, near)
  if (installed !== undefined) return folderPlace(installed)
  const nearby = holdsTheme(path.resolve(from, name))
  const hint = nearby
    ? `There is a folder of that name: call it ./${name}.`
    : `${suggestName(name, listThemes())} A folder of your own is given as a path: ./${name}; a package is installed with: npm install ${packageName}`
  throw unknown(`There is no theme “${name}”.`, hint)
}

function findPath(name: string, from: string): ThemePlace {
  const whole = path.resolve(from, name)
  if (holdsTheme(whole)) return folderPlace(whole)
  if (/\.css$/i.test(name) && isFile(whole)) {
    const bare = path.basename(whole).replace(/\.css$/i, '')
    return { name: bare, dir: path.dirname(whole), file: whole, kind: 'sheet' }
  }
  if (path.basename(whole) === 'theme.yaml' && isFile(whole)) return folderPlace(path.dirname(whole))
  throw unknown(
    existsSync(whole) ? `There is no theme.yaml in “${whole}”.` : `There is no “${whole}”.`,
    'Give the folder that holds theme.yaml, a .css file, or the name of a built-in theme.',
  )
}

/**
 * Finds a theme; paths and packages are looked for from the folder `from`, packages then from `near`. Throws DeckError `theme/unknown-theme` with the
 * nearest name.
 */
export function findTheme(asked: string, from: string, near = from): ThemePlace {
  const reveal = /^reveal:(.*)$/.exec(asked)
  if (reveal) return findReveal(reveal[1] ?? '')
  // One letter before the colon is a disk of Windows.
  const [, bare = asked, variant] = /^(.{2,}):([a-z][\w-]*)$/i.exec(asked) ?? []
  const isPath = /^[.~]|[\\/]|\.css$/i.test(bare) && !/^@[\w.-]+\/[\w.-]+$/.test(bare)
  return { ...(isPath ? findPath(bare, from) : findNamed(bare, from, near)), variant }
}

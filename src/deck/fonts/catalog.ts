// A family's name → where it is installed. The program brings some families along; users install others beside their notes.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { DeckError } from '../../shared/problem.js'
import { suggestName } from '../../shared/text.js'
import { type Family, families, ownFamilies } from './families.js'
import type { Rule } from './rule.js'

export type InstalledFamily = Family & {
  readonly version: string
  readonly folder: string
  /** The faces themselves, where no style sheet tells them: a theme's own files. */
  readonly rules?: readonly Rule[]
}

/** The names a theme may use, in the catalogue's order. */
export const familyNames: readonly string[] = families.map((family) => family.name)

/** The families within reach of one deck. */
export type Catalogue = {
  /** Throws DeckError `deck/unknown-font`, or `deck/font-not-installed` with the command that installs it. */
  readonly find: (name: string) => InstalledFamily
  /** The family if it is there. */
  readonly look: (name: string) => InstalledFamily | undefined
}

/**
 * `own` are a theme's own families, which go before all others. `from` are folders from which packages are looked for
 * where the program's own `node_modules` has none: a user installs beside the notes, wherever the program lies.
 */
export function openCatalogue({
  own = [],
  from = [],
}: {
  readonly own?: readonly InstalledFamily[]
  readonly from?: readonly string[]
} = {}): Catalogue {
  const known = new Map<string, InstalledFamily | undefined>(own.map((family) => [family.name, family]))
  const rowOf = (name: string) => [...families, ...ownFamilies].find((row) => row.name === name)
  const look = (name: string): InstalledFamily | undefined => {
    if (known.has(name)) return known.get(name)
    const row = rowOf(name)
    const found = row && readPackage(row, from)
    known.set(name, found)
    return found
  }
  const find = (name: string): InstalledFamily => {
    const found = look(name)
    if (found) return found
    const row = rowOf(name)
    if (row === undefined)
      throw new DeckError({
        code: 'deck/unknown-font',
        message: `There is no font “${name}”.`,
        hint: `${suggestName(name, [...own.map((family) => family.name), ...familyNames])} A file of another goes into the theme’s fonts/ folder.`,
      })
    const message = `The font “${name}” is not installed.`
    const hint = `Install it with: npm install ${row.package}`
    throw new DeckError({ code: 'deck/font-not-installed', message, hint }, { blame: 'machine' })
  }
  return { find, look }
}

const installed = new Map<string, InstalledFamily>()

function readPackage(family: Family, from: readonly string[]): InstalledFamily | undefined {
  for (const base of [import.meta.url, ...from.map((folder) => path.resolve(folder, 'notes'))]) {
    const key = `${base} ${family.name}`
    const known = installed.get(key)
    if (known) return known
    try {
      const file = createRequire(base).resolve(`${family.package}/package.json`)
      // A whole parse and schema would cost the warm path more than the rest of it.
      const version = /"version":\s*"([^"]+)"/.exec(readFileSync(file, 'utf8'))?.[1] ?? '0'
      const found = { ...family, version, folder: path.dirname(file) }
      installed.set(key, found)
      return found
    } catch {}
  }
  return undefined
}

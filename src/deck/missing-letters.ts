// Letters no font has, and languages without letter forms of their own → the warnings that say so, with the lines of the
// notes and the command that mends it.
import { textOfHtml } from '../notes/sanitize.js'
import type { At, Problem } from '../shared/problem.js'
import type { Theme } from '../theme/theme.js'
import type { Authored } from './authored.js'
import type { Catalogue } from './fonts/catalog.js'
import { packageOf } from './fonts/families.js'
import { type Region, regionalFamily, regions } from './fonts/regional.js'
import { scriptOf } from './fonts/scripts.js'
import type { Letters } from './letters.js'

const shownLetters = 40
const shownLines = 5

/** The lines a letter stands on, first to last; none for one that the deck itself writes. */
function findPlaces(letter: string, authored: readonly Authored[]): readonly At[] {
  const places = authored.filter(({ html }) => html.includes(letter) && textOfHtml(html).includes(letter))
  return [...new Map(places.map(({ at }) => [at.line, at])).values()].toSorted(
    (a, b) => (a.line ?? 0) - (b.line ?? 0),
  )
}

const installAll = (families: readonly string[]) =>
  `npm install ${[...new Set(families.map(packageOf))].filter((name) => name !== undefined).join(' ')}`

/** One warning for all letters that are drawn as boxes. */
export function tellMissing(
  lost: readonly string[],
  authored: readonly Authored[],
  catalogue: Catalogue,
): readonly Problem[] {
  if (lost.length === 0) return []
  const found = lost
    .slice(0, shownLetters)
    .map((letter) => ({ letter, places: findPlaces(letter, authored) }))
  const told = found.map(({ letter, places }) => {
    const lines = places.flatMap(({ line }) => (line === undefined ? [] : [line]))
    const shown = lines.length > shownLines ? [...lines.slice(0, shownLines), '…'] : lines
    return shown.length === 0
      ? letter
      : `${letter} (line${lines.length === 1 ? '' : 's'} ${shown.join(', ')})`
  })
  const more = lost.length > shownLetters ? ', …' : ''
  const absent = lost
    .map(scriptOf)
    .flatMap(
      (script) => script?.families.filter((name) => catalogue.look(name) === undefined).slice(0, 1) ?? [],
    )
  const boxes = 'Each is drawn as a box with its number.'
  const at = found.flatMap(({ places }) => places).toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))[0]
  return [
    {
      code: 'deck/missing-letters',
      severity: 'warning',
      message: `No font here has ${lost.length} letter${lost.length === 1 ? '' : 's'}: ${told.join(', ')}${more}`,
      hint: absent.length === 0 ? boxes : `${boxes} A font for them: ${installAll(absent)}`,
      ...(at === undefined ? {} : { at }),
    },
  ]
}

const named: Readonly<Record<Region, string>> = { 'zh-Hant': 'Traditional Chinese', ja: 'Japanese' }

/** A warning for each language that is set in another's letter forms because its families are not installed. */
export function tellRegions(theme: Theme, letters: Letters, catalogue: Catalogue): readonly Problem[] {
  return regions.flatMap((lang): readonly Problem[] => {
    if (!letters.byLang.has(lang)) return []
    // What is written by hand may be written in another's hand.
    const printed = Object.entries(theme.font).filter(([role]) => role !== 'remark')
    const wanted = printed.map(([, { cjk }]) => regionalFamily(cjk, lang))
    const absent = [...new Set(wanted)].filter((name) => catalogue.look(name) === undefined)
    const known = absent.filter((name) => packageOf(name) !== undefined)
    if (known.length === 0) return []
    return [
      {
        code: 'deck/no-regional-font',
        severity: 'warning',
        message: `${named[lang]} is set in letter forms of Simplified Chinese: ${known.map((name) => `“${name}”`).join(' and ')} ${known.length === 1 ? 'is' : 'are'} not installed.`,
        hint: `For its own letter forms: ${installAll(known)}`,
      },
    ]
  })
}

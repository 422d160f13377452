// The families a text is set in, as the deck's style sheet names them → the names those fonts are installed under.
import { families, ownFamilies } from '../../deck/fonts/families.js'
import type { Run } from './drawing.js'

const slug = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
const known = new Map([...families, ...ownFamilies].map((family) => [slug(family.name), family]))

/** What PowerPoint has everywhere, for letters no family of the list is for. */
const fallback = { latin: 'Calibri', ea: 'Microsoft YaHei' }

/** A family of a theme's own is known by its slug alone: each word gets its capital back. */
const title = (name: string): string =>
  name.replace(
    /(^|-)([a-z0-9])/g,
    (_, dash: string, letter: string) => (dash ? ' ' : '') + letter.toUpperCase(),
  )

/** The weight the text's cut fonts were made in: they are families of their own. `undefined` for others. */
export const readWeight = (family: string): number | undefined => {
  const found = /recap-[a-z0-9-]+?-(\d{3})\b/.exec(family)?.[1]
  return found === undefined ? undefined : Number(found)
}

/** `family` is a computed font-family: cut fonts first, then what any machine has. */
export function readFaces(family: string): Pick<Run, 'latin' | 'ea'> {
  const names = family.split(',').flatMap((name) => {
    const found = /^recap-(.+)-\d+$/.exec(name.trim().replaceAll('"', ''))
    return found?.[1] === undefined ? [] : [found[1]]
  })
  const latin = names.find((name) => known.get(name)?.script === 'latin' || !known.has(name))
  const ea = names.find((name) => known.get(name)?.script === 'cjk')
  const nameOf = (found: string | undefined) =>
    found === undefined ? undefined : (known.get(found)?.name ?? title(found))
  const east = nameOf(ea)
  return { latin: nameOf(latin) ?? east ?? fallback.latin, ea: east ?? fallback.ea }
}

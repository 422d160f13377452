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

/** Cut fonts are families of their own for each weight: `recap-noto-sans-sc-500`. */
const cut = /^recap-(.+)-(\d{3})(?:-marks)?$/
const cutOf = (family: string) =>
  family.split(',').flatMap((name) => {
    const [, found, weight] = cut.exec(name.trim().replaceAll('"', '')) ?? []
    return found === undefined ? [] : [{ name: found, weight: Number(weight) }]
  })

/** The weight Han letters are set in, or others; `undefined` where no cut font is for them. */
export const readWeight = (family: string, script: 'cjk' | 'latin'): number | undefined =>
  cutOf(family).find(({ name }) => (known.get(name)?.script === 'cjk') === (script === 'cjk'))?.weight

/** `family` is a computed font-family: cut fonts first, then what any machine has. */
export function readFaces(family: string): Pick<Run, 'latin' | 'ea'> {
  const names = cutOf(family).map(({ name }) => name)
  const latin = names.find((name) => known.get(name)?.script === 'latin' || !known.has(name))
  const ea = names.find((name) => known.get(name)?.script === 'cjk')
  const nameOf = (found: string | undefined) =>
    found === undefined ? undefined : (known.get(found)?.name ?? title(found))
  const east = nameOf(ea)
  return { latin: nameOf(latin) ?? east ?? fallback.latin, ea: east ?? fallback.ea }
}

// Two versions of a deck → the smallest update that makes the second of the first.
import type { LiveDeck } from '../deck/live-deck.js'
import type { LiveUpdate } from '../page/live-contract.js'

/** A line added above moves every line below it, which changes nothing that is shown. */
const withoutLines = (html: string) => html.replace(/ data-line="\d+"/g, '')

const sameValues = (one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>) =>
  Object.keys({ ...one, ...other }).every((key) => one[key] === other[key])

/** What changed from version `from` to `version`; `undefined` where nothing did. */
export function findUpdate(
  before: LiveDeck,
  after: LiveDeck,
  versions: { readonly from: number; readonly version: number },
): LiveUpdate | undefined {
  const known = new Map(before.slides.map(({ id, html }) => [id, withoutLines(html)]))
  const slides = after.slides.map(({ id, stack, html }) =>
    known.get(id) === withoutLines(html) ? { id, stack } : { id, stack, html },
  )
  const sheets = Object.entries(after.sheets).filter(([name, css]) => before.sheets[name] !== css)
  const alike =
    slides.every((slide, index) => {
      const old = before.slides[index]
      return !('html' in slide) && old?.id === slide.id && old.stack === slide.stack
    }) &&
    slides.length === before.slides.length &&
    sheets.length === 0 &&
    before.title === after.title &&
    sameValues(before.root, after.root)
  if (alike) return undefined
  return { ...versions, title: after.title, root: after.root, sheets: Object.fromEntries(sheets), slides }
}

// Notes → every piece of HTML the author wrote, with its place: for what is looked up before slides are drawn, and for
// warnings that can name a line. Remarks are among them, since the speaker sees those.
import type { Notes, Remark, Unit } from '../notes/notes.js'
import type { At } from '../shared/problem.js'

export type Authored = { readonly html: string; readonly at: At }

const listRemarks = (remarks: readonly Remark[]): readonly Authored[] =>
  remarks.map(({ html, at }) => ({ html, at }))

function listUnit(unit: Unit): readonly Authored[] {
  const own = { html: unit.html, at: unit.at }
  if (unit.kind === 'group') return [own]
  const below = unit.kind === 'point' ? unit.children.flatMap(listUnit) : []
  return [own, ...listRemarks(unit.remarks), ...below]
}

/** All of it, in the author's order. */
export function listAuthored(notes: Notes): readonly Authored[] {
  const title = { html: notes.title.html, at: { file: notes.file, line: 1 } }
  const sections = notes.sections.flatMap((section) => [
    { html: section.title.html, at: section.at },
    ...listRemarks(section.remarks),
    ...section.units.flatMap(listUnit),
  ])
  return [title, ...sections]
}

// Pieces of views that several layouts share: a unit as its template sees it, and what the speaker gets to read.
import { cutInline, veilCode } from '../notes/inline.js'
import type { Block, Footnote, Inline, Point, Remark, RemarkPolicy, Section, Unit } from '../notes/notes.js'
import { textOfHtml } from '../notes/sanitize.js'
import type { SpeakerNote, View } from './slide.js'

/** A section's number as it is printed: two figures. */
export const sectionNumber = (number: number): string => String(number).padStart(2, '0')

/** Which of six tones a section has, counted from 0, for themes that colour sections apart. */
export const toneOf = (section: number): number => (section - 1) % 6

/** Remarks for a template: only when they may be shown. */
export function viewRemarks(remarks: readonly Remark[], policy: RemarkPolicy): readonly View[] {
  return policy === 'show' ? remarks.map(({ html, at }) => ({ html, line: at.line })) : []
}

const viewNotes = (footnotes: readonly Footnote[] | undefined): readonly View[] | undefined =>
  footnotes?.map(({ mark, html }) => ({ mark, html }))

/** Where a unit comes from, for `partials/source.hbs`: its line of the notes, and whether a blank one stands before it. */
export const viewSource = ({ at, paused }: Point | Block): View => ({ line: at.line, paused })

/** One unit for `partials/unit.hbs`. */
export function viewUnit(unit: Point | Block, policy: RemarkPolicy): View {
  const remarks = viewRemarks(unit.remarks, policy)
  const notes = viewNotes(unit.footnotes)
  const source = viewSource(unit)
  if (unit.kind !== 'point')
    return { block: unit.kind, ...source, html: unit.html, who: unit.who?.html, remarks, notes }
  const { label } = unit
  const lead = label && cutInline(unit, unit.text.length - label.rest.text.length)
  return {
    point: true,
    ...source,
    prose: unit.prose,
    marker: unit.marker,
    // Drawn, since text faces have no ballot boxes.
    box: unit.marker === '☑' ? 'done' : unit.marker === '☐' ? 'open' : undefined,
    label: lead?.[0].html,
    html: lead ? lead[1].html : unit.html,
    remarks,
    notes,
    children: unit.children.map((child) => viewUnit(child, policy)),
  }
}

/** The unit, if it is a single line that carries nothing but its words and remarks: what may be lifted out of the points. */
export function plainLine(unit: Unit | undefined): Point | undefined {
  if (unit?.kind !== 'point' || unit.children.length > 0) return undefined
  if (unit.marker !== undefined || unit.footnotes !== undefined) return undefined
  // Layouts look for commas, colons and arrows in the text: those in a formula are none.
  return unit.html.includes('<code') ? { ...unit, text: veilCode(unit) } : unit
}

/** How much of a line the author marked bold, 0 to 1. */
export function boldShare({ html, text }: Inline): number {
  const bold = [...html.matchAll(/<(strong|b)>([\s\S]*?)<\/\1>/g)].map((found) => textOfHtml(found[2] ?? ''))
  return text.length === 0 ? 0 : bold.join('').length / text.length
}

/** From this share on the line as a whole is what the author marked. */
export const boldEnough = 0.6

/** All remarks of a unit, children's included, in order. */
export function remarksOf(unit: Unit): readonly Remark[] {
  if (unit.kind === 'group') return []
  return unit.kind === 'point' ? [...unit.remarks, ...unit.children.flatMap(remarksOf)] : unit.remarks
}

/** All remarks of the sections, in order. */
export function allRemarks(sections: readonly Section[]): readonly Remark[] {
  return sections.flatMap((section) => [...section.remarks, ...section.units.flatMap(remarksOf)])
}

const kindOf = (from: Remark['from']): SpeakerNote['kind'] => (from === 'note' ? 'note' : 'remark')

/** Speaker notes for what was thought of a heading, under the policy: none when remarks are hidden. */
export function noteRemarks(remarks: readonly Remark[], policy: RemarkPolicy): readonly SpeakerNote[] {
  return policy === 'hide' ? [] : remarks.map(({ html, from }) => ({ html, kind: kindOf(from) }))
}

/** Lines on which a unit and the points under it begin, in order. */
const linesOf = (unit: Point | Block): readonly number[] => [
  ...(unit.at.line === undefined ? [] : [unit.at.line]),
  ...(unit.kind === 'point' ? unit.children.flatMap(linesOf) : []),
]

/** Speaker notes for what was thought of units, each with the line of the very point, so that they can go where that goes. */
export function noteUnits(units: readonly Unit[], policy: RemarkPolicy): readonly SpeakerNote[] {
  if (policy === 'hide') return []
  return units.flatMap((unit): readonly SpeakerNote[] => {
    if (unit.kind === 'group') return []
    const lines = linesOf(unit)
    const own = unit.remarks.map(({ html, at, from }): SpeakerNote => {
      const kind = kindOf(from)
      // A table goes over several slides by its rows, which are lines of their own.
      if (unit.kind === 'table') return { html, kind, ...(at.line === undefined ? {} : { line: at.line }) }
      // What hangs on a list as a whole is spoken with the point of it that it stands at or below.
      const line = lines.findLast((begins) => begins <= (at.line ?? 0)) ?? lines[0]
      return line === undefined ? { html, kind } : { html, kind, line }
    })
    return unit.kind === 'point' ? [...own, ...noteUnits(unit.children, policy)] : own
  })
}

/** How many thoughts there are, lists counted through. */
export function countPoints(units: readonly Unit[]): number {
  const count = (point: Point): number => 1 + point.children.reduce((sum, child) => sum + count(child), 0)
  return units.reduce(
    (sum, unit) => sum + (unit.kind === 'point' ? count(unit) : unit.kind === 'group' ? 0 : 1),
    0,
  )
}

// Pieces of views that several layouts share: a unit as its template sees it, and what the speaker gets to read.
import type { Block, Point, Remark, RemarkPolicy, Section, Unit } from '../notes/notes.js'
import type { View } from './slide.js'

/** A section's number as it is printed: two figures. */
export const sectionNumber = (number: number): string => String(number).padStart(2, '0')

function viewRemarks(remarks: readonly Remark[], policy: RemarkPolicy): readonly View[] {
  return policy === 'show' ? remarks.map((remark) => ({ html: remark.html })) : []
}

/** One unit for `partials/unit.hbs`; remarks are in the view only when they may be shown. */
export function viewUnit(unit: Point | Block, policy: RemarkPolicy): View {
  const remarks = viewRemarks(unit.remarks, policy)
  if (unit.kind !== 'point') return { block: unit.kind, html: unit.html, remarks }
  return {
    point: true,
    marker: unit.marker,
    // Drawn, since text faces have no ballot boxes.
    box: unit.marker === '☑' ? 'done' : unit.marker === '☐' ? 'open' : undefined,
    html: unit.html,
    remarks,
    children: unit.children.map((child) => viewUnit(child, policy)),
  }
}

/** All remarks of a unit, children's included, in order. */
export function remarksOf(unit: Unit): readonly Remark[] {
  if (unit.kind === 'group') return []
  return unit.kind === 'point' ? [...unit.remarks, ...unit.children.flatMap(remarksOf)] : unit.remarks
}

/** All remarks of the sections, in order. */
export function allRemarks(sections: readonly Section[]): readonly Remark[] {
  return sections.flatMap((section) => [...section.remarks, ...section.units.flatMap(remarksOf)])
}

/** Speaker notes for a remark under the policy: none when remarks are hidden. */
export function noteRemarks(remarks: readonly Remark[], policy: RemarkPolicy): readonly string[] {
  return policy === 'hide' ? [] : remarks.map((remark) => remark.html)
}

/** How many thoughts there are, lists counted through. */
export function countPoints(units: readonly Unit[]): number {
  const count = (point: Point): number => 1 + point.children.reduce((sum, child) => sum + count(child), 0)
  return units.reduce(
    (sum, unit) => sum + (unit.kind === 'point' ? count(unit) : unit.kind === 'group' ? 0 : 1),
    0,
  )
}

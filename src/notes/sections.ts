// Pieces in order → sections: which heading level a section is, what the deck is called, what belongs to whom.
import path from 'node:path'
import { measureEm } from '../shared/text.js'
import type { HeadingLine, LooseRemark, Piece } from './blocks.js'
import { readInline } from './inline.js'
import type { Inline, Remark, Section, Unit } from './notes.js'

export type Sectioned = {
  readonly title: Inline | undefined
  readonly subtitle: string | undefined
  readonly sections: readonly Section[]
}

const isHeading = (piece: Piece): piece is HeadingLine => piece.kind === 'heading'

/** A lone first H1 with deeper headings below names the deck; sections are the shallowest level found twice. */
function chooseLevels(headings: readonly HeadingLine[]): { titled: boolean; level: number } {
  const tops = headings.filter((heading) => heading.depth === 1)
  const titled = tops.length === 1 && headings[0]?.depth === 1 && headings.length > 1
  const rest = titled ? headings.slice(1) : headings
  const depths = [...new Set(rest.map((heading) => heading.depth))].toSorted((a, b) => a - b)
  const repeated = depths.find((depth) => rest.filter((heading) => heading.depth === depth).length > 1)
  return { titled, level: repeated ?? depths[0] ?? 1 }
}

type Growing = { title: Inline; units: Unit[]; remarks: Remark[]; at: Section['at'] }

/** A remark on its own line goes to the unit before it, so that it is spoken where it was thought. */
function addRemark(section: Growing, { remark }: LooseRemark): void {
  const last = section.units.at(-1)
  if (!last || last.kind === 'group') section.remarks.push(remark)
  else section.units[section.units.length - 1] = { ...last, remarks: [...last.remarks, remark] }
}

/** Cuts the pieces into sections. Text before the first heading gives the title, when it is short enough for one. */
export function cutSections(pieces: readonly Piece[], file: string): Sectioned {
  const headings = pieces.filter(isHeading)
  const { titled, level } = chooseLevels(headings)
  let title: Inline | undefined
  let subtitle: string | undefined
  const sections: Growing[] = []
  const preamble: Growing = {
    title: { html: '', text: '' },
    units: [],
    remarks: [],
    at: { file, line: 1, column: 1 },
  }
  let current = preamble
  for (const piece of pieces) {
    if (piece.kind === 'remark') addRemark(current, piece)
    else if (piece.kind !== 'heading') current.units.push(piece)
    else if (titled && piece === headings[0]) title = readInline(piece.source)
    else if (piece.depth <= level) {
      current = { title: readInline(piece.source), units: [], remarks: [], at: piece.at }
      sections.push(current)
    } else
      current.units.push({ kind: 'group', depth: piece.depth, ...readInline(piece.source), at: piece.at })
  }
  const first = preamble.units[0]
  const mayTitle = headings.length > 0 && preamble.units.length <= 2 && first?.kind === 'point'
  if (mayTitle && first.children.length === 0 && measureEm(first.text) <= 40) {
    const second = preamble.units[1]
    if (title === undefined) {
      title = { html: first.html, text: first.text }
      if (second) subtitle = second.text
      preamble.units.length = 0
    } else if (!second) {
      subtitle = first.text
      preamble.units.length = 0
    }
    // The remarks of a line that became the title or subtitle stay with the deck's opening.
    preamble.remarks.unshift(...first.remarks, ...(second && second.kind !== 'group' ? second.remarks : []))
  }
  const opening = preamble.units.length > 0 || preamble.remarks.length > 0
  return { title, subtitle, sections: opening ? [preamble, ...sections] : sections }
}

/** The file's name made readable; a word takes the capitals it has in the notes (aigc → AIGC), else a first capital. */
export function titleFromFile(file: string, body: string): string {
  const words = path
    .basename(file)
    .replace(/\.[^.]*$/, '')
    .split(/[\s_-]+/)
    .filter(Boolean)
  const readable = words.map((word) => {
    const inNotes =
      body.match(
        new RegExp(`(?<![A-Za-z])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![A-Za-z])`, 'gi'),
      ) ?? []
    const capitals = inNotes.find((found) => found === found.toUpperCase() && found !== found.toLowerCase())
    return capitals ?? word.charAt(0).toUpperCase() + word.slice(1)
  })
  return readable.join(' ') || 'Notes'
}

// Pieces in order → sections: which heading level a section is, what the deck is called, what belongs to whom.
import path from 'node:path'
import { measureEm } from '../shared/text.js'
import { takeFacts } from './facts.js'
import { readInline } from './inline.js'
import type { Inline, Remark, Section, Unit } from './notes.js'
import type { BodyPiece, HeadingLine, LooseRemark } from './piece.js'
import { remarkOf } from './points.js'
import type { Reading } from './reading.js'
import { splitRemarks } from './remarks.js'

export type Sectioned = {
  readonly title: Inline | undefined
  readonly subtitle: string | undefined
  readonly sections: readonly Section[]
}

const isHeading = (piece: BodyPiece): piece is HeadingLine => piece.kind === 'heading'

/** A lone first H1 with deeper headings below names the deck; sections are the shallowest level found twice. */
function chooseLevels(
  headings: readonly HeadingLine[],
  asked: number | 'auto',
): { titled: boolean; level: number } {
  const tops = headings.filter((heading) => heading.depth === 1)
  const titled = tops.length === 1 && headings[0]?.depth === 1 && headings.length > 1
  if (asked !== 'auto') return { titled: titled && asked > 1, level: asked }
  const rest = titled ? headings.slice(1) : headings
  const depths = [...new Set(rest.map((heading) => heading.depth))].toSorted((a, b) => a - b)
  const repeated = depths.find((depth) => rest.filter((heading) => heading.depth === depth).length > 1)
  return { titled, level: repeated ?? depths[0] ?? 1 }
}

type Growing = { title: Inline; minutes?: number; units: Unit[]; remarks: Remark[]; at: Section['at'] }

/** A remark on its own line goes to the unit before it, so that it is spoken where it was thought. */
function addRemark(section: Growing, { remark }: LooseRemark): void {
  const last = section.units.at(-1)
  if (!last || last.kind === 'group') section.remarks.push(remark)
  else section.units[section.units.length - 1] = { ...last, remarks: [...last.remarks, remark] }
}

type Heading = { readonly title: Inline; readonly remarks: readonly Remark[] }

/** A heading without what was muttered in it; one that is nothing else keeps its words. */
function readHeading({ source, at }: HeadingLine, reading: Reading): Heading {
  const split = splitRemarks(source, reading.phrases)
  if (split.said === '') return { title: readInline(source), remarks: [] }
  return { title: readInline(split.said), remarks: split.remarks.map((found) => remarkOf(found, at)) }
}

function withFacts(section: Section): Section {
  const { facts, rest } = takeFacts(section.units)
  return facts.length === 0 ? section : { ...section, facts, units: rest }
}

/** What the front matter already says, so that the notes need not be searched for it. */
export type Known = {
  readonly title: boolean
  readonly subtitle: boolean
  /** The level that begins a section. */
  readonly level: number | 'auto'
}

/** A first line short enough for a title, and maybe a second for the subtitle, where nothing else gives them. */
function takeTitle(
  preamble: Growing,
  title: Inline | undefined,
  known: Known,
): Pick<Sectioned, 'title' | 'subtitle'> {
  const needed = [...(title || known.title ? [] : ['title']), ...(known.subtitle ? [] : ['subtitle'])]
  const { units } = preamble
  const short = units.every(
    (unit) =>
      unit.kind === 'point' &&
      unit.children.length === 0 &&
      unit.footnotes === undefined &&
      measureEm(unit.text) <= 40,
  )
  // Only what will be printed is taken; all of the text before the first heading, or none of it.
  if (units.length === 0 || units.length > needed.length || !short) return { title, subtitle: undefined }
  const taken = units.splice(0).filter((unit) => unit.kind === 'point')
  preamble.remarks.unshift(...taken.flatMap((point) => point.remarks))
  const [first, second] = taken
  if (needed[0] === 'subtitle') return { title, subtitle: first?.text }
  return { title: first && { html: first.html, text: first.text }, subtitle: second?.text }
}

/** Cuts the pieces into sections. Text before the first heading gives the title, when it is short enough for one. */
export function cutSections(pieces: readonly BodyPiece[], reading: Reading, known: Known): Sectioned {
  const headings = pieces.filter(isHeading)
  const { titled, level } = chooseLevels(headings, known.level)
  const start = { file: reading.file, line: 1, column: 1 }
  const preamble: Growing = { title: { html: '', text: '' }, units: [], remarks: [], at: start }
  const sections: Growing[] = []
  let title: Inline | undefined
  let current = preamble
  for (const piece of pieces) {
    if (piece.kind === 'remark') addRemark(current, piece)
    else if (piece.kind === 'budget') current.minutes = piece.minutes
    else if (piece.kind !== 'heading') current.units.push(piece)
    else {
      const heading = readHeading(piece, reading)
      if (titled && piece === headings[0]) {
        if (known.title)
          current.units.push({ kind: 'group', depth: piece.depth, ...heading.title, at: piece.at })
        else title = heading.title
        current.remarks.push(...heading.remarks)
      } else if (piece.depth <= level) {
        current = { title: heading.title, units: [], remarks: [...heading.remarks], at: piece.at }
        sections.push(current)
      } else {
        current.units.push({ kind: 'group', depth: piece.depth, ...heading.title, at: piece.at })
        current.remarks.push(...heading.remarks)
      }
    }
  }
  const taken = headings.length > 0 ? takeTitle(preamble, title, known) : { title, subtitle: undefined }
  const opening = preamble.units.length > 0 || preamble.remarks.length > 0
  const grown = opening ? [preamble, ...sections] : sections
  return { ...taken, sections: grown.map(withFacts) }
}

/** The file's name made readable; a word takes the capitals it has in the notes (aigc → AIGC), else a first capital. */
export function titleFromFile(file: string, body: string): string {
  const words = path
    .basename(file)
    .replace(/\.[^.]*$/, '')
    // A number to sort by, a date: what stands before the name says nothing of the talk.
    .replace(/^(?:\d{4}[-_. ]?\d{1,2}[-_. ]?\d{1,2}|\d{1,3})[-_. ]+(?=\S)/, '')
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

// Notes typed into a test → parsed, planned or rendered, without a file.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ParsedNotes, Point, Unit } from '../../src/notes/notes.js'
import { type ParseOptions, parseNotes } from '../../src/notes/parse.js'

export { allRemarks } from '../../src/slides/pieces.js'

export const root = path.resolve(import.meta.dirname, '../..')

export const example = (name: string) => path.join(root, 'examples', name)

export function parseText(text: string, options: ParseOptions = {}): ParsedNotes {
  return parseNotes(Buffer.from(text), 'talk.md', options)
}

export function parseFile(file: string): ParsedNotes {
  return parseNotes(readFileSync(file), file)
}

/** Every point, children after their parent. */
export function pointsOf(units: readonly Unit[]): readonly Point[] {
  const walk = (point: Point): readonly Point[] => [point, ...point.children.flatMap(walk)]
  return units.flatMap((unit) => (unit.kind === 'point' ? walk(unit) : []))
}

/** Letters and figures only: what two texts must share when spaces and punctuation may be set differently. */
export function lettersOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '')
}

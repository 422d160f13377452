// A folder of voices → how much of what is marked the whole reader hides and keeps, and each error.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { parseNotes } from '../../../src/notes/parse.js'
import { allRemarks, lettersOf, pointsOf } from '../../helpers/notes.js'
import { type MarkedLine, readVoice, type Sort, sortOf } from './read.js'

export type Kind = 'remark' | 'said' | 'plain'
export type Judged = {
  readonly voice: string
  readonly file: string
  readonly line: number
  readonly kind: Kind
  readonly sort: Sort
  readonly text: string
  readonly right: boolean
}

/** What each line shows and what it hides, as letters. */
function readWhole(lines: readonly MarkedLine[], file: string) {
  const { notes } = parseNotes(Buffer.from(lines.map(({ text }) => text).join('\n')), file)
  const shown = new Map<number, string>()
  const hidden = new Map<number, string>()
  const add = (to: Map<number, string>, line: number | undefined, text: string) =>
    to.set(line ?? 0, `${to.get(line ?? 0) ?? ''}${lettersOf(text)} `)
  for (const remark of allRemarks(notes.sections)) add(hidden, remark.at.line, remark.text)
  const units = notes.sections.flatMap((section) => section.units)
  for (const { at, text } of [...pointsOf(units), ...units.filter(({ kind }) => kind !== 'point')])
    add(shown, at.line, text)
  return { shown, hidden }
}

function judgeFile(voice: string, dir: string, file: string): readonly Judged[] {
  const lines = readVoice(path.join(dir, file))
  const { shown, hidden } = readWhole(lines, file)
  return lines.flatMap((line): readonly Judged[] => {
    if (/^#|^\s*$/.test(line.text)) return []
    const visible = shown.get(line.number) ?? ''
    const muttered = hidden.get(line.number) ?? ''
    const base = { voice, file, line: line.number }
    const spans = line.spans
      .filter(({ text }) => lettersOf(text) !== '')
      .map((span): Judged => {
        const letters = lettersOf(span.text)
        const isHidden = visible === '' || muttered.includes(letters)
        const right = span.label === 'R' ? isHidden : visible.includes(letters)
        return {
          ...base,
          kind: span.label === 'R' ? 'remark' : 'said',
          sort: sortOf(span),
          text: span.text,
          right,
        }
      })
    let rest = ''
    let from = 0
    const pieces: string[] = []
    for (const { start, end } of [...line.spans, { start: line.text.length, end: line.text.length }]) {
      const piece = line.text.slice(from, start)
      if (lettersOf(piece) !== '') pieces.push(lettersOf(piece))
      rest += piece
      from = end
    }
    if (pieces.length === 0) return spans
    const right = pieces.every((piece) => visible.includes(piece))
    return [...spans, { ...base, kind: 'plain', sort: 'line', text: rest.trim(), right }]
  })
}

/** Every span and every plain line of the voices in a folder, judged. */
export function judgeVoices(dir: string): readonly Judged[] {
  return readdirSync(dir)
    .toSorted()
    .flatMap((voice) =>
      readdirSync(path.join(dir, voice))
        .toSorted()
        .flatMap((file) => judgeFile(voice, path.join(dir, voice), file)),
    )
}

/** How many of them are right, as a share. */
export function shareRight(judged: readonly Judged[]): number {
  return judged.filter(({ right }) => right).length / Math.max(1, judged.length)
}

/** What the two aims are measured on: remarks hidden; and all that was said, marked or plain, kept. */
export const remarksOf = (judged: readonly Judged[]) => judged.filter(({ kind }) => kind === 'remark')
export const saidOf = (judged: readonly Judged[]) => judged.filter(({ kind }) => kind !== 'remark')

// The folders beside this file and the labelled examples → the cases weights are fitted to, by voice.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Case, casesOf } from './cases.js'
import { type MarkedLine, readVoice } from './read.js'

export type Voice = { readonly name: string; readonly cases: readonly Case[] }
type Fold = (text: string) => string

const filesOf = (dir: string) =>
  readdirSync(dir)
    .toSorted()
    .map((name) => path.join(dir, name))

/** An example's lines with the rows of its table of remarks as spans. */
function readExample(root: string, name: string): readonly MarkedLine[] {
  const rows = readFileSync(path.join(root, `test/notes/${name}.remarks.tsv`), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
  const lines = readFileSync(path.join(root, `examples/${name}.md`), 'utf8').split('\n')
  return lines.map((text, index) => {
    const spans = rows.flatMap((row) => {
      const [line, label, words = ''] = row.split('\t')
      const start = Number(line) === index + 1 ? text.indexOf(words) : -1
      return start < 0
        ? []
        : [
            {
              label: label === 'remark' ? ('R' as const) : ('S' as const),
              start,
              end: start + words.length,
              text: words,
            },
          ]
    })
    return { text, number: index + 1, spans }
  })
}

/** The voices to tune on, one a person; what is left when one of them is held out always holds the practice. */
export function readPractice(
  root: string,
  fold: Fold,
): { readonly voices: readonly Voice[]; readonly practice: Voice } {
  const here = path.join(root, 'test/notes/voices')
  const casesIn = (files: readonly string[]) =>
    files.flatMap((file) => readVoice(file).flatMap((line) => casesOf(line, fold)))
  const voices = readdirSync(path.join(here, 'tune'))
    .toSorted()
    .map((name) => ({ name, cases: casesIn(filesOf(path.join(here, 'tune', name))) }))
  const examples = ['aigc-summit', 'reliability-day'].flatMap((name) =>
    readExample(root, name).flatMap((line) => casesOf(line, fold)),
  )
  // Tidy notes of other kinds: nothing in them that fills a line is a remark.
  const tidy = filesOf(path.join(root, 'examples/layouts')).flatMap((file) =>
    readVoice(file).flatMap((line) => casesOf(line, fold).filter((one) => one.place.kind === 'line')),
  )
  return {
    voices,
    practice: {
      name: 'practice',
      cases: [...casesIn(filesOf(path.join(here, 'practice'))), ...examples, ...tidy],
    },
  }
}

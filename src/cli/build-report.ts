// A built deck → what the user is told: files on stdout, problems and the count of remarks on stderr, or one JSON line.
import path from 'node:path'
import type { BuiltDeck } from '../pipeline.js'
import type { Problem } from '../shared/problem.js'
import { formatBytes, printLine, printProblem, printTalk } from './print.js'

/** Every line once; those that follow one another as “3–6”. */
function listLines(lines: readonly number[]): string {
  const runs: { from: number; to: number }[] = []
  for (const line of [...new Set(lines)].toSorted((one, other) => one - other)) {
    const last = runs.at(-1)
    if (last?.to === line - 1) last.to = line
    else runs.push({ from: line, to: line })
  }
  return runs.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}

/** Why formats failed, each reason once: a Chrome that died is one for all it was to make. */
function reasonsOf({ failures }: BuiltDeck): readonly Problem[] {
  const reasons = failures.map(({ error }) => error.problem)
  return reasons.filter(
    ({ code, message }, at) =>
      reasons.findIndex((other) => other.code === code && other.message === message) === at,
  )
}

/** Prints one built deck. Problems are printed to stderr in both forms. */
export function printBuilt(built: BuiltDeck, json: boolean): void {
  const lines = built.remarks.map((remark) => remark.at.line ?? 0)
  const keptOut = built.policy === 'show' ? 0 : built.remarks.length
  for (const problem of built.problems) printProblem(problem)
  const failed = built.failures.map(({ format }) => format)
  const reasons = reasonsOf(built)
  for (const reason of reasons) printProblem(reason)
  if (failed.length > 0) printTalk(`Not made: ${failed.join(', ')}.`)
  if (json) {
    const problems = [...built.problems, ...reasons]
    const line = {
      notes: built.notes.file,
      outputs: built.outputs,
      failed,
      slides: built.report?.pages ?? built.slides.length,
      remarks: { keptOut, lines },
      problems,
      ms: built.ms,
    }
    printLine(JSON.stringify(line))
    return
  }
  if (keptOut > 0) {
    const noun = keptOut === 1 ? 'remark' : 'remarks'
    printTalk(`${keptOut} ${noun} kept out of the shared files; lines ${listLines(lines)}.`)
  }
  for (const output of built.outputs) {
    const slides =
      output.slides === undefined ? '' : `, ${output.slides} slide${output.slides === 1 ? '' : 's'}`
    printLine(`${path.relative('', output.path) || output.path}  ${formatBytes(output.bytes)}${slides}`)
  }
}

/** The JSON line of a deck that could not be made. */
export function printFailedJson(file: string, problem: Problem): void {
  printLine(
    JSON.stringify({
      notes: file,
      outputs: [],
      failed: [],
      slides: 0,
      remarks: { keptOut: 0, lines: [] },
      problems: [problem],
      ms: 0,
    }),
  )
}

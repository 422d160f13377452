// Results to stdout, talk to stderr: problems as three lines, progress on a terminal, nothing else when piped.
import path from 'node:path'
import type { Problem } from '../shared/problem.js'

// Control characters in a file's name or a message must not steer the terminal.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const plain = (text: string) => text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, '')

/** A problem as `file:line:column  code`, its message and its hint. */
export function formatProblem(problem: Problem): string {
  const { at } = problem
  const place = at
    ? [path.relative('', at.file) || at.file, at.line, at.column]
        .filter((part) => part !== undefined)
        .join(':')
    : ''
  const first = [place, problem.severity === 'warning' ? `warning ${problem.code}` : problem.code]
    .filter(Boolean)
    .join('  ')
  return plain([first, `  ${problem.message}`, ...(problem.hint ? [`  ${problem.hint}`] : [])].join('\n'))
}

export function printProblem(problem: Problem): void {
  process.stderr.write(`${formatProblem(problem)}\n`)
}

export function printLine(text: string): void {
  process.stdout.write(`${plain(text)}\n`)
}

export type Swatch = { readonly name: string; readonly hex: string }

/** A line of colours: drawn on a terminal that can (and whose user did not set NO_COLOR), written as #rrggbb elsewhere. */
export function printSwatches(name: string, swatches: readonly Swatch[], words: string): void {
  const draws = process.stdout.isTTY && process.stdout.hasColors(2 ** 24)
  const drawn = swatches.map(({ name: role, hex }) => {
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
    return draws ? `\u001B[48;2;${red};${green};${blue}m    \u001B[0m` : `${role} ${hex}`
  })
  process.stdout.write(`${plain(name)}  ${drawn.join(draws ? '' : '  ')}  ${plain(words)}\n`)
}

export function printTalk(text: string): void {
  process.stderr.write(`${plain(text)}\n`)
}

/** Bytes as people say them, in steps of 1000. */
export function formatBytes(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`
}

export type Progress = { readonly say: (words: string) => void; readonly end: () => void }

/** Work shorter than this needs no progress line. */
const quietMs = 300

/** One line on a terminal that is written over; silent when stderr is no terminal. */
export function startProgress(name: string): Progress {
  const since = performance.now()
  let shown = false
  return {
    say(words) {
      if (!process.stderr.isTTY || performance.now() - since < quietMs) return
      process.stderr.write(`\r\u001B[K${plain(name)}: ${plain(words)} …`)
      shown = true
    },
    end() {
      if (shown) process.stderr.write('\r\u001B[K')
    },
  }
}

// `recap build`: notes files → decks in the chosen formats; Chrome starts while the notes are read.
import type { Chrome } from '../../chrome/chrome.js'
import type { Format } from '../../export/format.js'
import { formats } from '../../export/formats/index.js'
import { once } from '../../shared/once.js'
import { DeckError, type Problem } from '../../shared/problem.js'
import { suggestName } from '../../shared/text.js'
import { printBuilt, printFailedJson } from '../build-report.js'
import type { Command } from '../command.js'
import { exitCodeOf, exitCodes } from '../exit-codes.js'
import { onStop } from '../on-stop.js'
import { printProblem, printTalk, startProgress } from '../print.js'

const defaultFormats = ['html', 'pdf']

function chooseFormats(names: readonly string[]): readonly Format[] {
  const known = formats.map((format) => format.name)
  return [...new Set(names)].map((name) => {
    const format = formats.find((candidate) => candidate.name === name)
    if (format) return format
    const message = `There is no format “${name}”.`
    throw new DeckError(
      { code: 'cli/unknown-format', message, hint: suggestName(name, known) },
      { blame: 'usage' },
    )
  })
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const splitList = (value: unknown): readonly string[] | undefined =>
  textOf(value)
    ?.split(',')
    .map((word) => word.trim())
    .filter(Boolean)

function readPolicy(value: unknown): 'hide' | 'notes' | 'show' | undefined {
  if (value === undefined || value === 'hide' || value === 'notes' || value === 'show') return value
  const hint = suggestName(String(value), ['hide', 'notes', 'show'])
  throw new DeckError(
    { code: 'cli/bad-option', message: `--remarks cannot be “${value}”.`, hint },
    { blame: 'usage' },
  )
}

export const build: Command = {
  name: 'build',
  summary: 'make a deck from notes: one offline HTML file and one PDF',
  declare(command) {
    const list = formats.map((format) => `${format.name} (${format.purpose})`).join(', ')
    command
      .argument('<notes...>', 'Markdown files')
      .option('--out <folder>', 'where the files go (default: out)')
      .option('--to <formats>', `what to make, separated by commas: ${list} (default: html,pdf)`)
      .option('--theme <name>', 'a built-in theme, or the folder of your own (default: paper)')
      .option(
        '--remarks <policy>',
        'private remarks: hide, notes (out of every shared file) or show (default: notes)',
      )
      .option(
        '--lang <tag>',
        'the language of the deck: zh-Hans, zh-Hant, ja or en (default: that of the notes)',
      )
      .option('--chrome <path>', 'the Chrome to use, or the ws:// address of one that runs')
      .option('--json', 'one JSON object a deck on standard output')
      .option('--strict', 'end with 1 when there are warnings')
  },
  async run(files, options) {
    const [{ loadConfig, readEnvironment }, { buildDeck, outputPath }] = await Promise.all([
      import('../../config/load.js'),
      import('../../pipeline.js'),
    ])
    const json = options['json'] === true
    const strict = options['strict'] === true
    const { cacheDir, sourceDate } = readEnvironment()
    const startChrome = once(async (): Promise<Chrome> => {
      const { openChrome } = await import('../../chrome/connect.js')
      const chrome = await openChrome({
        chosen: textOf(options['chrome']) ?? chosenByConfig,
        cacheDir,
        say: printTalk,
      })
      onStop(() => chrome.killNow())
      return chrome
    })
    let chosenByConfig: string | undefined
    let code: number = exitCodes.done
    let chromeAsked = false
    const written = new Map<string, string>()
    try {
      for (const file of files) {
        const progress = startProgress(file)
        try {
          const config = await loadConfig(file)
          chosenByConfig ??= config.chrome.path
          const chosen = chooseFormats(splitList(options['to']) ?? config.export.to ?? defaultFormats)
          const remarks = readPolicy(options['remarks']) ?? config.slides.remarks
          const out = textOf(options['out']) ?? config.export.out ?? 'out'
          const lang = textOf(options['lang']) ?? config.notes.lang
          const theme = textOf(options['theme']) ?? config.deck.theme
          for (const format of chosen) {
            const target = outputPath(file, out, format)
            const other = written.get(target)
            if (other !== undefined) {
              const message = `“${other}” and “${file}” would both be written to “${target}”.`
              const hint = 'Build them into different folders with --out.'
              throw new DeckError({ code: 'cli/same-output', message, hint }, { blame: 'usage' })
            }
            written.set(target, file)
          }
          if (chosen.some((format) => format.needsChrome)) {
            chromeAsked = true
            startChrome().catch(() => undefined)
          }
          const built = await buildDeck({
            file,
            config: {
              ...config,
              notes: { ...config.notes, lang },
              slides: { ...config.slides, remarks },
              deck: { ...config.deck, theme },
              export: { ...config.export, out },
            },
            formats: chosen,
            cacheDir,
            sourceDate,
            openChrome: startChrome,
            onProgress: progress.say,
          })
          progress.end()
          printBuilt(built, json)
          const problems: readonly Problem[] = built.problems
          if (problems.some(({ severity }) => severity === 'error' || strict))
            code = Math.max(code, exitCodes.problems)
          for (const { error } of built.failures) code = Math.max(code, exitCodeOf[error.blame])
        } catch (error) {
          progress.end()
          if (!(error instanceof DeckError)) throw error
          if (json) printFailedJson(file, error.problem)
          printProblem(error.problem)
          code = Math.max(code, exitCodeOf[error.blame])
        }
      }
    } finally {
      if (chromeAsked)
        await startChrome().then(
          (chrome) => chrome[Symbol.asyncDispose](),
          () => undefined,
        )
    }
    return code
  },
}

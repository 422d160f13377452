// `recap build`: notes files → decks in the chosen formats; Chrome starts while the notes are read.
import type { Chrome } from '../../chrome/chrome.js'
import { findConfigFile, readEnvironment } from '../../config/environment.js'
import type { Format } from '../../export/format.js'
import { formats } from '../../export/formats/index.js'
import { once } from '../../shared/once.js'
import { DeckError } from '../../shared/problem.js'
import { suggestName } from '../../shared/text.js'
import { printBuilt, printFailedJson } from '../build-report.js'
import type { Command } from '../command.js'
import { exitCodeOf, exitCodes } from '../exit-codes.js'
import { onStop } from '../on-stop.js'
import { printProblem, printTalk, startProgress } from '../print.js'

const defaultFormats = ['html', 'pdf']
const policies = ['hide', 'notes', 'show'] as const

function chooseFormats(names: readonly string[]): readonly Format[] {
  const known = formats.map((format) => format.name)
  if (names.length === 0) {
    const hint = `Known: ${known.join(', ')}.`
    throw new DeckError(
      { code: 'cli/no-format', message: 'No format is asked for.', hint },
      { blame: 'usage' },
    )
  }
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

type Flags = {
  readonly out: string | undefined
  readonly to: readonly string[] | undefined
  readonly theme: string | undefined
  readonly remarks: (typeof policies)[number] | undefined
  readonly lang: string | undefined
  readonly chrome: string | undefined
  readonly json: boolean
  readonly strict: boolean
}

function readFlags(options: Readonly<Record<string, unknown>>): Flags {
  const text = (name: string) => (typeof options[name] === 'string' ? options[name] : undefined)
  const asked = text('remarks')
  const remarks = policies.find((policy) => policy === asked)
  if (asked !== undefined && remarks === undefined) {
    const message = `--remarks cannot be “${asked}”.`
    throw new DeckError(
      { code: 'cli/bad-option', message, hint: suggestName(asked, policies) },
      { blame: 'usage' },
    )
  }
  const to = text('to')
    ?.split(',')
    .map((word) => word.trim())
    .filter(Boolean)
  const flag = (name: string) => options[name] === true
  return {
    out: text('out'),
    to,
    theme: text('theme'),
    remarks,
    lang: text('lang'),
    chrome: text('chrome'),
    json: flag('json'),
    strict: flag('strict'),
  }
}

/** One Chrome for all decks of the command, started at the first call. */
function shareChrome(cacheDir: string): {
  start: (chosen: string | undefined) => Promise<Chrome>
  close: () => Promise<void>
} {
  let chosen: string | undefined
  let asked = false
  const open = once(async () => {
    const { openChrome } = await import('../../chrome/connect.js')
    const chrome = await openChrome({ chosen, cacheDir, say: printTalk })
    onStop(() => chrome.killNow())
    return chrome
  })
  return {
    start(path) {
      if (!asked) chosen = path
      asked = true
      const opened = open()
      // Whoever needs it awaits it and hears of a failure; starting early must not fail by itself.
      opened.catch(() => undefined)
      return opened
    },
    close: async () => {
      if (asked)
        await open().then(
          (chrome) => chrome[Symbol.asyncDispose](),
          () => undefined,
        )
    },
  }
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
    const flags = readFlags(options)
    const { cacheDir, sourceDate } = readEnvironment()
    const chrome = shareChrome(cacheDir)
    const wanted = chooseFormats(flags.to ?? defaultFormats)
    // Nothing that takes long stands before this: a configuration file could choose another Chrome, so only without one.
    const configured = files.some((file) => findConfigFile(file) !== undefined)
    if (!configured && wanted.some((format) => format.needsChrome)) chrome.start(flags.chrome)
    const [{ loadConfig }, { buildDeck, outputPath }] = await Promise.all([
      import('../../config/load.js'),
      import('../../pipeline.js'),
    ])
    let code: number = exitCodes.done
    const written = new Map<string, string>()

    async function buildOne(file: string, say: (words: string) => void) {
      const config = await loadConfig(file)
      const chosen = flags.to ? wanted : chooseFormats(config.export.to ?? defaultFormats)
      const out = flags.out ?? config.export.out ?? 'out'
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
      const startChrome = () => chrome.start(flags.chrome ?? config.chrome.path)
      if (chosen.some((format) => format.needsChrome)) startChrome()
      return buildDeck({
        file,
        config: {
          ...config,
          notes: { lang: flags.lang ?? config.notes.lang },
          slides: { ...config.slides, remarks: flags.remarks ?? config.slides.remarks },
          deck: { theme: flags.theme ?? config.deck.theme },
          export: { ...config.export, out },
        },
        formats: chosen,
        cacheDir,
        sourceDate,
        openChrome: startChrome,
        onProgress: say,
      })
    }

    try {
      for (const file of files) {
        const progress = startProgress(file)
        try {
          const built = await buildOne(file, progress.say).finally(progress.end)
          printBuilt(built, flags.json)
          const failing = built.problems.some(({ severity }) => severity === 'error' || flags.strict)
          const blames = built.failures.map(({ error }) => exitCodeOf[error.blame])
          code = Math.max(code, failing ? exitCodes.problems : exitCodes.done, ...blames)
        } catch (error) {
          if (!(error instanceof DeckError)) throw error
          if (flags.json) printFailedJson(file, error.problem)
          printProblem(error.problem)
          code = Math.max(code, exitCodeOf[error.blame])
        }
      }
    } finally {
      await chrome.close()
    }
    return code
  },
}

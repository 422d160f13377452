// `recap build`: notes files → decks in the chosen formats; Chrome starts while the notes are read.
import { findConfigFile, readEnvironment } from '../../config/environment.js'
import { papers, slidesPerPage } from '../../export/format.js'
import { formats } from '../../export/formats/index.js'
import { DeckError } from '../../shared/problem.js'
import { chooseFormats, declareLook, defaultFormats, readFlags } from '../build-flags.js'
import { printBuilt, printFailedJson } from '../build-report.js'
import type { Action } from '../command.js'
import { exitCodeOf, exitCodes } from '../exit-codes.js'
import { printProblem, printTalk, startProgress } from '../print.js'
import { shareChrome } from '../share-chrome.js'

export const build: Action = {
  name: 'build',
  summary: 'make a deck from notes: one offline HTML file and one PDF',
  declare(command) {
    const list = formats.map((format) => `${format.name} (${format.purpose})`).join(', ')
    command
      .argument('<notes...>', 'Markdown files')
      .option('--out <folder>', 'where the files go (default: out)')
      .option('--to <formats>', `what to make, separated by commas: ${list} (default: html,pdf)`)
    declareLook(command)
      .option('--slides <numbers>', 'of pdf, handout, png and pptx, only these slides, such as 1,3-5,9-')
      .option('--fragments', 'in pdf, a page for each step where points come one at a time')
      .option(
        '--url <address>',
        'the address of the folder the files are published in: links to the deck show its first slide (adds cover)',
      )
      .option('--scale <factor>', 'the size of png pictures; 1.5 is 1920×1080 (default: 1)')
      .option('--paper <size>', `what a handout is printed on: ${papers.join(' or ')} (default: a4)`)
      .option('--per-page <count>', `slides on a page of a handout: ${slidesPerPage.join(', ')} (default: 3)`)
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
    if (!configured && wanted.some((format) => format.needsChrome)) {
      chrome.start(flags.chrome)
      // Else it would be started only when all below is loaded, for nothing there waits long enough to let its start get on.
      await chrome.underWay
    }
    const [{ loadConfig }, { buildDeck }, { outputPath }] = await Promise.all([
      import('../../config/load.js'),
      import('../../pipeline.js'),
      import('../../pipeline/output-path.js'),
    ])
    let code: number = exitCodes.done
    const written = new Map<string, string>()

    async function buildOne(file: string, say: (words: string) => void) {
      const config = await loadConfig(file)
      const url = flags.url ?? config.export.url
      const asked = flags.to ?? config.export.to ?? defaultFormats
      // The page names the picture.
      const pictured = url !== undefined && asked.includes('html')
      const chosen = chooseFormats(pictured ? [...asked, 'cover'] : asked)
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
      if (chosen.some((format) => format.needsChrome)) {
        startChrome()
        await chrome.underWay
      }
      return buildDeck({
        file,
        config: {
          ...config,
          notes: { ...config.notes, lang: flags.lang ?? config.notes.lang },
          export: { ...config.export, out, url },
        },
        asked: { theme: flags.theme, aspect: flags.aspect, remarks: flags.remarks },
        settings: flags.settings,
        formats: chosen,
        options: {
          slides: flags.slides,
          fragments: flags.fragments || config.export.fragments,
          scale: flags.scale,
          paper: flags.paper ?? config.export.paper,
          perPage: flags.perPage,
        },
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
          if (flags.fragments && !built.slides.some(({ fragments }) => fragments))
            printTalk(
              'No points come one at a time here. Write “fragments: true” in the front matter for that.',
            )
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

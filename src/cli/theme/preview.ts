// `recap theme preview`: one page with every layout in the themes, or with notes of your own in all of them.
import path from 'node:path'
import type { Shown } from '../../export/gallery.js'
import { DeckError } from '../../shared/problem.js'
import { aspects } from '../../theme/aspect.js'
import type { Over } from '../../theme/load.js'
import type { Theme } from '../../theme/theme.js'
import type { Action } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { formatBytes, printLine, printProblem, startProgress } from '../print.js'
import { shareChrome } from '../share-chrome.js'

/** Slides at three quarters of their size: sharp on the wall, readable when large. */
const scale = 0.75

const isNotes = (word: string) => /\.(md|markdown|mdown|txt)$/i.test(word)

function readWords(words: readonly string[]): {
  readonly names: readonly string[]
  readonly notes: string | undefined
} {
  const notes = words.filter(isNotes)
  if (notes.length <= 1) return { names: words.filter((word) => !isNotes(word)), notes: notes[0] }
  const message = `Notes are shown one file at a time, not ${notes.length}.`
  throw new DeckError({ code: 'cli/bad-option', message, hint: 'Leave all but one out.' }, { blame: 'usage' })
}

/** What the author of the notes lays over any theme. */
async function readOver(notes: string): Promise<Over> {
  const [{ parseNotes }, { readNotesBytes }, { readBrand, readOwnSheet }] = await Promise.all([
    import('../../notes/parse.js'),
    import('../../notes/read.js'),
    import('../../theme/brand.js'),
  ])
  const { head } = parseNotes(await readNotesBytes(notes), notes, {}).notes
  const [layers, sheets] = await Promise.all([readBrand(notes, head.brand), readOwnSheet(notes)])
  return { layers, sheets, near: path.dirname(notes) }
}

export const preview: Action = {
  name: 'preview',
  summary: 'one page to look at: every theme, or those named, in every layout or on your notes',
  declare(command) {
    command
      .argument(
        '[names-and-notes...]',
        'themes by name or path, and a notes file to see in them (default: all themes)',
      )
      .option('--out <file>', 'the page to write (default: out/themes.html)')
      .option('--aspect <ratio>', `the shape of the slides: ${aspects.join(', ')}`, '16:9')
      .option('--chrome <path>', 'the Chrome to use, or the ws:// address of one that runs')
  },
  async run(words, options) {
    const { names, notes } = readWords(words)
    const [{ readFlags }, { readEnvironment }, { listThemes }, { loadTheme }, { drawIn }, { takePictures }] =
      await Promise.all([
        import('../build-flags.js'),
        import('../../config/environment.js'),
        import('../../theme/find.js'),
        import('../../theme/load.js'),
        import('./draw-in.js'),
        import('../../export/pictures.js'),
      ])
    const { aspect = '16:9', chrome: chosen, out = path.join('out', 'themes.html') } = readFlags(options)
    const { cacheDir } = readEnvironment()
    const shared = shareChrome(cacheDir)
    const { galleryFiles } = await import('./gallery-files.js')
    const files = notes === undefined ? galleryFiles : [notes]
    const asked = names.length > 0 ? names : listThemes()
    const over = notes === undefined ? {} : await readOver(notes)
    const themes = await Promise.all(asked.map((name) => loadTheme(name, '.', over)))
    const progress = startProgress('themes')
    try {
      const chrome = await shared.start(chosen)
      const drawAll = async (theme: Theme, index: number): Promise<Shown> => {
        const pictures = []
        for (const file of files) {
          progress.say(`${theme.name}, ${index + 1} of ${themes.length}`)
          await using drawn = await drawIn(theme, file, { aspect, chrome, cacheDir })
          pictures.push(...(await takePictures(drawn, { type: 'webp', scale })))
        }
        const { bg, ink, accent } = theme.color
        return {
          name: asked[index] ?? theme.name,
          mood: theme.mood ?? '',
          colors: [bg, ink, accent],
          pictures,
        }
      }
      const shown: Shown[] = []
      for (const [index, theme] of themes.entries()) {
        for (const problem of theme.problems) printProblem(problem)
        shown.push(await drawAll(theme, index))
      }
      const [{ makeGallery }, { writeWhole }] = await Promise.all([
        import('../../export/gallery.js'),
        import('../../shared/files.js'),
      ])
      const page = await makeGallery(shown, {
        title: notes === undefined ? 'Themes' : `${path.basename(notes)} in ${shown.length} themes`,
        about:
          notes === undefined
            ? 'Every layout, in Chinese and in English, with remarks shown.'
            : 'A row for each slide; themes split long ones where their own type wants it.',
        sideBySide: notes !== undefined && shown.length > 1,
      })
      await writeWhole(out, page)
      progress.end()
      printLine(
        `${path.relative('', out)}  ${formatBytes(Buffer.byteLength(page))}, ${shown.length} theme${shown.length === 1 ? '' : 's'}`,
      )
      return exitCodes.done
    } finally {
      progress.end()
      await shared.close()
    }
  },
}

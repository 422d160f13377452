// The whole journey on one page: notes file → notes → slides → deck → Chrome fits it → files, and what was noticed.
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { checkDeck } from './check/check.js'
import type { Chrome } from './chrome/chrome.js'
import { openDeck } from './chrome/open-deck.js'
import { readPageReport } from './chrome/page-report.js'
import type { Deck, Published } from './deck/deck.js'
import { renderDeck } from './deck/render.js'
import type { ExportInput, Format, OutputOptions } from './export/format.js'
import { chooseSlides } from './export/slide-ranges.js'
import { writeMade } from './export/write-made.js'
import type { Notes, Remark, RemarkPolicy } from './notes/notes.js'
import type { PageReport } from './page/contract.js'
import { type PlanRequest, planDeck } from './pipeline/plan-deck.js'
import { once } from './shared/once.js'
import { DeckError, type Problem } from './shared/problem.js'
import { allRemarks } from './slides/pieces.js'
import type { Slide } from './slides/slide.js'
import { type Aspect, canvasOf } from './theme/aspect.js'

export type BuildRequest = PlanRequest & {
  readonly formats: readonly Format[]
  readonly options?: OutputOptions
  readonly cacheDir: string
  /** The date files are marked with, when not the notes' own. */
  readonly sourceDate?: Date | undefined
  /** The shared Chrome; called only when a format needs it. */
  readonly openChrome: () => Promise<Chrome>
  readonly onProgress?: (words: string) => void
}

export type Output = {
  readonly format: string
  readonly path: string
  readonly bytes: number
  readonly ms: number
  /** Slides in it; absent where no Chrome has counted them. */
  readonly slides?: number | undefined
}

export type BuiltDeck = {
  readonly notes: Notes
  readonly slides: readonly Slide[]
  readonly deck: Deck
  readonly report: PageReport | undefined
  readonly outputs: readonly Output[]
  readonly remarks: readonly Remark[]
  /** What was done with them. */
  readonly policy: RemarkPolicy
  readonly problems: readonly Problem[]
  /** Formats that could not be made, each with the error that says why. */
  readonly failures: readonly { readonly format: string; readonly error: DeckError }[]
  readonly ms: number
}

const notesEnding = /\.(md|markdown|mdown|txt)$/i

/** The path of a notes file's output in one format. */
export function outputPath(file: string, out: string, format: Format): string {
  return path.join(out, path.basename(file).replace(notesEnding, '') + format.ending)
}

/** Where the deck and the picture of its first slide are found, once their folder is published. */
function publishedAt({ file, config, options }: BuildRequest, aspect: Aspect): Published | undefined {
  const { url } = config.export
  if (url === undefined) return undefined
  const base = url.endsWith('/') ? url : `${url}/`
  const name = encodeURIComponent(path.basename(file).replace(notesEnding, ''))
  const { widthPx, heightPx } = canvasOf(aspect)
  const scale = options?.scale ?? 1
  return {
    page: new URL(`${name}.html`, base).href,
    cover: new URL(`${name}.png`, base).href,
    width: Math.round(widthPx * scale),
    height: Math.round(heightPx * scale),
  }
}

/**
 * Builds one deck. Problems with the notes come back with the result; a format that fails does not stop the others.
 * Throws DeckError where nothing can be made at all.
 */
export async function buildDeck(request: BuildRequest): Promise<BuiltDeck> {
  const started = performance.now()
  const { file, config } = request
  const say = request.onProgress ?? (() => undefined)
  const { notes, slides, theme, aspect, policy, problems } = await planDeck(request)
  const facts = await stat(file)
  const rendering = renderDeck(notes, slides, theme, {
    audience: 'shared',
    aspect,
    published: publishedAt(request, aspect),
    cacheDir: request.cacheDir,
    onProgress: (done, total) => say(`cutting fonts, ${done} of ${total}`),
  })

  const open = async () => {
    say('opening the deck in Chrome')
    const chrome = await request.openChrome()
    const html = rendering.then((deck) => deck.html)
    // That it failed is told by `rendering`; here it may be before anybody waits for it, which would end the program.
    html.catch(() => undefined)
    const page = await openDeck(chrome, html, { mode: 'pages', ...canvasOf(aspect) })
    return { chrome, open: page, report: readPageReport(page.report) }
  }
  let openPage = once(open)
  let died = false

  const needsChrome = request.formats.some((format) => format.needsChrome)
  // Got ready while the deck is rendered; whoever needs the page awaits it and hears of a failure.
  if (needsChrome) openPage().catch(() => undefined)
  const deck = await rendering

  const drawPresenter = once(() =>
    renderDeck(notes, slides, theme, { audience: 'presenter', aspect, cacheDir: request.cacheDir }),
  )
  // The page is one, and a format may change what it shows: those that need it take turns.
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = (format: Format, input: ExportInput) => {
    if (!format.needsChrome) return format.make(input)
    const made = turn.then(() => {
      // What Chrome took with it is lost; what comes after is made in another.
      if (died) openPage = once(open)
      died = false
      return format.make(input)
    })
    turn = made.catch((error) => {
      died = error instanceof DeckError && error.problem.code === 'chrome/died'
    })
    return made
  }
  const outputs: Output[] = []
  const failures: BuiltDeck['failures'][number][] = []
  const input: ExportInput = {
    deck,
    date: request.sourceDate ?? facts.mtime,
    openPage: () => openPage(),
    drawPresenter,
    options: request.options ?? {},
  }
  const results = await Promise.allSettled(
    request.formats.map(async (format) => {
      const before = performance.now()
      const target = outputPath(file, config.export.out ?? 'out', format)
      if (path.resolve(target) === path.resolve(file)) {
        const hint = 'Choose another folder with --out.'
        throw new DeckError(
          { code: 'export/over-notes', message: `“${target}” is the notes themselves.`, hint },
          { blame: 'usage' },
        )
      }
      const made = await inTurn(format, input)
      say(`writing ${path.basename(target)}`)
      const bytes = await writeMade(target, made)
      const ms = Math.round(performance.now() - before)
      outputs.push({ format: format.name, path: target, bytes, ms })
    }),
  )
  results.forEach((result, index) => {
    if (result.status === 'fulfilled') return
    if (!(result.reason instanceof DeckError)) throw result.reason
    failures.push({ format: request.formats[index]?.name ?? '', error: result.reason })
  })
  const opened = needsChrome ? await openPage().catch(() => undefined) : undefined
  const report = opened?.report
  await opened?.open[Symbol.asyncDispose]()
  const order = request.formats.map((format) => format.name)
  const picking = new Set(request.formats.filter(({ picksSlides }) => picksSlides).map(({ name }) => name))
  const countIn = (name: string, pages: number) =>
    picking.has(name) ? chooseSlides(request.options?.slides, pages).length : pages
  return {
    notes,
    slides,
    deck,
    report,
    outputs: outputs
      .toSorted((a, b) => order.indexOf(a.format) - order.indexOf(b.format))
      .map((output) => ({ ...output, slides: report && countIn(output.format, report.pages) })),
    remarks: allRemarks(notes.sections),
    policy,
    problems: [...problems, ...deck.problems, ...checkDeck({ notes, remarks: policy, deck, report })],
    failures,
    ms: Math.round(performance.now() - started),
  }
}

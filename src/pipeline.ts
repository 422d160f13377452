// The whole journey on one page: notes file → notes → slides → deck → Chrome fits it → files, and what was noticed.
import { stat } from 'node:fs/promises'
import { checkDeck } from './check/check.js'
import type { Chrome } from './chrome/chrome.js'
import { openDeck } from './chrome/open-deck.js'
import { readPageReport } from './chrome/page-report.js'
import type { Deck } from './deck/deck.js'
import { renderDeck } from './deck/render.js'
import type { Format, OutputOptions } from './export/format.js'
import type { Notes, Remark, RemarkPolicy } from './notes/notes.js'
import type { PageReport } from './page/contract.js'
import { type Failure, keepPage, makeFiles, type Output } from './pipeline/make-files.js'
import { publishedAt } from './pipeline/output-path.js'
import { type PlanRequest, planDeck } from './pipeline/plan-deck.js'
import { once } from './shared/once.js'
import type { Problem } from './shared/problem.js'
import { allRemarks } from './slides/pieces.js'
import type { Slide } from './slides/slide.js'
import { canvasOf } from './theme/aspect.js'

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
  readonly failures: readonly Failure[]
  readonly ms: number
}

/**
 * Builds one deck. Problems with the notes come back with the result; a format that fails does not stop the others.
 * Throws DeckError where nothing can be made at all.
 */
export async function buildDeck(request: BuildRequest): Promise<BuiltDeck> {
  const started = performance.now()
  const { file, config, formats, options = {} } = request
  const say = request.onProgress ?? (() => undefined)
  const { notes, slides, theme, aspect, policy, problems } = await planDeck(request)
  const facts = await stat(file)
  const rendering = renderDeck(notes, slides, theme, {
    audience: 'shared',
    aspect,
    published: publishedAt(file, config.export.url, aspect, options.scale),
    cacheDir: request.cacheDir,
    onProgress: (done, total) => say(`cutting fonts, ${done} of ${total}`),
  })

  const unseen = formats.every(({ needsChrome, onlyPrints }) => !needsChrome || onlyPrints)
  const page = keepPage(async () => {
    say('opening the deck in Chrome')
    const chrome = await request.openChrome()
    const html = rendering.then((deck) => deck.html)
    // That it failed is told by `rendering`; here it may be before anybody waits for it, which would end the program.
    html.catch(() => undefined)
    const open = await openDeck(chrome, html, {
      mode: unseen ? 'pages&unseen' : 'pages',
      ...canvasOf(aspect),
    })
    return { chrome, open, report: readPageReport(open.report) }
  })
  // Got ready while the deck is rendered; whoever needs the page awaits it and hears of a failure.
  if (formats.some(({ needsChrome }) => needsChrome)) page.open().catch(() => undefined)
  const deck = await rendering

  const drawPresenter = once(() =>
    renderDeck(notes, slides, theme, { audience: 'presenter', aspect, cacheDir: request.cacheDir }),
  )
  const date = request.sourceDate ?? facts.mtime
  const out = config.export.out ?? 'out'
  const input = { deck, date, drawPresenter, options }
  const { outputs, failures, fitted } = await makeFiles({ file, out, formats, page, input, say })
  const report = fitted?.report
  // Nobody need wait until it is closed, which never fails.
  fitted?.open[Symbol.asyncDispose]()
  return {
    notes,
    slides,
    deck,
    report,
    outputs,
    remarks: allRemarks(notes.sections),
    policy,
    problems: [...problems, ...deck.problems, ...checkDeck({ notes, remarks: policy, deck, report })],
    failures,
    ms: Math.round(performance.now() - started),
  }
}

// A deck and the formats asked for → their files, each written as soon as it is made, and why the others could not be.
import path from 'node:path'
import type { ExportInput, FittedPage, Format } from '../export/format.js'
import { chooseSlides } from '../export/slide-ranges.js'
import { writeMade } from '../export/write-made.js'
import { once } from '../shared/once.js'
import { DeckError } from '../shared/problem.js'
import { outputPath } from './output-path.js'

export type Output = {
  readonly format: string
  readonly path: string
  readonly bytes: number
  readonly ms: number
  /** Slides in it; absent where no Chrome has counted them. */
  readonly slides?: number | undefined
}

/** A format that could not be made, with the error that says why. */
export type Failure = { readonly format: string; readonly error: DeckError }

/** The deck's one page in Chrome: opened at the first call; `renew` lets the next one open another. */
export type KeptPage = { readonly open: () => Promise<FittedPage>; readonly renew: () => void }

export function keepPage(open: () => Promise<FittedPage>): KeptPage {
  let kept = once(open)
  return {
    open: () => kept(),
    renew() {
      kept = once(open)
    },
  }
}

type MakeRequest = {
  readonly file: string
  readonly out: string
  readonly formats: readonly Format[]
  readonly page: KeptPage
  readonly input: Omit<ExportInput, 'openPage'>
  readonly say: (words: string) => void
}
export type Made = {
  readonly outputs: readonly Output[]
  readonly failures: readonly Failure[]
  /** The page they were made of; absent where none was needed, or none could be opened. */
  readonly fitted: FittedPage | undefined
}

/**
 * The page is one, and a format may change what it shows: those that need it take turns. What a Chrome that died took with it
 * is lost; what comes after is made in another.
 */
function takeTurns({ page, input }: MakeRequest) {
  const whole = { ...input, openPage: page.open }
  let turn: Promise<unknown> = Promise.resolve()
  let died = false
  return (format: Format) => {
    if (!format.needsChrome) return format.make(whole)
    const made = turn.then(() => {
      if (died) page.renew()
      died = false
      return format.make(whole)
    })
    turn = made.catch((error) => {
      died = error instanceof DeckError && error.problem.code === 'chrome/died'
    })
    return made
  }
}

function refuseNotes(target: string, file: string): void {
  if (path.resolve(target) !== path.resolve(file)) return
  const message = `“${target}” is the notes themselves.`
  const hint = 'Choose another folder with --out.'
  throw new DeckError({ code: 'export/over-notes', message, hint }, { blame: 'usage' })
}

/** Makes and writes them; both lists are in the order asked for. A format that fails does not stop the others. */
export async function makeFiles(request: MakeRequest): Promise<Made> {
  const { file, out, formats, page, input, say } = request
  const make = takeTurns(request)
  const results = await Promise.allSettled(
    formats.map(async (format): Promise<Output> => {
      const before = performance.now()
      const target = outputPath(file, out, format)
      refuseNotes(target, file)
      const made = await make(format)
      say(`writing ${path.basename(target)}`)
      const bytes = await writeMade(target, made)
      return { format: format.name, path: target, bytes, ms: Math.round(performance.now() - before) }
    }),
  )
  const needsChrome = formats.some((format) => format.needsChrome)
  const fitted = needsChrome ? await page.open().catch(() => undefined) : undefined
  const outputs: Output[] = []
  const failures: Failure[] = []
  for (const [index, format] of formats.entries()) {
    const result = results[index]
    if (result?.status === 'fulfilled') {
      const all = fitted?.report.pages
      const some = format.picksSlides ? input.options.slides : undefined
      const slides = all === undefined ? undefined : chooseSlides(some, all).length
      outputs.push({ ...result.value, slides })
    } else if (result?.reason instanceof DeckError)
      failures.push({ format: format.name, error: result.reason })
    else throw result?.reason
  }
  return { outputs, failures, fitted }
}

// The words after `recap build` → what is wanted, checked. Throws DeckError with blame usage for what cannot be.
import type { Command as CommanderCommand } from 'commander'
import {
  type Format,
  type Paper,
  type PerPage,
  papers,
  type SlideRange,
  slidesPerPage,
} from '../export/format.js'
import { formats } from '../export/formats/index.js'
import { readSlideRanges } from '../export/slide-ranges.js'
import { DeckError } from '../shared/problem.js'
import { suggestName } from '../shared/text.js'
import { type Aspect, aspects } from '../theme/aspect.js'

export const defaultFormats = ['html', 'pdf']
/** What may become of private remarks. */
export const policies = ['hide', 'notes', 'show'] as const

/** The formats of these names, each once, in the order asked for. */
export function chooseFormats(names: readonly string[]): readonly Format[] {
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

function readScale(words: string | undefined): number | undefined {
  if (words === undefined) return undefined
  const scale = Number(words)
  if (scale >= 0.1 && scale <= 4) return scale
  throw new DeckError(
    {
      code: 'cli/bad-option',
      message: `--scale cannot be “${words}”.`,
      hint: 'Write a number from 0.1 to 4; 1.5 makes pictures of 1920×1080.',
    },
    { blame: 'usage' },
  )
}

function readUrl(words: string | undefined): string | undefined {
  if (words === undefined || (/^https?:/i.test(words) && URL.canParse(words))) return words
  const message = `--url cannot be “${words}”.`
  const hint = 'Write the address of the folder, such as https://example.org/talks/'
  throw new DeckError({ code: 'cli/bad-option', message, hint }, { blame: 'usage' })
}

/** The options that choose a deck's look, of whichever command shows it. */
export const declareLook = (command: CommanderCommand): CommanderCommand =>
  command
    .option('--theme <name>', 'a built-in theme, a folder or .css file of your own (default: paper)')
    .option(
      '--set <key=value>',
      'one key of theme.yaml, such as color.accent=#0a6e5c; may be given several times',
      (one: string, earlier: readonly string[] = []) => [...earlier, one],
    )
    .option('--aspect <ratio>', `the shape of the slides: ${aspects.join(', ')} (default: 16:9)`)
    .option(
      '--remarks <policy>',
      'private remarks: hide, notes (out of every shared file) or show (default: notes)',
    )
    .option(
      '--lang <tag>',
      'the language of the deck: zh-Hans, zh-Hant, ja or en (default: that of the notes)',
    )

export type BuildFlags = {
  readonly url: string | undefined
  readonly out: string | undefined
  readonly to: readonly string[] | undefined
  readonly theme: string | undefined
  readonly settings: readonly string[]
  readonly aspect: Aspect | undefined
  readonly remarks: (typeof policies)[number] | undefined
  readonly lang: string | undefined
  readonly chrome: string | undefined
  readonly slides: readonly SlideRange[] | undefined
  readonly fragments: boolean
  readonly scale: number | undefined
  readonly paper: Paper | undefined
  readonly perPage: PerPage | undefined
  readonly json: boolean
  readonly strict: boolean
}

/** Reads commander's options. */
export function readFlags(options: Readonly<Record<string, unknown>>): BuildFlags {
  const text = (name: string) => (typeof options[name] === 'string' ? options[name] : undefined)
  const oneOf = <Word extends string>(name: string, words: readonly Word[], key = name): Word | undefined => {
    const asked = text(key)
    const found = words.find((word) => word === asked)
    if (asked === undefined || found !== undefined) return found
    const message = `--${name} cannot be “${asked}”.`
    throw new DeckError(
      { code: 'cli/bad-option', message, hint: suggestName(asked, words) },
      { blame: 'usage' },
    )
  }
  const to = text('to')
    ?.split(',')
    .map((word) => word.trim())
    .filter(Boolean)
  const slides = text('slides')
  const flag = (name: string) => options[name] === true
  return {
    url: readUrl(text('url')),
    out: text('out'),
    to,
    theme: text('theme'),
    settings: Array.isArray(options['set']) ? options['set'].map(String) : [],
    aspect: oneOf('aspect', aspects),
    remarks: oneOf('remarks', policies),
    lang: text('lang'),
    chrome: text('chrome'),
    slides: slides === undefined ? undefined : readSlideRanges(slides),
    fragments: flag('fragments'),
    scale: readScale(text('scale')),
    paper: oneOf('paper', papers),
    perPage: oneOf('per-page', slidesPerPage, 'perPage'),
    json: flag('json'),
    strict: flag('strict'),
  }
}

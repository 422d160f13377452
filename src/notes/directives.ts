// Directives, which are HTML comments so that the notes read well anywhere → what the author asks of the slides.
import type { At } from '../shared/problem.js'
import { suggestName } from '../shared/text.js'
import type { Wish } from './notes.js'
import type { BodyPiece, DirectiveLine, Piece } from './piece.js'
import type { Reading } from './reading.js'

type Directive = {
  readonly name: string
  readonly purpose: string
  readonly value?: RegExp
  readonly takes?: string
}

/** THE TABLE of directives. `private` is obeyed before Markdown is read (private.ts), `public` line by line (remarks.ts). */
const directives: readonly Directive[] = [
  {
    name: 'layout',
    purpose: 'What follows, up to the next heading or break, gets this layout.',
    value: /^[a-z][a-z0-9-]*$/i,
    takes: 'a layout’s name, such as cards',
  },
  { name: 'break', purpose: 'A new slide begins here; a line of --- says the same.' },
  { name: 'keep', purpose: 'What follows, up to the next heading or break, is not split.' },
  {
    name: 'class',
    purpose: 'A class for the slides of what follows, for a theme to style.',
    // Not the names that hide things in our own style sheets and in reveal.js’s.
    value: /^(?!(?:notes|seal|fragment|hidden|pages|fitting)$)[A-Za-z][\w-]*$/,
    takes: 'a class name of your own',
  },
  {
    name: 'fragments',
    purpose:
      'The points of what follows come one at a time on the screen; off: at once, where the deck’s do.',
    value: /^(?:on|off|true|false)?$/i,
    takes: 'nothing, or off',
  },
  {
    name: 'minutes',
    purpose: 'How long the section of the heading above is to take; the speaker’s view keeps the pace.',
    value: /^(?!0+(?:\.0+)?$)\d{1,3}(?:\.\d{1,2})?$/,
    takes: 'a number of minutes, such as 5',
  },
  { name: 'private', purpose: 'What follows, up to /private, is a remark.' },
  { name: '/private', purpose: 'Ends what is private.' },
  { name: 'public', purpose: 'The line, or the one below, is no remark.' },
]

const comment = /<!--\s*([\s\S]*?)\s*-->/g
// A word alone, or “word: value”; other comments are the author’s own and say nothing.
const shape = /^(\/?[A-Za-z_$][\w-]*)\s*(?::\s*(\S(?:.*\S)?)?)?$/
/** Words other tools put into comments. */
const foreign = /^(more|toc|tocstop|todo|fixme|xxx|prettier|markdownlint|eslint|doctoc|start|end)/i

function readComment(inside: string, at: At, reading: Reading): DirectiveLine | undefined {
  const [, name, value] = shape.exec(inside) ?? []
  if (name === undefined || foreign.test(name)) return undefined
  const known = directives.find((directive) => directive.name === name.toLowerCase())
  const problem = (message: string, hint: string) =>
    void reading.problems.push({ code: 'notes/directive', severity: 'warning', message, hint, at })
  if (!known) {
    problem(
      `There is no directive “${name}”.`,
      suggestName(
        name,
        directives.map((directive) => directive.name),
      ),
    )
    return undefined
  }
  if (known.value && !known.value.test(value ?? '')) {
    problem(`“${name}: ${value ?? ''}” says nothing.`, `It takes ${known.takes}: <!-- ${known.name}: … -->`)
    return undefined
  }
  if (known.name.endsWith('private') || known.name === 'public') return undefined
  return {
    kind: 'directive',
    name: known.name,
    value: known.name === 'layout' ? (value ?? '').toLowerCase() : (value ?? ''),
    at,
  }
}

/** The directives in a text, and the text without its comments; the markers of private and public text stay in it. */
export function takeDirectives(
  text: string,
  at: At,
  reading: Reading,
): { readonly said: string; readonly directives: readonly DirectiveLine[] } {
  if (!text.includes('<!--')) return { said: text, directives: [] }
  const found: DirectiveLine[] = []
  const said = text.replace(comment, (whole, inside: string, offset: number) => {
    const above = text.slice(0, offset).split('\n')
    const column = (above.length === 1 ? (at.column ?? 1) : 1) + (above.at(-1)?.length ?? 0)
    const directive = readComment(inside, { ...at, line: (at.line ?? 1) + above.length - 1, column }, reading)
    if (directive) found.push(directive)
    return /^(\/?private|public)$/i.test(inside) ? whole : whole.replace(/[^\n]/g, '')
  })
  return { said, directives: found }
}

/** What a directive asks of the slides. */
function asked({ name, value }: DirectiveLine): Omit<Wish, 'at'> {
  if (name === 'layout') return { layout: value }
  if (name === 'class') return { className: value }
  if (name === 'fragments') return { fragments: !/^(?:off|false)$/i.test(value) }
  return name === 'keep' ? { keep: true } : {}
}

type Region = { wish: Partial<Wish> & { at: At }; used: boolean; headings: number }

/**
 * Gives each unit what the directives before it ask for: they hold to the next heading or break. A second layout for the
 * same units overrules the first, with a warning. Directives leave the pieces.
 */
export function applyDirectives(pieces: readonly Piece[], reading: Reading): readonly BodyPiece[] {
  const done: BodyPiece[] = []
  let region: Region | undefined
  let begins = false
  const warn = (message: string, hint: string, at: At) =>
    void reading.problems.push({ code: 'notes/directive', severity: 'warning', message, hint, at })
  const leave = () => {
    if (region && !region.used)
      warn('Nothing follows this directive.', 'Put it above what it is about.', region.wish.at)
    region = undefined
  }
  for (const piece of pieces) {
    if (piece.kind === 'directive') {
      if (piece.name === 'break') {
        if (region?.used) region = undefined
        begins = true
        continue
      }
      const { name, value, at } = piece
      // About its section, not about what follows.
      if (name === 'minutes') {
        done.push({ kind: 'budget', minutes: Number(value), at })
        continue
      }
      const before: Region['wish'] = region && !region.used ? region.wish : { at }
      if (name === 'layout' && before.layout !== undefined && before.layout !== value)
        warn(
          `“layout: ${before.layout}” is overruled by “layout: ${value}” below it.`,
          'Keep one of the two.',
          before.at,
        )
      region = {
        wish: { ...before, ...asked(piece), at },
        used: false,
        headings: region && !region.used ? region.headings : 0,
      }
      begins = true
    } else if (piece.kind === 'heading') {
      if (region?.used) region = undefined
      // A directive may stand right above the heading it is about, not above an empty section before it.
      else if (region && region.headings > 0) leave()
      if (region) region.headings += 1
      begins = false
      done.push(piece)
    } else if (piece.kind === 'remark') done.push(piece)
    else {
      if (region) region.used = true
      done.push({
        ...piece,
        ...(begins ? { begins } : {}),
        ...(region && !piece.wish ? { wish: region.wish } : {}),
      })
      begins = piece.wish !== undefined && !region
    }
  }
  leave()
  return done
}

/** What directives on a point's own line ask of the slide it is on. */
export function wishOf(found: readonly DirectiveLine[]): Wish | undefined {
  const about = found.filter(({ name }) => name !== 'minutes')
  const [first] = about
  if (!first) return undefined
  let wish: Omit<Wish, 'at'> = {}
  for (const one of about) wish = { ...wish, ...asked(one) }
  return { ...wish, at: first.at }
}

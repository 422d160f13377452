// What had to go below the theme's smallest size, did not fit even so, or was cut → where it stands in the notes, and what helps.
import type { SlideReport, Trouble } from '../../page/contract.js'
import type { At, Problem } from '../../shared/problem.js'
import type { Rule } from '../rule.js'

type Saying = { readonly is: string; readonly hint: string }

const sayings: Readonly<Record<Trouble['what'], Saying>> = {
  head: {
    is: 'This heading is too long for the head of a slide',
    hint: 'Shorten it, or write it as a paragraph under a short one.',
  },
  title: { is: 'This title is too long for its slide', hint: 'Shorten it, or what stands right below it.' },
  subtitle: {
    is: 'The subtitle is too long for the title slide',
    hint: 'Shorten “subtitle” in the front matter.',
  },
  event: {
    is: 'What stands over the title is too long for the title slide',
    hint: 'Shorten “event” or “place” in the front matter.',
  },
  author: {
    is: 'The author’s name is too long for the title slide',
    hint: 'Shorten “author” in the front matter.',
  },
  closing: {
    is: 'The closing words are too long for the last slide',
    hint: 'Shorten “closing” in the front matter.',
  },
  lead: {
    is: 'What stands right under this heading is too long for its slide',
    hint: 'Shorten it, or make it several points.',
  },
  fact: {
    is: 'What is said of the speaker is too long for the heading’s slide',
    hint: 'Shorten the longest of these lines, or put a point between them and the heading.',
  },
  question: {
    is: 'This question leaves too little room for its answers',
    hint: 'Shorten it, or write it as several questions.',
  },
  body: {
    is: 'This is too long for its slide',
    hint: 'Shorten it, or break it into several points.',
  },
  unit: { is: 'This point is too long for one slide', hint: 'Break it into several.' },
  list: {
    is: 'This point has too much under it for one slide',
    hint: 'Give it fewer points under it: make it a heading of its own.',
  },
  table: {
    is: 'This table is too large for its slides',
    hint: 'Leave out columns, shorten what its cells say, or make two tables of it.',
  },
  code: { is: 'This code is too long for one slide', hint: 'Break its longest lines, or leave some out.' },
  quote: { is: 'This quotation is too long for one slide', hint: 'Leave out some of it, or make two of it.' },
  figure: { is: 'This picture has too many words with it', hint: 'Shorten its description.' },
  formula: {
    is: 'This formula is too wide for its place',
    hint: 'Write it as several, each on a line of its own.',
  },
  agenda: {
    is: 'This heading is too long for its row in the agenda',
    hint: 'Shorten the longest headings, or leave the agenda out with “agenda: false” in the front matter.',
  },
  slide: {
    is: 'What is to be kept on one slide is too much for it',
    hint: 'Take “keep” away, or put a heading in the middle of it.',
  },
}

/** A heading can stand between points only. */
const keptHints: Readonly<Record<NonNullable<Trouble['holds']>, string>> = {
  table: 'Take “keep” away, or leave out some of the rows or columns.',
  code: 'Take “keep” away, or leave out some of the code.',
  unit: 'Take “keep” away, or shorten it.',
}

function describe({ kind, what, fontPx }: Trouble): string {
  const { is } = sayings[what]
  if (kind === 'not-kept') return `${is}, at any size: it stands on several.`
  if (kind === 'overflow') return `${is}, even in the smallest type.`
  return `${is}: it is set in ${fontPx ?? 0} px, smaller than the theme wants.`
}

/** A heading stands whole once, where there is room for it. */
const describeHead = ({ what }: Trouble): string =>
  `${sayings[what].is}: it ends in “…” there, and stands whole among the text.`

/** All names that an agenda could not show whole are one matter: they want the same advice. */
function describeCut(cut: readonly Trouble[]): string {
  const lines = cut.flatMap(({ line }) => line ?? [])
  if (cut.length === 1) return `${sayings.agenda.is}; it ends in “…” there.`
  return `${cut.length} headings are too long for their rows in the agenda and end in “…” there: lines ${lines.join(', ')}.`
}

function findProblems({ trouble = [] }: SlideReport, at: At | undefined): readonly Problem[] {
  const problem = ({ what, line, holds }: Trouble, message: string): Problem => ({
    code: 'check/overflow',
    severity: 'warning',
    message,
    hint: holds ? keptHints[holds] : sayings[what].hint,
    ...(at ? { at: line === undefined ? at : { file: at.file, line } } : {}),
  })
  const names = trouble.filter(({ kind, what }) => kind === 'cut' && what === 'agenda')
  const others = trouble.filter((one) => !names.includes(one))
  return [
    ...names.slice(0, 1).map((first) => problem(first, describeCut(names))),
    ...others.map((one) => problem(one, one.kind === 'cut' ? describeHead(one) : describe(one))),
  ]
}

export const overflow: Rule = {
  code: 'check/overflow',
  purpose: 'No slide is fuller than it can show.',
  check({ deck, report }) {
    const places = new Map(deck.slides.map(({ id, at }) => [id, at]))
    const found = (report?.slides ?? []).flatMap((slide) => findProblems(slide, places.get(slide.id)))
    // A long heading stands over all slides of its section.
    const told = new Set<string>()
    return found.filter(({ message, at }) => {
      const key = `${at?.line} ${message.split(':')[0]}`
      return told.has(key) ? false : told.add(key)
    })
  },
}

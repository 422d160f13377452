// Bytes of a notes file → understood notes: the readers of this room, in order.
import { DeckError, type Problem } from '../shared/problem.js'
import { escapeHtml } from '../shared/text.js'
import { readBlocks } from './blocks.js'
import { applyDirectives } from './directives.js'
import { moveFootnotes } from './footnotes.js'
import { readFrontMatter } from './front-matter.js'
import { readInline } from './inline.js'
import { detectLang, readLang } from './language.js'
import { hideLastWord } from './last-word.js'
import { checkLimits } from './limits.js'
import { readNames } from './names.js'
import type { Inline, ParsedNotes, Section } from './notes.js'
import { markPauses } from './pauses.js'
import { decodeNotes } from './read.js'
import type { LineHabit, Reading } from './reading.js'
import { type PhraseLists, readPhrases } from './remarks/phrases.js'
import { cutSections, type Known, titleFromFile } from './sections.js'

export type ParseOptions = {
  readonly lang?: string | undefined
  /** What holds where the notes’ own front matter says nothing. */
  readonly sections?: number | 'auto' | undefined
  readonly lines?: LineHabit | undefined
  /** Phrases of the author's own that decide what is a private remark. */
  readonly remarks?: PhraseLists | undefined
}

const asInline = (text: string): Inline => ({ html: escapeHtml(text), text })

/** The body's pieces, with what blank lines, directives and footnotes say of them. */
const readBody = (body: string, reading: Reading) =>
  applyDirectives(
    markPauses(moveFootnotes(hideLastWord(readBlocks(body, reading), reading)), reading),
    reading,
  )

/**
 * Understands one notes file. What is odd about the notes comes back as problems; throws DeckError only where there is
 * nothing to go on with: bytes that are no text, front matter that is no YAML, or no content at all.
 */
export function parseNotes(bytes: Uint8Array, file: string, options: ParseOptions = {}): ParsedNotes {
  const problems: Problem[] = []
  const decoded = decodeNotes(bytes, file)
  const split = readFrontMatter(decoded.text, file)
  problems.push(...decoded.problems, ...split.problems)
  checkLimits(split.body, file, split.bodyLine)
  const { head } = split
  const reading: Reading = {
    file,
    lines: head.lines ?? options.lines ?? 'auto',
    body: split.body.split('\n'),
    firstLine: split.bodyLine,
    phrases: readPhrases(options.remarks),
    problems,
  }
  const known: Known = {
    title: head.title !== undefined,
    subtitle: head.subtitle !== undefined,
    level: head.sections ?? options.sections ?? 'auto',
  }
  const cut = cutSections(readBody(split.body, reading), reading, known)
  if (cut.sections.length === 0 && cut.title === undefined && head.title === undefined) {
    throw new DeckError({
      code: 'notes/empty',
      message: `“${file}” has no content.`,
      hint: 'Write a “# Speaker” heading and one thought a line under it.',
      at: { file },
    })
  }
  const asked = options.lang ?? head.lang
  const lang = asked === undefined ? undefined : readLang(asked)
  if (asked !== undefined && lang === undefined) {
    problems.push({
      code: 'notes/unknown-lang',
      severity: 'warning',
      message: `The deck cannot speak “${asked}”.`,
      hint: 'Known: zh-Hans, zh-Hant, ja, en. The language of the notes themselves was taken.',
      at: { file },
    })
  }
  const names = readNames(head, reading)
  const title =
    names.title !== undefined
      ? asInline(names.title)
      : (cut.title ?? asInline(titleFromFile(file, split.body)))
  const subtitle = names.subtitle ?? cut.subtitle
  const sections = cut.sections.map((section, index): Section => {
    // A section without a heading of its own is called what the deck is called.
    const named = section.title.text === '' ? { ...section, title } : section
    // What was muttered in the title is spoken first.
    return index > 0 ? named : { ...named, remarks: [...names.remarks, ...named.remarks] }
  })
  return {
    notes: {
      file,
      head: {
        ...head,
        ...(names.title === undefined ? {} : { title: names.title }),
        ...(subtitle === undefined ? {} : { subtitle }),
      },
      title: title.text === '' ? readInline(titleFromFile(file, split.body)) : title,
      lang: lang ?? detectLang(split.body || title.text),
      sections,
    },
    problems,
  }
}

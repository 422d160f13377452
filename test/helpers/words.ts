// Parsed notes and planned slides → their letters in reading order, to see that nothing was lost, doubled or moved.
import type { Notes, Section, Unit } from '../../src/notes/notes.js'
import { textOfHtml } from '../../src/notes/sanitize.js'
import { allRemarks, remarksOf } from '../../src/slides/pieces.js'
import type { Slide, ViewValue } from '../../src/slides/slide.js'
import { lettersOf } from './notes.js'

function saidBy(unit: Unit): string {
  const own = `${unit.kind === 'point' ? (unit.marker ?? '') : ''} ${unit.text}`
  if (unit.kind === 'group') return own
  const notes = (unit.footnotes ?? []).map(({ mark, text }) => `${mark} ${text}`).join(' ')
  const who = unit.kind === 'point' ? '' : (unit.who?.text ?? '')
  const below = unit.kind === 'point' ? unit.children.map(saidBy).join(' ') : ''
  return `${own} ${who} ${notes} ${below}`
}

const factsOf = ({ facts = [] }: Section) => facts.map(({ label, text }) => `${label.text} ${text}`).join(' ')

/** All words of the notes, said and muttered, each as often as the notes hold it. */
export function wordsOf(notes: Notes): string {
  const sections = notes.sections.map((section) => {
    const title = section.title.text === notes.title.text ? '' : section.title.text
    return `${title} ${factsOf(section)} ${section.units.map(saidBy).join(' ')}`
  })
  const remarks = allRemarks(notes.sections).map(({ text }) => text)
  return [notes.title.text, notes.head.subtitle ?? '', ...sections, ...remarks].join(' ')
}

/** The letters of what was said in a section, in order. Headings over something in it are left out: slides repeat them. */
export function lettersSaid(section: Section): string {
  const end = section.units.findLastIndex(({ kind }) => kind !== 'group')
  const said = section.units.filter(({ kind }, at) => kind !== 'group' || at > end).map(saidBy)
  return lettersOf(`${factsOf(section)} ${said.join(' ')}`)
}

export const lettersMuttered = (section: Section): string =>
  lettersOf([...section.remarks, ...section.units.flatMap(remarksOf)].map(({ text }) => text).join(' '))

/** Keys of a view that repeat what stands elsewhere on the slide, or say what a template is to do. */
const furniture = new Set([
  'title',
  'number',
  'remarks',
  'figure',
  'unit',
  'prefix',
  'image',
  'caption',
  'language',
])
const control = new Set(['count', 'block', 'box', 'point', 'prose', 'pointsFirst'])

function lettersIn(value: ViewValue): string {
  if (typeof value === 'string') return textOfHtml(value)
  if (Array.isArray(value)) return value.map(lettersIn).join(' ')
  if (typeof value !== 'object') return ''
  const entries: readonly (readonly [string, ViewValue])[] = Object.entries(value)
  return entries
    .map(([key, inner]) => (furniture.has(key) || control.has(key) ? '' : lettersIn(inner)))
    .join(' ')
}

/** The letters a section's slides show of its units, in order. */
export function lettersShown(slides: readonly Slide[], section: Section): string {
  return lettersOf(
    slides
      .map(({ view }) => {
        const { meta, lead, ...rest } = view
        // The head's corner names the section, or holds a list's label, which is read before the list.
        const label = meta === section.title.html ? undefined : meta
        return `${lettersIn(label)} ${lettersIn(rest['facts'])} ${lettersIn(lead)} ${lettersIn({ ...rest, facts: undefined })}`
      })
      .join(' '),
  )
}

export const lettersSpoken = (slides: readonly Slide[]): string =>
  lettersOf(slides.flatMap(({ speakerNotes }) => speakerNotes.map(({ html }) => textOfHtml(html))).join(' '))

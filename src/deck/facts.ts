// Notes → what is told of their deck where files tell such things: in a page's head, in a PDF's metadata.
import type { Notes } from '../notes/notes.js'
import { ownVersion } from '../shared/package-files.js'
import type { DeckFacts } from './deck.js'

/** The facts, as the front matter has them. */
export function tellFacts({ head, title, lang }: Notes): DeckFacts {
  const { author, description, keywords } = head
  const occasion = [head.subtitle, head.event, head.date, head.place].filter(Boolean).join(' · ')
  const subject = description ?? (occasion || undefined)
  const generator = `recapdeck ${ownVersion()}`
  return { title: title.text, lang, author, subject, keywords, occasion, generator }
}

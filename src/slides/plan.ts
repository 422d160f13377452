// Understood notes → slides: every unit gets exactly one home, in the author's order.
import type { Notes } from '../notes/notes.js'
import { slugOf } from '../shared/text.js'
import { startIds } from './ids.js'
import type { Draft, Layout, Material, SectionMaterial } from './layout.js'
import { layouts } from './layouts/index.js'
import type { SlidesOptions } from './options.js'
import type { Slide } from './slide.js'
import { deckWords } from './words.js'

/** Plans the deck: opening slides, each section's slides, ending slides. Never fails. */
export function planSlides(notes: Notes, options: SlidesOptions = {}): readonly Slide[] {
  const makeId = startIds()
  makeId('title')
  makeId('agenda')
  makeId('closing')
  const sections = notes.sections.map((section, index) => ({
    section,
    number: index + 1,
    id: makeId(slugOf(section.title.text)),
  }))
  const material: Material = {
    notes,
    words: deckWords[notes.lang],
    remarks: options.remarks ?? notes.head.remarks ?? 'notes',
    agenda: options.agenda ?? notes.head.agenda ?? true,
    sections,
  }
  const fixed = new Set(['title', 'agenda', 'closing', ...sections.map(({ id }) => id)])
  const finish = (layout: Layout, draft: Draft, section?: number): Slide => ({
    ...draft,
    id: fixed.has(draft.id) ? draft.id : makeId(draft.id),
    layout: layout.name,
    lang: notes.lang,
    ...(section === undefined ? {} : { section }),
  })

  const slides: Slide[] = []
  const planEdge = (stands: 'opening' | 'ending') => {
    for (const layout of layouts) {
      if (layout.stands === stands)
        slides.push(...layout.plan(material).map((draft) => finish(layout, draft)))
    }
  }
  planEdge('opening')
  for (const { section, number, id } of sections) {
    let of: SectionMaterial = { section, number, id, units: section.units, opened: false }
    for (const layout of layouts) {
      if (layout.stands !== 'section') continue
      const { drafts, rest } = layout.plan(material, of)
      slides.push(...drafts.map((draft) => finish(layout, draft, number)))
      of = { ...of, units: rest, opened: of.opened || drafts.length > 0 }
    }
  }
  planEdge('ending')
  return slides
}

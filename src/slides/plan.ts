// Understood notes → slides: every unit gets exactly one home, in the author's order.
import type { Notes } from '../notes/notes.js'
import type { Problem } from '../shared/problem.js'
import { slugOf } from '../shared/text.js'
import { startIds } from './ids.js'
import type { BoldLine, Draft, Layout, Material, SectionMaterial } from './layout.js'
import { layouts } from './layouts/index.js'
import type { SlidesOptions } from './options.js'
import { planSection } from './plan-section.js'
import { takeReflection } from './reflection.js'
import type { Slide } from './slide.js'
import { deckWords } from './words.js'

/** Planning never fails: what the author asked for and cannot be had comes back as problems. */
export type PlannedSlides = { readonly slides: readonly Slide[]; readonly problems: readonly Problem[] }

/** Plans the deck: opening slides, each section's slides, ending slides. */
export function planSlides(whole: Notes, options: SlidesOptions = {}): PlannedSlides {
  const remarks = options.remarks ?? whole.head.remarks ?? 'notes'
  const { notes, reflection } = takeReflection(whole, remarks)
  const makeId = startIds()
  const edges = layouts.filter(({ stands }) => stands === 'opening' || stands === 'ending')
  const fixed = new Set(edges.map(({ name }) => makeId(name)))
  const sections = notes.sections.map((section, index): SectionMaterial => {
    const id = makeId(slugOf(section.title.text))
    fixed.add(id)
    return { section, number: index + 1, id }
  })
  const material: Material = {
    notes,
    words: deckWords[notes.lang],
    remarks,
    agenda: options.agenda ?? notes.head.agenda ?? true,
    sections,
    reflection,
  }
  const fragments = options.fragments ?? notes.head.fragments
  const problems: Problem[] = []
  const bold: BoldLine[] = []
  const slides: Slide[] = []
  const planEdge = (stands: 'opening' | 'ending') => {
    for (const layout of layouts) {
      if (layout.stands !== stands) continue
      for (const draft of layout.plan(material, bold)) slides.push(finish(layout, draft))
    }
  }
  const finish = (layout: Layout, draft: Draft): Slide => ({
    ...draft,
    id: fixed.has(draft.id) ? draft.id : makeId(draft.id),
    layout: layout.name,
    lang: notes.lang,
    ...(fragments ? { fragments } : {}),
  })
  planEdge('opening')
  for (const of of sections) {
    const { title, minutes } = of.section
    const opens = { title: title.text, ...(minutes === undefined ? {} : { minutes }) }
    for (const [index, planned] of planSection(material, of, problems).entries()) {
      const slide = finish(planned.layout, planned.draft)
      slides.push({ ...slide, section: of.number, ...(index === 0 ? { opens } : {}), ...planned.asked })
      bold.push(...planned.bold.map((line) => ({ line, id: slide.id, number: of.number })))
    }
  }
  planEdge('ending')
  return { slides, problems }
}

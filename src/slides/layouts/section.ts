// A section with four units or more → its opener: number, name, and its first short line as the lead.
import type { Point, Unit } from '../../notes/notes.js'
import { measureEm } from '../../shared/text.js'
import type { Layout } from '../layout.js'
import { leadsToBlock } from '../neighbours.js'
import { noteRemarks, sectionNumber } from '../pieces.js'

// A lead is read as a motto: short, complete in itself, and nobody's question.
const maxLeadEm = 28
/** What a line says that announces what comes next, with its colon forgotten, or a full stop in its place. */
const announces =
  /\b(?:these|following|as follows|below)\b|以下|如下|下面|下列|这[几两三四五六七八九]|這[幾兩三四五六七八九]|次の/i

function leadOf(units: readonly Unit[]): Point | undefined {
  const first = units[0]
  if (first?.kind !== 'point' || first.children.length > 0 || first.remarks.length > 0) return undefined
  if (first.marker !== undefined || first.footnotes || first.wish) return undefined
  // A lead that leaves one line behind it leaves a bare slide.
  if (units.length < 4) return undefined
  if (measureEm(first.text) > maxLeadEm || /[:：？?]/.test(first.text)) return undefined
  const next = units[1]
  if (!next || next.kind === 'group') return first
  // A picture stands by itself as well.
  const leads = next.kind !== 'figure' && leadsToBlock([first, next], 0)
  return leads || announces.test(first.text) ? undefined : first
}

export const section: Layout = {
  name: 'section',
  purpose:
    'Opens a section of four units or more, or one that says who speaks; its short first line becomes the lead.',
  stands: 'opener',
  plan({ remarks }, { section, number, id }, { asked, lead: mayLead }) {
    const { units, facts = [] } = section
    const earned = asked || units.length === 0 || units.length >= 4 || facts.length > 0
    if (!earned) return { draft: undefined, rest: units }
    const lead = mayLead ? leadOf(units) : undefined
    const draft = {
      id,
      view: {
        number: sectionNumber(number),
        line: section.at.line,
        title: section.title.html,
        lead: lead?.html,
        leadLine: lead?.at.line,
        facts: facts.map(({ label, html }) => ({ label: label.html, html })),
      },
      speakerNotes: noteRemarks(section.remarks, remarks),
      at: section.at,
    }
    return { draft, rest: lead ? units.slice(1) : units }
  },
}

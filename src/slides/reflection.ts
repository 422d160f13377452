// Notes whose last line is the note-taker's own word → the notes without it, and the word, for a slide of its own.
import type { Notes, Remark, RemarkPolicy, Unit } from '../notes/notes.js'
import { measureEm } from '../shared/text.js'

// Shorter than this it is a mutter in the margin.
const minEm = 20

type Reflected = { readonly notes: Notes; readonly reflection: Remark | undefined }

const isOwnWord = (remark: Remark | undefined): remark is Remark =>
  remark !== undefined &&
  (remark.from === 'line' || remark.from === 'bracket') &&
  measureEm(remark.text) >= minEm

/** Only when remarks are shown: otherwise it goes where all remarks go. It must stand apart, after the last thought. */
export function takeReflection(notes: Notes, remarks: RemarkPolicy): Reflected {
  const whole = { notes, reflection: undefined }
  const section = notes.sections.at(-1)
  const unit = section?.units.at(-1)
  if (remarks !== 'show' || !section || !unit || unit.kind === 'group') return whole
  const last = unit.remarks.at(-1)
  if (!isOwnWord(last) || (last.at.line ?? 0) <= (unit.at.line ?? 0)) return whole
  const told: Unit = { ...unit, remarks: unit.remarks.slice(0, -1) }
  const cut = { ...section, units: [...section.units.slice(0, -1), told] }
  return { notes: { ...notes, sections: [...notes.sections.slice(0, -1), cut] }, reflection: last }
}

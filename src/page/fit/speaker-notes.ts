// The speaker notes of a slide that became several parts → each with the first part that shows what it was thought of.

const notesOf = (part: HTMLElement | undefined) => part?.querySelector<HTMLElement>(':scope > .notes')

/** Moves them, their order kept; what was thought of the slide as a whole stays with its first part. */
export function moveSpeakerNotes(parts: readonly HTMLElement[]): void {
  const all = notesOf(parts[0])
  if (!all || parts.length < 2) return
  const homes = new Map<number, HTMLElement>()
  for (const part of parts) {
    for (const { dataset } of part.querySelectorAll<HTMLElement>('[data-units] [data-line]')) {
      const line = Number(dataset['line'])
      if (!homes.has(line)) homes.set(line, part)
    }
  }
  const lines = [...homes.keys()].toSorted((one, other) => one - other)
  for (const note of all.querySelectorAll<HTMLElement>(':scope > [data-line]')) {
    // A line under a table is none of its rows: it goes with the last of them.
    const line = lines.findLast((begins) => begins <= Number(note.dataset['line']))
    const home = line === undefined ? undefined : homes.get(line)
    if (!home || home === parts[0]) continue
    const own = notesOf(home) ?? document.createElement('aside')
    own.className = all.className
    own.append(note)
    home.append(own)
  }
  if (all.childElementCount === 0) all.remove()
}

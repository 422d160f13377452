// Small facts about text that several rooms need: its width, its script, its slug, and the nearest known name.

export const hanPattern = /\p{Script=Han}/u
// Han characters, full-width forms and CJK punctuation take one em; the other figures are averages of the Latin faces
// we set beside them.
const wide = /[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFFEF\u{20000}-\u{3FFFF}—…“”]/u

/** The width of a text in em of its own type size, estimated. */
export function measureEm(text: string): number {
  let em = 0
  for (const letter of text) {
    em += wide.test(letter) ? 1 : /[A-Z0-9]/.test(letter) ? 0.64 : /\s/.test(letter) ? 0.27 : 0.53
  }
  return em
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text made safe for HTML text and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter)
}

/**
 * A heading as an id and a link: letters and digits of any script, joined by single hyphens, in lower case. At most 40
 * letters, and `maxBytes` bytes written as an address (a Han character takes nine): Chrome writes the ids that links lead
 * to into the PDF in that form, where a name may have 127 bytes.
 */
export function slugOf(text: string, maxBytes = 90): string {
  const whole = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  let slug = ''
  let bytes = 0
  for (const letter of whole) {
    bytes += encodeURIComponent(letter).length
    if (bytes > maxBytes || slug.length >= 40) break
    slug += letter
  }
  slug = slug.replace(/-+$/, '')
  return /^\d/.test(slug) ? `s-${slug}` : slug || 'section'
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** The known name closest to a mistyped one, or `undefined` when none is near (over a third of its letters differ). */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  let best: { readonly name: string; readonly distance: number } | undefined
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase())
    if (!best || distance < best.distance) best = { name: candidate, distance }
  }
  return best && best.distance <= Math.max(1, Math.floor(name.length / 3)) ? best.name : undefined
}

/** “Did you mean “x”?” and the list of what is known, as one hint. */
export function suggestName(name: string, known: readonly string[]): string {
  const near = nearestName(name, known)
  const list = `Known: ${known.join(', ')}.`
  return near === undefined ? list : `Did you mean “${near}”? ${list}`
}

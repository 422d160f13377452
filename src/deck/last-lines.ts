// The end of a paragraph's HTML, set by the text pass → the same with its last words held together, so that its last line is
// never one short word. `text-wrap: pretty` sees to that in English, but two words such as “a month” are enough for it.
import { hanPattern, measureEm } from '../shared/text.js'

/** A last line is at least this long, em: four Han letters, or seven Latin ones. */
const leastEm = 4
const leastLatinEm = 3.9
/** What is held together is no longer than this, em, so that it stands in any column. */
const mostEm = 8.6
/** Before them stands at least so much, em: shorter texts stand on one line, or in a narrow box. */
const shortEm = 16

// Where a line may break: marks of the text pass, and spaces outside of tags.
const seams = /(<wbr>|<span class="gap"> <\/span>| (?![^<]*>))/

const wordsOf = (html: string): string => html.replace(/<[^>]+>/g, '')
const isBalanced = (html: string): boolean =>
  (html.match(/<span/g)?.length ?? 0) === (html.match(/<\/span/g)?.length ?? 0)

/** Holds the last words of a text together where they are few; a text in which a tag is open at its end stays as it is. */
export function holdLastWords(whole: string): string {
  // Words in a language of their own may end it: what is held stands among them.
  const ends = /(?:<\/span>)*$/.exec(whole)?.[0] ?? ''
  const html = whole.slice(0, whole.length - ends.length)
  const parts = html.split(seams)
  let tail = ''
  let from = parts.length
  while (from > 0) {
    const own = measureEm(wordsOf(tail))
    if (isBalanced(tail) && own >= (hanPattern.test(tail) ? leastEm : leastLatinEm)) break
    from -= 1
    tail = (parts[from] ?? '') + tail
  }
  const before = parts.slice(0, from)
  const words = wordsOf(tail)
  const pieces = parts.slice(from).filter((part) => part !== '' && !seams.test(part)).length
  if (pieces < 2 || measureEm(words) > mostEm || measureEm(wordsOf(before.join(''))) < shortEm) return whole
  return `${before.join('')}<span class="nb">${tail.replaceAll('<wbr>', '')}</span>${ends}`
}

// Large lines of Chinese in a slide's HTML → the same with each clause kept together, so that they break after ，and 。
// before they break inside.
import { measureEm } from '../shared/text.js'

/** Longer than a line of large type, a clause breaks where it must. */
const maxClauseEm = 24

const largeLine =
  /((?:<blockquote class="say"[^>]*>\s*<(?=p>)|<(?=(?:h[1-3]|p)\b[^>]*\bclass="(?:[^"]*\s)?(?:title|subtitle|lead|say|q)[\s"]))(h[1-3]|p)\b[^>]*>)([\s\S]*?)(<\/\2>)/g
// After a mark that ends a clause or parts a title, or at a space between two Han characters; breaks the text pass has set stand there.
const seam =
  /(?<=[，。；：！？、·]”?)(?:<wbr>)?(?=[^，。；：！？、”）」』<]|<(?!\/|wbr))|(?<=[\p{Script=Han}])(?=\s\p{Script=Han})/u

const endsClause = /[，。；：！？、·]”?(?:<wbr>)?$/

/** Cuts the inside of a line where no tag is open. */
function cutClauses(inside: string): readonly string[] {
  const clauses: string[] = ['']
  let depth = 0
  for (const piece of inside.split(/(<(?!wbr)[^>]+>)/)) {
    if (/^<(?!wbr)/.test(piece)) {
      // Bold words that begin a clause.
      if (depth === 0 && endsClause.test(clauses.at(-1) ?? '')) clauses.push('')
      depth += piece.startsWith('</') ? -1 : 1
      clauses.push((clauses.pop() ?? '') + piece)
    } else if (depth > 0) clauses.push((clauses.pop() ?? '') + piece)
    else {
      const [first = '', ...others] = piece.split(seam)
      clauses.push((clauses.pop() ?? '') + first, ...others)
    }
  }
  return clauses.map((clause) => clause.replace(/<wbr>$/, '')).filter((clause) => clause !== '')
}

/** All of the line in bold, as what a slide is made of often is. */
const wholeBold = /^(<(strong|b)>)((?:(?!<\/?\2>)[\s\S])*)(<\/\2>)$/

// “Casimir Okonjo-Pell, Quillon”: a title or an entry of the agenda that is two names.
const twoNames =
  /(<(h[1-3]|span)\b[^>]*\bclass="(?:title|name)"[^>]*>)((?:[^<,]|<span class="nb">[^<,]*<\/span>)*(?:,|<span class="nb">[^<,]*,<\/span>)) ((?:[^<,]|<span class="nb">[^<,]*<\/span>)*)(<\/\2>)/g

/** Keeps a name and what it belongs to each on a line of its own, where they do not stand on one. */
export const keepTwoNames = (html: string): string =>
  html.replace(twoNames, '$1<span class="cl">$3</span> <span class="cl">$4</span>$5')

/** Wraps each clause of titles, leads, statements and questions in a box that is broken last. */
export function keepClauses(html: string): string {
  return html.replace(largeLine, (whole, open: string, _name, inside: string, close: string) => {
    if (!/\p{Script=Han}/u.test(inside)) return whole
    const [, before = '', , within = inside, after = ''] = wholeBold.exec(inside) ?? []
    const clauses = cutClauses(within)
    if (clauses.length < 2) return whole
    const kept = clauses.map((clause) => {
      const text = clause.replace(/<[^>]+>/g, '').trim()
      const space = /^\s*/.exec(clause)?.[0] ?? ''
      return measureEm(text) <= maxClauseEm ? `${space}<span class="cl">${clause.trimStart()}</span>` : clause
    })
    // A space is a break already: balancing a line with both before a box, Chrome 143 never ends, or its page crashes.
    const parted = kept.map((clause, at) => (at === 0 || /^\s/.test(clause) ? clause : `<wbr>${clause}`))
    return open + before + parted.join('') + after + close
  })
}

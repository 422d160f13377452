// TeX of many aligned rows → TeX of a slide's worth of them each, so that a long derivation goes on overleaf in type that can
// be read. Each is a formula by itself; the page lets a slide end between them.

/** Environments whose rows stand one under another and mean nothing to each other but order. */
const whole = /^\s*\\begin\{(aligned|align\*?|gathered|gather\*?|split|eqnarray\*?)\}([\s\S]*)\\end\{\1\}\s*$/
/** Signs that make a row about twice as high. */
const high =
  /\\(?:d?frac|sum|prod|int|oint|begin|lim|cfrac|binom|underbrace|overbrace|bigcup|bigcap)(?![a-z])/
/** Rows of one line that a slide carries in type of about 30 px. */
const mostRows = 8

/** The rows of an environment: at every \\ that stands in no braces and in no other environment. */
function rowsOf(body: string): readonly string[] {
  const rows: string[] = []
  let depth = 0
  let from = 0
  for (const { 0: sign, index } of body.matchAll(/\\\\(?:\s*\[[^\]]*\])?|\\begin\b|\\end\b|\\[{}]|[{}]/g)) {
    if (sign === '{' || sign === '\\begin') depth++
    else if (sign === '}' || sign === '\\end') depth--
    else if (sign.startsWith('\\\\') && depth === 0) {
      rows.push(body.slice(from, index))
      from = index + sign.length
    }
  }
  rows.push(body.slice(from))
  return rows.filter((row) => row.trim() !== '')
}

/** The formula itself when a slide carries it, or when it is not one of rows. */
export function splitFormula(tex: string): readonly string[] {
  const found = whole.exec(tex)
  const [, name = '', body = ''] = found ?? []
  const rows = found ? rowsOf(body) : []
  const weights = rows.map((row) => (high.test(row) ? 2 : 1))
  const sum = weights.reduce((before, weight) => before + weight, 0)
  const count = Math.ceil(sum / mostRows)
  if (rows.length < 3 || count < 2) return [tex]
  const parts: string[][] = [[]]
  let before = 0
  rows.forEach((row, at) => {
    const middle = before + (weights[at] ?? 1) / 2
    if (middle > (sum / count) * parts.length) parts.push([])
    parts.at(-1)?.push(row)
    before += weights[at] ?? 1
  })
  return parts.map((part) => `\\begin{${name}}${part.join('\\\\')}\\end{${name}}`)
}

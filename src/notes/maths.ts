// Where a line holds a formula: `$…$` as Pandoc reads it, and only when what stands between looks like TeX. In notes a
// dollar is most often money or a variable, and prose set as a formula cannot be read.

export type FoundMath = {
  readonly start: number
  readonly end: number
  readonly tex: string
}

const maxChars = 2000
// The opening $ stands before something, the closing one after something and before no digit. GitHub's $`…`$ is as good.
const inline = /\$\$([^$]+)\$\$|\$`([^`$]+)`\$|\$(?![\s$])((?:\\[^\n]|[^\\$\n])*)(?<!\s)\$(?!\d)/y
const named = /\\(?:text(?:bf|it|rm|sf|tt)?|mathrm|mathbf|mbox|operatorname\*?|tag)\s*\{[^{}]*\}/g
const sign = /[\\^_=+<>|{}]/
/** “n”, “O(n)”, “x, y”, “10”: short, and no word in it. */
const plainTerm = /^(?!.*[A-Za-z]{3})[\w'()[\],.!/*% -]{1,16}$/
// A formula does not end on an operator; two prices or variables side by side (“$a/$b”) do.
const dangling = /(?<![\^\\])[-+*/=,;:&(<[]$|[\\^_]$/

/** Whether this is TeX rather than prose, money or variables. */
function looksLikeMath(tex: string): boolean {
  const source = tex.trim()
  if (source === '' || source.length > maxChars || dangling.test(source)) return false
  const bare = source.replace(named, '\\text')
  if (/[，。；：！？、“”（）]/.test(bare)) return false
  const han = bare.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  if (han > 0) return han <= 12 && /[\\^_=]/.test(bare)
  // “a_b is c” and “x = foo and bar”: three words in a row are a sentence.
  if (/(?<![\\A-Za-z])[A-Za-z]{2,}(?:\s+[A-Za-z]{2,}){2}/.test(bare)) return false
  return sign.test(bare) || plainTerm.test(bare)
}

/** A “<” has been made safe before lines are read (mend.ts); TeX has no entities. */
const typedAngles = (tex: string): string => tex.replaceAll('&lt;', '<')

/** The formula that starts at `at`, if one does. */
export function readMath(line: string, at: number): FoundMath | undefined {
  inline.lastIndex = at
  const found = inline.exec(line)
  if (!found) return undefined
  const tex = typedAngles(found[1] ?? found[2] ?? found[3] ?? '').trim()
  const end = at + found[0].length
  // ${a}${b} is a template.
  if (tex.startsWith('{') && line.charAt(end) === '{') return undefined
  return looksLikeMath(tex) ? { start: at, end, tex } : undefined
}

const block = /^ {0,3}\$\$((?:\\[\s\S]|[^\\$])+)\$\$[ \t]*(?:\n|$)/

/** The formula between `$$` and `$$` that a text starts with, on one line or several, if one does. */
export function readMathBlock(text: string): FoundMath | undefined {
  if (!/^ {0,3}\$\$/.test(text)) return undefined
  const found = block.exec(text.slice(0, maxChars + 100))
  const tex = typedAngles(found?.[1] ?? '').trim()
  if (!found || tex === '' || /\n[ \t]*\n/.test(tex) || !(/[\\^_=]/.test(tex) || looksLikeMath(tex)))
    return undefined
  return { start: 0, end: found[0].length, tex }
}

/** Whether a dollar at this place may open a formula: not in “US$” and not escaped. */
const mayOpen = (line: string, at: number): boolean => at === 0 || !/[A-Za-z0-9$\\]/.test(line.charAt(at - 1))

/** Where the first dollar stands that could open a formula, or -1. */
export function findOpening(line: string): number {
  for (let at = line.indexOf('$'); at >= 0; at = line.indexOf('$', at + 1)) if (mayOpen(line, at)) return at
  return -1
}

/** All formulas in a line, in order. */
export function listMath(line: string): readonly FoundMath[] {
  const found: FoundMath[] = []
  for (let at = line.indexOf('$'); at >= 0; ) {
    const math = mayOpen(line, at) ? readMath(line, at) : undefined
    if (math) found.push(math)
    at = line.indexOf('$', math ? math.end : at + 1)
  }
  return found
}

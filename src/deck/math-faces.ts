// A drawn formula's HTML → which letters each of KaTeX's faces must have. KaTeX chooses faces by class; which class
// means which face is read from its own style sheet, so that a new version of it needs no change here.
import { textOfHtml } from '../notes/sanitize.js'

export type MathFace = {
  readonly family: string
  readonly weight: 'normal' | 'bold'
  readonly style: 'normal' | 'italic'
}
type FontRule = {
  /** Classes of an ancestor, of one inside it …, of the element itself. */
  readonly chain: readonly (readonly string[])[]
  readonly sets: Partial<MathFace>
}

/** The sheet's rules that set a font inside a formula; weakest first. */
export function readFontRules(css: string): readonly FontRule[] {
  const rules: FontRule[] = []
  for (const [, selectors = '', body = ''] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const family = /font-family:\s*["']?(KaTeX_\w+)/.exec(body)?.[1]
    const weight = /font-weight:\s*(?:(bold|700)|normal|400)/.exec(body)
    const style = /font-style:\s*(italic|normal)/.exec(body)?.[1]
    if (selectors.includes('@') || (!family && !weight && !style)) continue
    const sets: Partial<MathFace> = {
      ...(family ? { family } : {}),
      ...(weight ? { weight: weight[1] ? 'bold' : 'normal' } : {}),
      ...(style ? { style: style === 'italic' ? 'italic' : 'normal' } : {}),
    }
    for (const selector of selectors.split(',')) {
      const [root, ...parts] = selector.replaceAll('>', ' ').trim().split(/\s+/)
      if (root !== '.katex' || parts.length === 0) continue
      rules.push({ chain: parts.map((part) => part.match(/(?<=\.)[\w-]+/g) ?? []), sets })
    }
  }
  const weightOf = ({ chain }: FontRule) => chain.flat().length
  return rules.toSorted((a, b) => weightOf(a) - weightOf(b))
}

function applies({ chain }: FontRule, path: readonly (readonly string[])[]): boolean {
  let at = path.length - 1
  for (let index = chain.length - 1; index >= 0; index--) {
    const wanted = chain[index] ?? []
    const has = () => wanted.every((name) => path[at]?.includes(name))
    if (index === chain.length - 1) {
      if (!has()) return false
    } else {
      while (at >= 0 && !has()) at--
      if (at < 0) return false
    }
    at--
  }
  return true
}

const textFace: MathFace = { family: 'KaTeX_Main', weight: 'normal', style: 'normal' }

/** The letters by face, as `family weight style`. Chinese in a formula is set in the deck's own face and not listed. */
export function collectMathLetters(
  formulas: readonly string[],
  rules: readonly FontRule[],
): ReadonlyMap<string, { readonly face: MathFace; readonly letters: ReadonlySet<string> }> {
  const found = new Map<string, { readonly face: MathFace; readonly letters: Set<string> }>()
  for (const html of formulas) {
    const path: (readonly string[])[] = []
    const faces: MathFace[] = []
    for (const [piece] of html.matchAll(/<[^>]+>|[^<]+/g)) {
      if (piece.startsWith('</')) {
        path.pop()
        faces.pop()
      } else if (piece.startsWith('<')) {
        if (/\/>$|^<(?:path|line|img)\b/.test(piece)) continue
        path.push(/\bclass="([^"]*)"/.exec(piece)?.[1]?.split(/\s+/) ?? [])
        const sets = rules.filter((rule) => applies(rule, path)).map((rule) => rule.sets)
        faces.push(Object.assign({}, faces.at(-1) ?? textFace, ...sets))
      } else if (!path.some((classes) => classes.includes('cjk_fallback'))) {
        const face = faces.at(-1) ?? textFace
        const key = `${face.family} ${face.weight} ${face.style}`
        const known = found.get(key) ?? { face, letters: new Set<string>() }
        found.set(key, known)
        for (const letter of textOfHtml(piece)) if (letter.trim() !== '') known.letters.add(letter)
      }
    }
  }
  return found
}

// A sign of TeX → what it is to its neighbours, and about how wide it is drawn.

/** What a row may begin with (a sum's “+”, a relation), what it may end with (a comma), and all else. */
export type Role = 'sign' | 'sum' | 'relation' | 'comma' | 'open' | 'close'
const roles: readonly (readonly [Role, RegExp])[] = [
  [
    'relation',
    /^(?:[=<>]|\\(?:leq?|geq?|neq?|approx|equiv|sim|simeq|cong|propto|in|subset|subseteq|to|rightarrow|Rightarrow|leftarrow|implies|iff|mapsto|ll|gg))$/,
  ],
  ['sum', /^(?:[-+]|\\(?:times|cdot|pm|mp|div|cup|cap|wedge|vee|oplus|otimes))$/],
  ['comma', /^[,;]$/],
  ['open', /^(?:[([]|\\[{]|\\langle)$/],
  ['close', /^(?:[)\]]|\\[}]|\\rangle)$/],
]
/** Em: KaTeX's faces, about; the first that a sign is like. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/^(?:\s+|[&~]|\\[!\\]|\\(?:no)?limits|\\(?:display|text)style|\\[bB]ig+[lrm]?)$/, 0],
  [/^\\[,:; ]$/, 0.22],
  [/^\\q?quad$/, 1.5],
  [/^\\(?:sum|prod|o?int|bigcup|bigcap)$/, 1.5],
  [/^\\(?:log|ln|exp|sin|cos|tan|max|min|arg|lim|sup|inf|det|Pr)$/, 1.7],
  [/^[.:!|/']$/, 0.35],
  [/^[\u2e80-\uffe6]$/, 0.9],
]
const usualEm: Readonly<Record<Role, number>> = {
  sign: 0.57,
  sum: 1.22,
  relation: 1.33,
  comma: 0.45,
  open: 0.39,
  close: 0.39,
}

/** What a sign does in its row, and its width, em. */
export function readSign(tex: string): { readonly role: Role; readonly em: number } {
  const role = roles.find(([, means]) => means.test(tex))?.[0] ?? 'sign'
  return { role, em: widths.find(([like]) => like.test(tex))?.[1] ?? usualEm[role] }
}

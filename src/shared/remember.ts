// A function of one text → the same one, which knows its last answers: a deck that is made again has few new lines.

/**
 * Wraps `tell`, which must depend on its text alone: what else it is given must follow from that. Keeps between `most` and twice as many answers, those asked for
 * last; answers are shared, so nobody may change one.
 */
export function remember<T, Rest extends readonly unknown[]>(
  tell: (text: string, ...rest: Rest) => T,
  most: number,
): (text: string, ...rest: Rest) => T {
  let [young, old] = [new Map<string, { readonly answer: T }>(), new Map<string, { readonly answer: T }>()]
  return (text, ...rest) => {
    const known = young.get(text)
    if (known) return known.answer
    const kept = old.get(text) ?? { answer: tell(text, ...rest) }
    if (young.size >= most) [old, young] = [young, new Map()]
    young.set(text, kept)
    return kept.answer
  }
}

// A function of one text → the same one, which knows its last answers: a deck that is made again has few new lines.

/** How often, on average, an answer is asked for until those that nobody asked for any more are let go. */
const rounds = 8
/** So few are kept whatever happens. */
const few = 64

/**
 * Wraps `tell`, which must depend on its text alone: what else it is given must follow from that. Keeps the answers asked for
 * in the last rounds, and never more than twice as many as `most`; answers are shared, so nobody may change one.
 */
export function remember<T, Rest extends readonly unknown[]>(
  tell: (text: string, ...rest: Rest) => T,
  most: number,
): (text: string, ...rest: Rest) => T {
  let [young, old] = [new Map<string, { readonly answer: T }>(), new Map<string, { readonly answer: T }>()]
  let asked = 0
  return (text, ...rest) => {
    asked++
    const known = young.get(text)
    const kept = known ?? old.get(text) ?? { answer: tell(text, ...rest) }
    if (young.size >= most || asked >= rounds * Math.max(few, young.size)) {
      ;[old, young] = [young, new Map()]
      asked = 0
    }
    young.set(text, kept)
    return kept.answer
  }
}

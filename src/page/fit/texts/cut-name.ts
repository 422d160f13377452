// A long name → its parts, between which it may break: an address, an option, a camelCaseName.

/** Letters a word or figure has at least before it may be broken: “internationali” is one, “1,234,567” is none. */
export const longFrom = 13
const shortestPart = 3
/** No letter in it: a figure, an amount, a date. Never broken. */
export const figure = /^\P{L}{1,24}$/u
// After what joins the parts of an address or an option, before a dot, and between the humps of a camelCaseName.
const seam =
  /(?<=[/\\_?&=:@#+|~-])(?![/\\_?&=:@#+|~-])|(?<=[^\d.])(?=\.[^\s.])|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u

/** A long name → its parts, none of them a scrap: `--pool-size-per-tenant` → `--pool-`, `size-`, `per-`, `tenant`. */
export function cutName(name: string): readonly string[] {
  if (name.length < longFrom || figure.test(name)) return [name]
  const parts: string[] = []
  for (const part of name.split(seam)) {
    const last = parts.at(-1)
    if (last !== undefined && (last.length < shortestPart || part.length < shortestPart))
      parts[parts.length - 1] = last + part
    else parts.push(part)
  }
  return parts
}

// Rules for `.slide :is(th, td)` → rules for `.slide th, .slide td`, which mean the same and cost a browser far less: it looks
// rules up by the tag, class or attribute of what they are for, and tries one that has none of them on every element. Our decks
// spent half of the time their styles take on such rules.

// A string, a bracket or a comma; what stands between is matched with it.
const marks = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|[([\])]|[,\s>+~]/g
const preludes = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|[{};]/g

/** Tags, classes and attributes alone: what else may stand in a list would weigh in other ways. */
const plain = /^(?:(?:[a-z][\w-]*|(?=[.[]))(?:\.[\w-]+|\[[\w-]+(?:[~|^$*]?="[^"]*")?\])*(?: ?[ >+~] ?|$))+$/i

/** Offsets of the marks outside all brackets. */
function outerMarks(selector: string): readonly { readonly mark: string; readonly at: number }[] {
  let depth = 0
  const found: { mark: string; at: number }[] = []
  for (const { 0: mark, index } of selector.matchAll(marks)) {
    if (mark === '(' || mark === '[') depth++
    else if (mark === ')' || mark === ']') depth--
    else if (depth === 0 && mark.length === 1) found.push({ mark, at: index })
  }
  return found
}

/** Cut at the commas outside all brackets. */
function cutList(list: string): readonly string[] {
  const commas = outerMarks(list).filter(({ mark }) => mark === ',')
  const from = [0, ...commas.map(({ at }) => at + 1)]
  return from.map((start, index) => list.slice(start, commas[index]?.at ?? list.length).trim())
}

/** How many classes and attributes, and how many tags; a browser goes by the heaviest of a list. */
function weigh(selector: string): string {
  const named = selector.match(/\.[\w-]+|\[[^\]]*\]/g)?.length ?? 0
  const tags = selector.replace(/\.[\w-]+|\[[^\]]*\]/g, ' ').match(/[a-z]+/gi)?.length ?? 0
  return `${named} ${tags}`
}

/** The selector without a list in what it is for, as many as it takes; itself when the list cannot be opened. */
function openOne(selector: string): readonly string[] {
  const subject = (outerMarks(selector).at(-1)?.at ?? -1) + 1
  if (!selector.startsWith(':is(', subject)) return [selector]
  let depth = 0
  const end = [...selector.slice(subject).matchAll(/[()]/g)].find(({ 0: bracket }) => {
    depth += bracket === '(' ? 1 : -1
    return depth === 0
  })?.index
  if (end === undefined) return [selector]
  const before = selector.slice(0, subject)
  const list = selector.slice(subject + ':is('.length, subject + end).replace(/\s+/g, ' ')
  const items = cutList(list)
  const alike = new Set(items.map(weigh)).size === 1
  // `.a :is(.b .c)` also means a .c in a .b around the .a.
  const alone = before === '' || items.every((item) => outerMarks(item).length === 0)
  if (!alike || !alone || !items.every((item) => plain.test(item))) return [selector]
  return items.map((item) => `${before}${item}${selector.slice(subject + end + 1)}`)
}

/** Opens all lists that weigh the same in all their parts. The sheet must be without comments. */
export function openLists(css: string): string {
  let from = 0
  let opened = ''
  for (const { 0: mark, index } of css.matchAll(preludes)) {
    if (mark.length > 1) continue
    const prelude = css.slice(from, index)
    const isList = mark === '{' && prelude.includes(':is(') && !prelude.trimStart().startsWith('@')
    opened += isList ? cutList(prelude).flatMap(openOne).join(',') : prelude
    opened += mark
    from = index + 1
  }
  return opened + css.slice(from)
}

// `:tada:` → 🎉, by the names GitHub knows. Its list lies in a file of its own (made by build.mjs), read when the first
// such name is met: most notes have none.
import { readFileSync } from 'node:fs'
import { once } from '../shared/once.js'
import { shortcodesFile } from '../shared/package-files.js'

// Not within a word, a time (10:30:45) or an address.
const shortcode = /(?<![\w:/]):([a-z0-9+-][a-z0-9_+-]{0,50}):(?![\w:])/g
const verbatim = new Set(['code', 'pre', 'kbd'])

/** Each line of the list is an emoji and its names. */
const readNames = once((): ReadonlyMap<string, string> => {
  let list: string
  try {
    list = readFileSync(shortcodesFile, 'utf8')
  } catch {
    // Not built, as in a fresh checkout: names stay as they were typed.
    return new Map()
  }
  return new Map(
    list.split('\n').flatMap((line) => {
      const [emoji = '', ...names] = line.split(' ')
      return names.map((name) => [name, emoji] as const)
    }),
  )
})

/** Replaces the names that are known in the text of HTML, but not in code. */
export function replaceShortcodes(html: string): string {
  if (html.search(shortcode) < 0) return html
  const names = readNames()
  let depth = 0
  return html.replace(/<[^>]+>|[^<]+/g, (piece) => {
    if (!piece.startsWith('<'))
      return depth > 0 ? piece : piece.replace(shortcode, (typed, name: string) => names.get(name) ?? typed)
    const tag = /^<\/?([a-z0-9]+)/i.exec(piece)?.[1]?.toLowerCase() ?? ''
    if (verbatim.has(tag)) depth += piece.startsWith('</') ? -1 : 1
    return piece
  })
}

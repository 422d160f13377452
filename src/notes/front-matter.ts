// Front matter → the notes' head. Only YAML, only the keys below; anything else is reported and left out.
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Range, visit } from 'yaml'
import { DeckError, type Problem } from '../shared/problem.js'
import { readYaml } from '../shared/read-yaml.js'
import { suggestName } from '../shared/text.js'
import { type Brand, brandSchema, brandWords } from '../theme/brand.js'
import { chineseKeys, descriptionOf, headSchema, knownKeys } from './head.js'
import type { Head } from './notes.js'

// 64 KB, no aliases, no tags: what stops alias bombs, deep nesting and code in tags.
const maxFrontMatterChars = 64_000

type Split = { readonly yaml: string; readonly body: string; readonly bodyLine: number }

const wideColon = new RegExp(`^(${knownKeys.join('|')})[ \\t]*：[ \\t]*`, 'gm')
/** Keys with the colon a Chinese keyboard types → with YAML's. */
const narrowColons = (yaml: string): string => yaml.replace(wideColon, '$1: ')

/** Where the front matter of `source`, whose line ends are `\n`, begins and ends. */
export function splitFrontMatter(source: string): Split | 'none' | 'unclosed' {
  if (!/^---[ \t]*\n/.test(source)) return 'none'
  // A rule at the top of plain notes is common: front matter begins with a key.
  const first = source
    .split('\n', 40)
    .slice(1)
    .find((line) => line.trim() !== '' && !line.startsWith('#'))
  if (first === undefined || !/^["']?[\p{L}\p{N}_-]+["']?\s*:/u.test(narrowColons(first))) return 'none'
  const closing = /^(?:---|\.\.\.)[ \t]*$/m
  const start = source.indexOf('\n') + 1
  const found = closing.exec(source.slice(start))
  if (!found) return 'unclosed'
  const yaml = narrowColons(source.slice(start, start + found.index))
  const body = source.slice(start + found.index + found[0].length).replace(/^\n/, '')
  return { yaml, body, bodyLine: yaml.split('\n').length + 2 }
}

/** The keys of a brand written in the front matter, at their places in the file; or what is wrong with them. */
function readBrandKeys(yaml: string, range: Range | null | undefined, file: string): Brand | DeckError {
  const [start, end] = range ?? [0, 0]
  const alone = yaml.slice(0, start).replace(/[^\n]/g, ' ') + yaml.slice(start, end)
  try {
    return readYaml(alone, brandSchema, { ...brandWords, file, line: 2 })
  } catch (error) {
    if (error instanceof DeckError) return error
    throw error
  }
}

/** `source` without its front matter; `bodyLine` is the file's line (from 1) on which `body` starts. */
export type SplitNotes = {
  readonly head: Head
  readonly body: string
  readonly bodyLine: number
  readonly problems: readonly Problem[]
}

/** Takes the front matter off. Throws DeckError `notes/front-matter` with line and column when it cannot be read. */
export function readFrontMatter(source: string, file: string): SplitNotes {
  const split = splitFrontMatter(source)
  if (split === 'none') return { head: {}, body: source, bodyLine: 1, problems: [] }
  if (split === 'unclosed') {
    // A rule at the top of plain notes is common; only something that looks like keys deserves the warning.
    const looksLikeKeys = /^---[ \t]*\n[\w-]+:/.test(source)
    const problem: Problem = {
      code: 'notes/unclosed-front-matter',
      severity: 'warning',
      message: 'The front matter has no closing “---”, so it was read as notes.',
      hint: 'Put a line with only --- after the last key.',
      at: { file, line: 1 },
    }
    return { head: {}, body: source, bodyLine: 1, problems: looksLikeKeys ? [problem] : [] }
  }
  const fail = (message: string, hint: string, line = 1, column = 1): never => {
    throw new DeckError({ code: 'notes/front-matter', message, hint, at: { file, line: line + 1, column } })
  }
  if (split.yaml.length > maxFrontMatterChars) {
    fail(
      `The front matter has ${split.yaml.length} characters; the limit is ${maxFrontMatterChars}.`,
      'Shorten it.',
    )
  }
  const lineCounter = new LineCounter()
  const document = parseDocument(split.yaml, { lineCounter, schema: 'core', logLevel: 'silent' })
  const error = document.errors[0]
  if (error) {
    const place = error.linePos?.[0]
    const what = error.message.split('\n')[0]?.replace(/ at line \d+.*$/, '') ?? 'it is not YAML'
    fail(
      `The front matter cannot be read: ${what}.`,
      'Quote values that hold a colon.',
      place?.line,
      place?.col,
    )
  }
  visit(document, {
    Node(_key, node) {
      const tagged = 'tag' in node && node.tag !== undefined
      if (isAlias(node) || tagged || ('anchor' in node && node.anchor !== undefined)) {
        fail('The front matter uses a YAML alias, anchor or tag.', 'Write the value out in full.')
      }
    },
  })
  const root = document.contents
  if (root === null) return { head: {}, body: split.body, bodyLine: split.bodyLine, problems: [] }
  if (!isMap(root))
    return fail('The front matter is not a list of “key: value” lines.', 'Write one “key: value” a line.')

  const problems: Problem[] = []
  const head: Record<string, unknown> = Object.create(null)
  for (const pair of root.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : ''
    const range = isScalar(pair.key) ? pair.key.range : undefined
    const place = lineCounter.linePos(range?.[0] ?? 0)
    const at = { file, line: place.line + 1, column: place.col }
    if (!knownKeys.includes(key)) {
      const hint = suggestName(chineseKeys.get(key) ?? key, knownKeys)
      problems.push({
        code: 'notes/unknown-key',
        severity: 'warning',
        message: `The front matter has no key “${key}”.`,
        hint,
        at,
      })
      continue
    }
    if (key === 'brand' && isMap(pair.value)) {
      const read = readBrandKeys(split.yaml, pair.value.range, file)
      if (read instanceof DeckError) problems.push(read.problem)
      else head['brand'] = read
      continue
    }
    const value: unknown = isScalar(pair.value) || isSeq(pair.value) ? pair.value.toJSON() : undefined
    if (value === null) continue
    const one = headSchema.safeParse({ [key]: value })
    if (one.success) Object.assign(head, one.data)
    else {
      const hint = `${descriptionOf(key)} This value was ignored.`
      const shown = isScalar(pair.value) ? String(value) : 'a list or map'
      problems.push({
        code: 'notes/bad-value',
        severity: 'warning',
        message: `“${key}” cannot be “${shown}”.`,
        hint,
        at,
      })
    }
  }
  return { head: headSchema.parse({ ...head }), body: split.body, bodyLine: split.bodyLine, problems }
}

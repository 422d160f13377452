// YAML text and a schema → the value, or the first thing wrong with it: file, line, column, and the key that was meant.
import { isCollection, isScalar, LineCounter, type ParsedNode, parseDocument } from 'yaml'
import * as z from 'zod'
import { DeckError, type Problem } from './problem.js'
import { remember } from './remember.js'
import { suggestName } from './text.js'

export type YamlWords = {
  /** Codes of the three things that can be wrong: no YAML, a key nobody knows, a value that cannot be. */
  readonly codes: { readonly broken: string; readonly unknown: string; readonly bad: string }
  /** What a key is called there, such as “token”. */
  readonly key: string
}

const describedSchema = z.object({ properties: z.record(z.string(), z.unknown()) }).partial()

/** The keys a schema takes at a path of keys. */
export function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  let node: unknown = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  for (const key of path) {
    const { data } = z
      .object({
        properties: z.record(z.string(), z.unknown()).optional(),
        additionalProperties: z.unknown(),
      })
      .safeParse(node)
    node = data?.properties?.[String(key)] ?? data?.additionalProperties
  }
  return Object.keys(describedSchema.safeParse(node).data?.properties ?? {})
}

/** A value that does not fit the schema, in words; `keys` is where in the value it is. */
export function explainIssue(
  error: z.ZodError,
  schema: z.ZodType,
  { codes, key }: YamlWords,
): { readonly keys: readonly PropertyKey[]; readonly problem: Pick<Problem, 'code' | 'message' | 'hint'> } {
  const issue = error.issues[0]
  const path = issue?.path ?? []
  if (issue?.code === 'unrecognized_keys') {
    const wrong = issue.keys[0] ?? ''
    const known = knownKeys(schema, path)
    const keys = [...path, wrong]
    const message = `There is no ${key} “${keys.map(String).join('.')}”.`
    return { keys, problem: { code: codes.unknown, message, hint: suggestName(wrong, known) } }
  }
  const name = path.map(String).join('.')
  if (issue?.code === 'invalid_type' && /received (?:undefined|null)$/.test(issue.message)) {
    const isMissing = issue.message.endsWith('undefined')
    const message = `“${name}” is ${isMissing ? 'missing' : 'empty'}.`
    const empty = 'Give it a value. In YAML “#” begins a comment: a colour stands in quotes, like "#0a6e5c".'
    const hint = isMissing ? `Add it: ${String(path.at(-1) ?? '')}: …` : empty
    return { keys: path, problem: { code: codes.bad, message, hint } }
  }
  const why = issue?.message ?? 'it is not what was expected'
  const message = name === '' ? `${why}.` : `“${name}”: ${why}.`
  const hint = 'Put in a value of that kind, or leave the key out: then what holds without it does.'
  return { keys: path, problem: { code: codes.bad, message, hint } }
}

/** Where in a document a key stands, or the nearest thing around it. */
function offsetOf(root: ParsedNode | null, keys: readonly PropertyKey[]): number {
  let offset = root?.range[0] ?? 0
  let node: unknown = root
  for (const key of keys) {
    if (!isCollection(node)) break
    const item: unknown = node.items.find((one, index) =>
      typeof one === 'object' && one !== null && 'key' in one
        ? isScalar(one.key) && String(one.key.value) === String(key)
        : index === key,
    )
    const pair = typeof item === 'object' && item !== null && 'key' in item ? item : undefined
    const place = pair && isScalar(pair.key) ? pair.key.range?.[0] : undefined
    const own = isScalar(item) || isCollection(item) ? item.range?.[0] : undefined
    offset = place ?? own ?? offset
    node = pair && 'value' in pair ? pair.value : item
  }
  return offset
}

/** A theme is read again at each save of notes that are presented. */
const parseOnce = remember((source) => {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, schema: 'core', logLevel: 'silent' })
  return { lines, document }
}, 16)

/**
 * Reads YAML without aliases. `line` is the file's line on which the text starts, when not the first. Throws DeckError
 * with file, line and column.
 */
export function readYaml<T>(
  source: string,
  schema: z.ZodType<T>,
  words: YamlWords & { readonly file: string; readonly line?: number },
): T {
  const { file, line = 1, codes } = words
  const { lines, document } = parseOnce(source)
  const broken = document.errors[0]
  if (broken) {
    const place = broken.linePos?.[0]
    const at = { file, line: (place?.line ?? 1) + line - 1, column: place?.col ?? 1 }
    const message = `This is not YAML: ${broken.message.split('\n')[0]?.replace(/ at line \d+.*$/, '')}.`
    const hint = 'Quote values that hold a colon or begin with “#”.'
    throw new DeckError({ code: codes.broken, message, hint, at })
  }
  let raw: unknown
  try {
    raw = document.toJS({ maxAliasCount: 0 })
  } catch (cause) {
    const message = 'This file uses a YAML alias.'
    const hint = 'Write the value out in full.'
    throw new DeckError({ code: codes.broken, message, hint, at: { file, line } }, { cause })
  }
  const parsed = schema.safeParse(raw ?? {})
  if (parsed.success) return parsed.data
  const { keys, problem } = explainIssue(parsed.error, schema, words)
  const place = lines.linePos(offsetOf(document.contents, keys))
  throw new DeckError({ ...problem, at: { file, line: place.line + line - 1, column: place.col } })
}

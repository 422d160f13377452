// Notes and some keys of their front matter → the same notes with those keys set: every other byte stays as it was.
import { isMap, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml'
import { DeckError } from '../shared/problem.js'
import { splitFrontMatter } from './front-matter.js'

/** What is set: keys of the front matter and their words, and the accent, which is a key of the brand. */
export type HeadChanges = Readonly<
  Partial<Record<'theme' | 'aspect' | 'remarks' | 'density' | 'accent', string>>
>

const order = ['theme', 'accent', 'aspect', 'density', 'remarks'] as const

/** Words as YAML: quoted where they would be read as something else, such as the base-60 number 16:9 or a colour’s #. */
const quote = (words: string) =>
  /^[a-z][\w-]*$/i.test(words) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(words)
    ? words
    : JSON.stringify(words)

const lineOf = (key: string, words: string) =>
  key === 'accent' ? `brand: { accent: ${quote(words)} }` : `${key}: ${quote(words)}`

/** The changes as lines of front matter, without the rules around them. */
export const tellHead = (changes: HeadChanges): string =>
  order.flatMap((key) => (changes[key] === undefined ? [] : [lineOf(key, changes[key])])).join('\n')

const findPair = (map: YAMLMap, key: string): Pair | undefined =>
  map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key)

type Edit = { readonly from: number; readonly to: number; readonly text: string }

/** The place of a pair’s value: of a key without one, right behind its colon. */
function placeOf({ key, value }: Pair, yaml: string): readonly [number, number, string] {
  const range = isScalar(value) || isMap(value) ? value.range : undefined
  if (range && range[0] < range[1]) return [range[0], range[1], '']
  const colon = yaml.indexOf(':', isScalar(key) ? (key.range?.[1] ?? 0) : 0) + 1
  return [colon, colon, ' ']
}

/** What sets the accent in a brand’s keys, which may stand in braces or on lines of their own. */
function editBrand(pair: Pair, yaml: string, accent: string, file: string): Edit {
  const text = quote(accent)
  const { value } = pair
  if (!isMap(value)) {
    if (isScalar(value) && value.value !== null) {
      const message = `The brand of these notes stands in “${String(value.value)}”.`
      throw new DeckError({
        code: 'notes/brand-elsewhere',
        message,
        hint: `Write there: accent: ${text}`,
        at: { file },
      })
    }
    const [from, to, space] = placeOf(pair, yaml)
    return { from, to, text: `${space}{ accent: ${text} }` }
  }
  const known = findPair(value, 'accent')
  if (known) {
    const [from, to, space] = placeOf(known, yaml)
    return { from, to, text: `${space}${text}` }
  }
  const start = value.range?.[0] ?? 0
  if (value.flow) {
    const rest = value.items.length > 0 ? ',' : ''
    return { from: start + 1, to: start + 1, text: ` accent: ${text}${rest}` }
  }
  const indent = yaml.slice(yaml.lastIndexOf('\n', start - 1) + 1, start)
  return { from: start, to: start, text: `accent: ${text}\n${indent}` }
}

function editYaml(yaml: string, changes: HeadChanges, file: string): string {
  const { contents, errors } = parseDocument(yaml, { schema: 'core', logLevel: 'silent' })
  const broken = errors.length > 0 || (contents !== null && !isMap(contents))
  if (broken || (isMap(contents) && contents.flow)) {
    const message = 'The front matter cannot be changed: it is not one “key: value” a line.'
    throw new DeckError({
      code: 'notes/front-matter',
      message,
      hint: 'Write the keys into it by hand.',
      at: { file },
    })
  }
  const edits: Edit[] = []
  const added: string[] = []
  for (const key of order) {
    const words = changes[key]
    if (words === undefined) continue
    const pair = isMap(contents) ? findPair(contents, key === 'accent' ? 'brand' : key) : undefined
    if (!pair) added.push(lineOf(key, words))
    else if (key === 'accent') edits.push(editBrand(pair, yaml, words, file))
    else {
      const [from, to, space] = placeOf(pair, yaml)
      edits.push({ from, to, text: space + quote(words) })
    }
  }
  const edited = edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((text, { from, to, text: put }) => text.slice(0, from) + put + text.slice(to), yaml)
  const open = edited !== '' && !edited.endsWith('\n')
  return edited + (open ? '\n' : '') + added.map((line) => `${line}\n`).join('')
}

/**
 * Sets the keys in `source`, which has its line ends and byte-order mark as in the file. Notes without front matter get
 * one. Throws DeckError `notes/front-matter` for one that is not a plain list of keys, `notes/brand-elsewhere` where the
 * accent belongs into another file.
 */
export function writeHead(source: string, changes: HeadChanges, file: string): string {
  const mark = source.startsWith('\uFEFF') ? '\uFEFF' : ''
  const text = source.slice(mark.length)
  const eol = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'
  const split = splitFrontMatter(text.replace(/\r\n?/g, '\n'))
  if (split === 'none' || split === 'unclosed') {
    const head = ['---', ...tellHead(changes).split('\n'), '---', '', ''].join(eol)
    return mark + head + text
  }
  const lines = text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []
  const count = split.yaml.split('\n').length - 1
  const yaml = editYaml(split.yaml, changes, file).replaceAll('\n', eol)
  return mark + (lines[0] ?? '') + yaml + lines.slice(1 + count).join('')
}

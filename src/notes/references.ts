// `[text][name]` and the line `[name]: https://…` it leads to → `[text](https://…)`, line for line. A definition that
// nothing refers to, and a reference to nothing, stay as typed.
import { findFenced } from './fences.js'

const definition = /^ {0,3}\[([^\]^[\n]{1,80})\]:\s+<?([^\s<>]+)>?(?:\s+["'(]([^"'()\n]*)["')])?\s*$/
const reference = /(!?)\[([^[\]\n]{1,300})\](?:\[([^[\]\n]{0,80})\])?(?![([:])/g

const keyOf = (name: string) => name.trim().toLowerCase().replace(/\s+/g, ' ')

/** Writes reference links out where they are used; the lines that define them become empty. */
export function resolveReferences(body: string): string {
  if (!/\]:\s+\S/.test(body)) return body
  const lines = body.split('\n')
  const fenced = findFenced(lines)
  const targets = new Map<string, { readonly line: number; readonly target: string }>()
  lines.forEach((line, index) => {
    const [, name, address, title] = fenced[index] ? [] : (definition.exec(line) ?? [])
    if (name === undefined || address === undefined || targets.has(keyOf(name))) return
    // A name before a colon is no link: “[note]: call them”.
    if (!/^(?:[a-z][\w+.-]*:|[./#])|\.\w/i.test(address)) return
    targets.set(keyOf(name), { line: index, target: title ? `${address} "${title}"` : address })
  })
  if (targets.size === 0) return body
  const used = new Set<number>()
  const isDefinition = new Set([...targets.values()].map(({ line }) => line))
  const written = lines.map((line, index) => {
    if (fenced[index] || isDefinition.has(index)) return line
    return line
      .split(/(`+[^`]*`+)/)
      .map((part, at) =>
        at % 2 === 1
          ? part
          : part.replace(reference, (whole, mark: string, text: string, name: string | undefined) => {
              const found = targets.get(keyOf(name || text))
              if (!found) return whole
              used.add(found.line)
              return `${mark}[${text}](${found.target})`
            }),
      )
      .join('')
  })
  return written.map((line, index) => (used.has(index) ? '' : line)).join('\n')
}

// A key of a file that was read long ago → the place where it stands, for a problem that shows only once all is put together.
import { readFile } from 'node:fs/promises'
import type { At } from '../shared/problem.js'

const blankComments = (source: string): string =>
  source.replace(/(?<=^|\s)#.*$/gm, (comment) => ' '.repeat(comment.length))

/** Line and column of an offset into a text. */
export function placeOf(source: string, offset: number): Pick<At, 'line' | 'column'> {
  const before = source.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** `at` with the line and column where a value stands, such as the name of a font; as it is where it cannot be found. */
export async function placeOfValue(at: At, value: string): Promise<At> {
  const source = blankComments(await readFile(at.file, 'utf8').catch(() => ''))
  const offset = source.indexOf(value)
  return offset < 0 ? at : { ...at, ...placeOf(source, offset) }
}

/** `at` with the line and column of the first of these keys that is there; as it is where none can be found. */
export async function placeOfKey(at: At, ...keys: readonly string[]): Promise<At> {
  const source = blankComments(await readFile(at.file, 'utf8').catch(() => ''))
  for (const key of keys) {
    const found = new RegExp(`(^|[\\s{,])(${key})\\s*:`, 'm').exec(source)
    if (!found) continue
    return { ...at, ...placeOf(source, found.index + (found[1]?.length ?? 0)) }
  }
  return at
}

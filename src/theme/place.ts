// A key of a file that was read long ago → the place where it stands, for a problem that shows only once all is put together.
import { readFile } from 'node:fs/promises'
import type { At } from '../shared/problem.js'

/** `at` with the line and column of the first of these keys that is there; as it is where none can be found. */
export async function placeOfKey(at: At, ...keys: readonly string[]): Promise<At> {
  const source = await readFile(at.file, 'utf8').catch(() => '')
  for (const key of keys) {
    const found = new RegExp(`(^|[\\s{,])(${key})\\s*:`, 'm').exec(source)
    if (!found) continue
    const before = source.slice(0, found.index + (found[1]?.length ?? 0)).split('\n')
    return { ...at, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
  }
  return at
}

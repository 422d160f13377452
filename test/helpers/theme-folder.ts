// Files named in a test → a folder on the disk; and what is wrong with a theme in one.
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { DeckError, type Problem } from '../../src/shared/problem.js'
import { loadTheme, type Over } from '../../src/theme/load.js'
import { emptyFolder } from './cli.js'

export type Files = Readonly<Record<string, string | Uint8Array>>

export async function folderOf(files: Files): Promise<string> {
  const dir = await emptyFolder()
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true })
    await writeFile(path.join(dir, name), content)
  }
  return dir
}

/** Why something is refused; `undefined` when it is not. */
export async function problemIn(doing: Promise<unknown>): Promise<Problem | undefined> {
  const error = await doing.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error !== undefined && !(error instanceof DeckError)) throw error
  return error?.problem
}

/** Why the theme in the folder is refused. */
export const problemOf = (dir: string, name: string, over?: Over) => problemIn(loadTheme(name, dir, over))

/** A red square. */
export const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path fill="red" d="M0 0h8v8H0z"/></svg>'

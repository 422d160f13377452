// Reading and writing files: whole-or-nothing writes, and paths that cannot leave a given root.
// Every system error becomes a DeckError that names the path and says what to do.
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdir, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { once } from './once.js'
import { DeckError } from './problem.js'

/** The `code` of a Node system error (`ENOENT`, …), or `undefined` for anything else. */
export function errnoOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

const writeHints: Readonly<Record<string, string>> = {
  EACCES: 'You may not write there: choose another folder with --out, or change its permissions.',
  EPERM: 'You may not write there: choose another folder with --out, or change its permissions.',
  EROFS: 'That file system is read-only: choose another folder with --out.',
  ENOSPC: 'The disk is full: free some room, or choose another folder with --out.',
  EDQUOT: 'Your disk quota is used up: free some room, or choose another folder with --out.',
  EFBIG: 'The file would be larger than is allowed here: choose another folder with --out.',
  ENOTDIR: 'A part of that path is a file, not a folder: choose another folder with --out.',
  EEXIST: 'A file of that name stands where the folder should be: choose another folder with --out.',
  EISDIR: 'A folder of that name stands where the file should be: choose another folder with --out.',
  ENAMETOOLONG: 'The name is too long for this file system: give the notes a shorter file name.',
}

// Not mkdir's own `recursive`: Node 20 never comes back from it where a parent exists but takes no folder, as in /proc.
async function makeFolder(dir: string): Promise<void> {
  try {
    await mkdir(dir)
  } catch (error) {
    const errno = errnoOf(error)
    if (errno === 'EEXIST' && (await stat(dir)).isDirectory()) return
    if (errno !== 'ENOENT' || path.dirname(dir) === dir) throw error
    await makeFolder(path.dirname(dir))
    await mkdir(dir)
  }
}

/** Files being written; a process that is ended by a signal takes them away as it goes. */
const unfinished = new Set<string>()
const removeUnfinished = once(() => {
  process.once('exit', () => {
    for (const file of unfinished) rmSync(file, { force: true })
  })
})

/**
 * Writes the file whole or not at all: beside its place, flushed, then renamed over it. An existing file stays as it was
 * when anything fails; `mode` is the permissions it gets. Throws DeckError (`shared/not-written`, blame machine) naming the path.
 */
export async function writeWhole(file: string, bytes: Uint8Array | string, mode?: number): Promise<void> {
  const temporary = path.join(path.dirname(file), `.${randomBytes(6).toString('hex')}.tmp`)
  removeUnfinished()
  unfinished.add(temporary)
  try {
    await makeFolder(path.dirname(file))
    const handle = await open(temporary, 'wx')
    try {
      await handle.writeFile(bytes)
      if (mode !== undefined) await handle.chmod(mode)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined)
    const errno = errnoOf(cause) ?? 'unknown error'
    throw new DeckError(
      {
        code: 'shared/not-written',
        message: `“${file}” could not be written (${errno}).`,
        hint: writeHints[errno] ?? 'Choose another folder with --out.',
      },
      { blame: 'machine', cause },
    )
  } finally {
    unfinished.delete(temporary)
  }
}

/** Reads a file that belongs to the program or a theme. Throws DeckError `shared/not-read` naming the path. */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new DeckError(
      {
        code: 'shared/not-read',
        message: `“${file}” could not be read (${errnoOf(cause) ?? 'unknown error'}).`,
        hint: 'Check that the file is there and that you may read it.',
      },
      { cause },
    )
  }
}

/**
 * The real path of `relative` under `root`, or `undefined` when it does not exist or leads outside the root
 * (by `..`, an absolute path, or a symbolic link).
 */
export async function resolveInside(root: string, relative: string): Promise<string | undefined> {
  try {
    const realRoot = await realpath(root)
    const real = await realpath(path.resolve(realRoot, relative))
    const away = path.relative(realRoot, real)
    return away.startsWith('..') || path.isAbsolute(away) ? undefined : real
  } catch {
    return undefined
  }
}

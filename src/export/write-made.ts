// What a format made → a file, or a folder of files in which none is left of a longer deck's.
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { writeWhole } from '../shared/files.js'
import type { Format } from './format.js'

/** Names that formats give to files they number. */
const numbered = /^\d{3,}\.\w+$/

/** Writes it, each file whole or not at all; gives the bytes written. Throws DeckError `shared/not-written`. */
export async function writeMade(target: string, made: Awaited<ReturnType<Format['make']>>): Promise<number> {
  if (typeof made === 'string' || made instanceof Uint8Array) {
    await writeWhole(target, made)
    return Buffer.byteLength(made)
  }
  for (const { name, bytes } of made) await writeWhole(path.join(target, name), bytes)
  const names = new Set(made.map(({ name }) => name))
  const stale = (await readdir(target)).filter((name) => numbered.test(name) && !names.has(name))
  await Promise.all(stale.map((name) => rm(path.join(target, name))))
  return made.reduce((sum, { bytes }) => sum + bytes.length, 0)
}

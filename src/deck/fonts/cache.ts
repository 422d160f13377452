// Bytes ⇄ sealed files in the cache folder. A seal (SHA-256 before the bytes) tells a whole file from a torn one, and
// whatever goes wrong with the cache, from a missing folder to a full disk, only means that the work is done again.
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

const sealSize = 32

function sealOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

/** The bytes written under that name, or `undefined` when there are none or the file is damaged. */
export async function readSealed(folder: string, name: string): Promise<Uint8Array | undefined> {
  const file = await readFile(path.join(folder, name)).catch(() => undefined)
  if (file === undefined || file.length < sealSize) return undefined
  const bytes = file.subarray(sealSize)
  return sealOf(bytes).equals(file.subarray(0, sealSize)) ? bytes : undefined
}

/** Writes the bytes whole, by renaming over what was there; an unwritable folder is passed over in silence. */
export async function writeSealed(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const file = path.join(folder, name)
  const beside = `${file}.${randomBytes(6).toString('hex')}.tmp`
  try {
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(beside, [sealOf(bytes), bytes])
    await rename(beside, file)
  } catch {
    await rm(beside, { force: true }).catch(() => undefined)
  }
}

// What V8 made of the program's text at one run ⇄ a file for the next. V8 takes such bytes on trust: they are read only where
// nobody else may write, and only whole. Whatever goes wrong here means that the text is compiled as if there were no cache.
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { crc32 } from 'node:zlib'

export type KeptCode = {
  readonly bytes: Buffer
  /** The parts of the program that had run when it was kept. */
  readonly parts: readonly string[]
}

const endSize = 8
const keptMs = 30 * 24 * 3600 * 1000

/** Ours, and writable for us alone. Where a file's owner is not told, as in Windows, nothing is kept. */
const isOurs = ({ uid, mode }: Stats) => uid === process.getuid?.() && (mode & 0o022) === 0

/** The code kept in that file, or `undefined` where there is none, or none to be trusted. */
export function readCode(file: string): KeptCode | undefined {
  let opened: number | undefined
  try {
    if (!isOurs(statSync(path.dirname(file)))) return undefined
    opened = openSync(file, 'r')
    if (!isOurs(fstatSync(opened))) return undefined
    const whole = readFileSync(opened)
    const end = whole.length - endSize
    // The sum stands behind what it is of: V8 copies bytes that do not begin where a word does.
    if (end < 0 || crc32(whole.subarray(0, -4)) !== whole.readUInt32LE(end + 4)) return undefined
    const size = whole.readUInt32LE(end)
    return { bytes: whole.subarray(0, size), parts: whole.toString('utf8', size, end).split('\n') }
  } catch {
    return undefined
  } finally {
    if (opened !== undefined) closeSync(opened)
  }
}

/** What nobody has written anew for a month is of a program or a Node that is gone, or of a run that was killed. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name)
    if (Date.now() - statSync(file).mtimeMs > keptMs) rmSync(file, { force: true })
  }
}

/** Keeps it, whole or not at all. */
export function writeCode(file: string, { bytes, parts }: KeptCode): void {
  const folder = path.dirname(file)
  const beside = `${file}.${process.pid}.tmp`
  try {
    mkdirSync(path.dirname(folder), { recursive: true })
    try {
      mkdirSync(folder, { mode: 0o700 })
    } catch {
      // It is there, or the next line says that it cannot be.
    }
    if (!isOurs(statSync(folder))) return
    const end = Buffer.alloc(endSize)
    end.writeUInt32LE(bytes.length)
    const names = Buffer.from(parts.join('\n'))
    end.writeUInt32LE(crc32(end.subarray(0, 4), crc32(names, crc32(bytes))), 4)
    writeFileSync(beside, Buffer.concat([bytes, names, end]), { mode: 0o600, flag: 'wx' })
    renameSync(beside, file)
    sweep(folder)
  } catch {
    try {
      rmSync(beside, { force: true })
    } catch {
      // A folder in which nothing can be removed is one in which nothing was written.
    }
  }
}

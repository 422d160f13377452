// Turns the packed Chrome of the npm package @sparticuz/chromium into a program in a cache folder, once.
// The package's own unpacker is not used: it writes to /tmp with no guard against half-written files or parallel runs.

import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { brotliDecompress, createBrotliDecompress } from 'node:zlib'
import { makeOwnFolder, sweepDeadFolders } from './own-folder.js'
import { chromeNotUnpacked } from './problems.js'
import { readTar } from './tar.js'

const PACKAGE = '@sparticuz/chromium'

export type EmbeddedChrome = {
  /** Where the program is, or will be once it is unpacked. */
  readonly path: string
  /** Its folder in the cache, named by the package's version. */
  readonly folder: string
  /** The packed program in node_modules. */
  readonly packed: string
}

/** Where the embedded Chrome is, without unpacking it; or why there is none. `cacheDir`: such as ~/.cache/recapdeck. */
export function embeddedChrome(cacheDir: string): EmbeddedChrome | { readonly lacking: string } {
  if (process.platform !== 'linux' || process.arch !== 'x64') return { lacking: 'only for Linux x64' }
  const require = createRequire(import.meta.url)
  try {
    // The package exports its entry only, which is build/cjs/index.cjs.
    const root = dirname(dirname(dirname(require.resolve(PACKAGE))))
    const about: unknown = require(join(root, 'package.json'))
    const version =
      typeof about === 'object' && about !== null && 'version' in about ? String(about.version) : 'unknown'
    const folder = join(cacheDir, `chrome-${version}`)
    return { path: join(folder, 'chromium'), folder, packed: join(root, 'bin', 'chromium.br') }
  } catch {
    return { lacking: 'not installed' }
  }
}

/**
 * Makes sure that the program is unpacked: 2–3 s the first time (190 MB), one stat afterwards.
 * Safe when several start at once and when one is killed: the folder gets its name only when it is complete.
 * @throws DeckError `chrome/not-unpacked`
 */
export async function unpackEmbedded(
  chrome: EmbeddedChrome,
  say: (line: string) => void = () => {},
): Promise<void> {
  if (existsSync(chrome.path)) return
  const cacheDir = dirname(chrome.folder)
  try {
    await mkdir(cacheDir, { recursive: true })
    await sweepDeadFolders(cacheDir, 'unpacking')
    say('Unpacking Chrome, this once …')
    const half = await makeOwnFolder(cacheDir, 'unpacking')
    try {
      const bin = dirname(chrome.packed)
      await Promise.all([
        unpackProgram(chrome.packed, join(half, 'chromium')),
        unpackFolder(join(bin, 'al2023.tar.br'), join(half, 'lib')),
        unpackFolder(join(bin, 'fonts.tar.br'), join(half, 'fonts')),
      ])
      await rename(half, chrome.folder)
    } catch (error) {
      await rm(half, { recursive: true, force: true })
      // Another process may have been faster, and its folder is as good as ours.
      const theirs = await stat(chrome.path).catch(() => undefined)
      if (!theirs) throw error
    }
  } catch (error) {
    throw chromeNotUnpacked(chrome.folder, error)
  }
}

async function unpackProgram(from: string, to: string): Promise<void> {
  const chunkSize = 1 << 20
  await pipeline(
    createReadStream(from, { highWaterMark: chunkSize }),
    createBrotliDecompress({ chunkSize }),
    // Flushed to the disk before the folder gets its name: a power cut must not leave half a program behind.
    createWriteStream(to, { mode: 0o755, flush: true }),
  )
}

/** Unpacks a .tar.br into one flat folder. */
async function unpackFolder(from: string, to: string): Promise<void> {
  const tar = await promisify(brotliDecompress)(await readFile(from))
  await mkdir(to)
  for (const { name, content } of readTar(tar)) await writeFile(join(to, name), content, { flush: true })
}

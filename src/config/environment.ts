// The environment → what it says to us. Apart from chrome/find.ts the only reader of process.env; light, since the
// command line needs it before anything else.
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'

export type Environment = {
  /** Where fonts and the unpacked Chrome are kept between runs. */
  readonly cacheDir: string
  /** SOURCE_DATE_EPOCH, when set: the date put into files. */
  readonly sourceDate: Date | undefined
}

/** What the environment says: RECAP_CACHE, XDG_CACHE_HOME, SOURCE_DATE_EPOCH (seconds). */
export function readEnvironment(): Environment {
  const { RECAP_CACHE, XDG_CACHE_HOME, SOURCE_DATE_EPOCH } = process.env
  const epoch = Number(SOURCE_DATE_EPOCH)
  return {
    cacheDir: RECAP_CACHE || path.join(XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'recapdeck'),
    sourceDate: SOURCE_DATE_EPOCH && Number.isFinite(epoch) ? new Date(epoch * 1000) : undefined,
  }
}

const fileName = 'recap.config.yaml'

/** The configuration file that holds for these notes: beside them or in the nearest folder above. */
export function findConfigFile(notesFile: string): string | undefined {
  let dir = path.dirname(path.resolve(notesFile))
  for (;;) {
    const file = path.join(dir, fileName)
    if (existsSync(file)) return file
    const parent = path.dirname(dir)
    if (parent === dir) return undefined
    dir = parent
  }
}

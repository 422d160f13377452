// Defaults < recap.config.yaml < front matter < flags: this file reads the second and lays the flags over it; front
// matter is the stages' own to weigh. Also the only place, beside chrome/find.ts, that reads the environment.
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { parse } from 'yaml'
import { readText } from '../shared/files.js'
import { DeckError } from '../shared/problem.js'
import { suggestName } from '../shared/text.js'
import { type Config, configSchema } from './config.js'

const fileName = 'recap.config.yaml'

function findConfigFile(notesFile: string): string | undefined {
  let dir = path.dirname(path.resolve(notesFile))
  for (;;) {
    const file = path.join(dir, fileName)
    if (existsSync(file)) return file
    const parent = path.dirname(dir)
    if (parent === dir) return undefined
    dir = parent
  }
}

/** Reads the configuration beside the notes or in the nearest folder above. Throws DeckError `config/…` naming the file. */
export async function loadConfig(notesFile: string): Promise<Config> {
  const file = findConfigFile(notesFile)
  if (file === undefined) return configSchema.parse({})
  let raw: unknown
  try {
    raw = parse(await readText(file), { schema: 'core', maxAliasCount: 0, logLevel: 'silent' })
  } catch (cause) {
    if (cause instanceof DeckError) throw cause
    const message = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : 'It is not YAML.'
    throw new DeckError({ code: 'config/not-yaml', message, at: { file } }, { cause })
  }
  const parsed = configSchema.safeParse(raw ?? {})
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  const where = issue?.path.join('.') ?? ''
  throw new DeckError({
    code: unknown === undefined ? 'config/bad-value' : 'config/unknown-key',
    message:
      unknown === undefined
        ? `“${where}”: ${issue?.message ?? 'not what was expected'}.`
        : `There is no key “${unknown}”${where === '' ? '' : ` in “${where}”`}.`,
    hint: suggestName(unknown ?? where, Object.keys(configSchema.shape)),
    at: { file },
  })
}

export type Environment = {
  /** Where fonts and the unpacked Chrome are kept between runs. */
  readonly cacheDir: string
  /** SOURCE_DATE_EPOCH, when set: the date put into files. */
  readonly sourceDate: Date | undefined
  readonly colour: boolean
}

/** What the environment says: RECAP_CACHE, XDG_CACHE_HOME, SOURCE_DATE_EPOCH, NO_COLOR. */
export function readEnvironment(): Environment {
  const { RECAP_CACHE, XDG_CACHE_HOME, SOURCE_DATE_EPOCH, NO_COLOR } = process.env
  const epoch = Number(SOURCE_DATE_EPOCH)
  return {
    cacheDir: RECAP_CACHE || path.join(XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'recapdeck'),
    sourceDate: SOURCE_DATE_EPOCH && Number.isFinite(epoch) ? new Date(epoch * 1000) : undefined,
    colour: !NO_COLOR,
  }
}

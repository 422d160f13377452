// recap.config.yaml → the configuration. Flags are laid over it by the command; front matter, which stands between the
// two, is the stages' own to weigh.
import { parse } from 'yaml'
import { readText } from '../shared/files.js'
import { DeckError } from '../shared/problem.js'
import { suggestName } from '../shared/text.js'
import { type Config, configSchema } from './config.js'
import { findConfigFile } from './environment.js'

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

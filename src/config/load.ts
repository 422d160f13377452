// recap.config.yaml → the configuration. Flags are laid over it by the command; front matter, which stands between the
// two, is the stages' own to weigh.
import { readText } from '../shared/files.js'
import { readYaml } from '../shared/read-yaml.js'
import { type Config, configSchema } from './config.js'
import { findConfigFile } from './environment.js'

const words = {
  codes: { broken: 'config/not-yaml', unknown: 'config/unknown-key', bad: 'config/bad-value' },
  key: 'key',
}

/**
 * Reads the configuration beside the notes or in the nearest folder above. Throws DeckError `config/…` with file, line and
 * column.
 */
export async function loadConfig(notesFile: string): Promise<Config> {
  const file = findConfigFile(notesFile)
  if (file === undefined) return configSchema.parse({})
  return readYaml(await readText(file), configSchema, { ...words, file })
}

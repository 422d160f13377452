// Makes the folder that holds everything Chrome writes during one run, and the environment that keeps it in there.

import { access, mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { embeddedChrome } from './embedded.js'
import { type ChromeKind, inheritedEnvironment } from './find.js'
import { makeOwnFolder } from './own-folder.js'

export type RunFolder = {
  readonly folder: string
  readonly profile: string
  readonly environment: NodeJS.ProcessEnv
}

type Wishes = { readonly cacheDir: string; readonly systemFonts?: boolean | undefined }

/** Makes the folder. */
export async function makeRunFolder(kind: ChromeKind, wishes: Wishes): Promise<RunFolder> {
  const folder = await makeOwnFolder(tmpdir(), 'chrome')
  const at = (name: string) => join(folder, name)
  await Promise.all(['profile', 'tmp', 'home'].map((name) => mkdir(at(name))))
  const environment = { ...inheritedEnvironment(), TMPDIR: at('tmp'), LANGUAGE: 'en' }
  const profile = at('profile')
  if (process.platform !== 'linux') return { folder, profile, environment }
  const embedded = embeddedChrome(wishes.cacheDir)
  const parts = 'path' in embedded ? dirname(embedded.path) : undefined
  const fonts = parts === undefined || wishes.systemFonts ? undefined : join(parts, 'fonts')
  const ownFonts =
    fonts && (await exists(fonts)) ? { FONTCONFIG_FILE: await writeFontConfig(folder, fonts) } : {}
  // Full Chrome as a snap refuses any other home than the real one.
  const home = {
    ...(kind === 'chrome' ? {} : { HOME: at('home') }),
    XDG_CONFIG_HOME: at('home'),
    XDG_CACHE_HOME: at('home'),
  }
  const libraries = kind === 'embedded' && parts ? { LD_LIBRARY_PATH: join(parts, 'lib') } : {}
  return { folder, profile, environment: { ...environment, ...ownFonts, ...home, ...libraries } }
}

/**
 * Writes a fontconfig file that knows one folder of fonts and none of the machine's: what the deck does not bring along
 * then looks the same, and wrong in the same way, everywhere. Never an empty folder: without any font at all Chrome
 * prints no text, and does not say so.
 */
async function writeFontConfig(folder: string, fonts: string): Promise<string> {
  const file = join(folder, 'fonts.conf')
  const dirs = `<dir>${escapeXml(fonts)}</dir><cachedir>${escapeXml(join(folder, 'font-cache'))}</cachedir>`
  await writeFile(file, `<?xml version="1.0"?>\n<fontconfig>${dirs}</fontconfig>\n`)
  return file
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

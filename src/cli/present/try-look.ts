// What the command line asks of a live deck, and a look that is tried on it → what a build is asked; and the look saved in the notes.
import { readFile, realpath, stat } from 'node:fs/promises'
import type { Config } from '../../config/config.js'
import { tellHead, writeHead } from '../../notes/write-front-matter.js'
import type { Look } from '../../page/live-contract.js'
import type { PlanRequest } from '../../pipeline/plan-deck.js'
import { writeWhole } from '../../shared/files.js'
import { DeckError } from '../../shared/problem.js'
import { aspects } from '../../theme/aspect.js'
import { type Density, densities } from '../../theme/density.js'
import { type BuildFlags, policies } from '../build-flags.js'

export type Asked = Pick<BuildFlags, 'theme' | 'aspect' | 'settings' | 'remarks' | 'lang'> & {
  readonly density?: Density | undefined
}

/** What is tried goes before what the command line asks. */
export const tryLook = (asked: Asked, look: Look): Asked => ({
  lang: asked.lang,
  theme: look.theme ?? asked.theme,
  aspect: aspects.find((known) => known === look.aspect) ?? asked.aspect,
  remarks: policies.find((known) => known === look.remarks) ?? asked.remarks,
  density: densities.find((known) => known === look.density) ?? asked.density,
  settings: look.accent === undefined ? asked.settings : [...asked.settings, `color.accent=${look.accent}`],
})

/** The command line without what a look chose: that stands in the notes now, and is to be seen. */
export const forgetAsked = (asked: Asked, look: Look): Asked => ({
  ...asked,
  theme: look.theme === undefined ? asked.theme : undefined,
  aspect: look.aspect === undefined ? asked.aspect : undefined,
  remarks: look.remarks === undefined ? asked.remarks : undefined,
  settings: asked.settings.filter((one) => look.accent === undefined || !/^color\.accent\s*=/.test(one)),
})

/** The plan of the deck that is asked for. */
export const planRequest = (file: string, config: Config, asked: Asked): PlanRequest => ({
  file,
  config: { ...config, notes: { ...config.notes, lang: asked.lang ?? config.notes.lang } },
  asked: { theme: asked.theme, aspect: asked.aspect, remarks: asked.remarks, density: asked.density },
  settings: asked.settings,
})

/** Writes the look into the notes' front matter. Throws DeckError; the notes are as they were then. */
export async function saveLook(file: string, look: Look): Promise<void> {
  if (tellHead(look) === '') return
  // A link to the notes stays one.
  const target = await realpath(file)
  const [bytes, { mode }] = await Promise.all([readFile(target), stat(target)])
  let source: string
  try {
    source = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    const message = `“${file}” is not UTF-8, and would be damaged.`
    const hint = 'Copy the front matter, and write it into the notes with your editor.'
    throw new DeckError({ code: 'notes/not-utf8', message, hint, at: { file } }, { cause })
  }
  await writeWhole(target, writeHead(source, look, file), mode & 0o7777)
}

// A notes file and what the command line asks → where its live deck comes from: made, saved and exported with a look tried on it.
import { stat } from 'node:fs/promises'
import { loadConfig } from '../../config/load.js'
import { cutUiFont } from '../../deck/ui-font.js'
import { formats } from '../../export/formats/index.js'
import { tellHead } from '../../notes/write-front-matter.js'
import type { DeckSource, MadeFile, Offer } from '../../serve/rebuild.js'
import { once } from '../../shared/once.js'
import { aspects } from '../../theme/aspect.js'
import { hexOf } from '../../theme/color.js'
import { densities } from '../../theme/density.js'
import { listThemes } from '../../theme/find.js'
import { loadTheme } from '../../theme/load.js'
import { policies } from '../build-flags.js'
import { shareChrome } from '../share-chrome.js'
import { makeRebuild } from './rebuild.js'
import { type Asked, forgetAsked, planRequest, saveLook, tryLook } from './try-look.js'

type Machine = { readonly cacheDir: string; readonly sourceDate?: Date | undefined }

async function readOffer(): Promise<Offer> {
  const themes = await Promise.all(listThemes().map((name) => loadTheme(name, '.')))
  return {
    themes: themes.map(({ name, color: { bg, ink, accent } }) => ({
      name,
      colors: [bg, ink, accent].map((color) => hexOf(color) ?? color),
    })),
    aspects,
    policies,
    densities,
    formats: formats.map(({ name, purpose, forSpeaker }) => ({
      name,
      purpose,
      forSpeaker: forSpeaker === true,
    })),
  }
}

type Making = { readonly format: string; readonly say: (words: string) => void }

/** Makes one format as `recap build` does, in a Chrome that is closed afterwards. */
async function makeFormat(
  file: string,
  asked: Asked,
  { format: name, say }: Making,
  machine: Machine,
): Promise<MadeFile> {
  const [config, { buildDeck }] = await Promise.all([loadConfig(file), import('../../pipeline.js')])
  const chrome = shareChrome(machine.cacheDir)
  try {
    const built = await buildDeck({
      ...planRequest(file, config, asked),
      ...machine,
      formats: formats.filter((format) => format.name === name),
      options: { paper: config.export.paper, fragments: config.export.fragments },
      openChrome: () => chrome.start(config.chrome.path),
      onProgress: say,
    })
    const [failure] = built.failures
    if (failure) throw failure.error
    const path = built.outputs[0]?.path ?? ''
    return { path, isFolder: (await stat(path)).isDirectory() }
  } finally {
    await chrome.close()
  }
}

/** The source of the file's decks. What was saved into the notes goes before what the command line asked. */
export function openSource(file: string, flags: Asked, machine: Machine): DeckSource {
  let asked = flags
  const rebuild = makeRebuild(file, machine.cacheDir)
  return {
    rebuild: (look) => rebuild(tryLook(asked, look), look),
    offer: once(readOffer),
    cutUiFont: (words) => cutUiFont(words, machine),
    tell: tellHead,
    async save(look) {
      await saveLook(file, look)
      asked = forgetAsked(asked, look)
    },
    make: (format, look, say) => makeFormat(file, tryLook(asked, look), { format, say }, machine),
  }
}

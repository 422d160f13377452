// `/ui.woff2`: the Chinese letters of what pages say themselves; for the speaker's page, of all the deck with its notes as well.
import { readText } from '../../shared/files.js'
import { liveScriptFile, speakerScriptFile } from '../../shared/package-files.js'
import type { RouteGroup } from '../route-group.js'
import type { Show } from '../show.js'
import { speakerWords } from '../speaker-words.js'

/** What the speaker's page says of the deck, and in its language. */
async function readDeck(show: Show): Promise<readonly string[]> {
  const { deck } = (await show.look('presenter')) ?? {}
  const words = Object.values(speakerWords(deck?.lang ?? 'en'))
  return deck ? [...words, deck.title, ...deck.slides.map(({ html }) => html)] : words
}

export const uiFont: RouteGroup = {
  name: 'ui-font',
  add(app, show) {
    app.get('/ui.woff2', async (context) => {
      const forSpeaker = context.req.query('for') === 'presenter'
      const script = await readText(forSpeaker ? speakerScriptFile : liveScriptFile)
      const font = await show.cutUiFont([script, ...(forSpeaker ? await readDeck(show) : [])])
      if (!font) return context.body(null, 204)
      context.header('Content-Type', 'font/woff2')
      return context.body(new Uint8Array(font).buffer)
    })
  },
}

// `/ui.woff2`: the Chinese letters of what pages say themselves; for the speaker's page, of all the deck with its notes as well.
import { readText } from '../../shared/files.js'
import { liveScriptFile, speakerScriptFile } from '../../shared/package-files.js'
import type { RouteGroup } from '../route-group.js'
import { speakerWords } from '../speaker-words.js'

export const uiFont: RouteGroup = {
  name: 'ui-font',
  add(app, show) {
    app.get('/ui.woff2', async (context) => {
      const forSpeaker = context.req.query('for') === 'presenter'
      const [live, speaker, drawn] = await Promise.all([
        readText(liveScriptFile),
        readText(speakerScriptFile),
        forSpeaker ? show.look('presenter') : undefined,
      ])
      const { title = '', lang = 'en', slides = [] } = drawn?.deck ?? {}
      const own = forSpeaker ? [speaker, ...Object.values(speakerWords(lang)), title] : [live]
      const font = await show.cutUiFont([...own, ...slides.map(({ html }) => html)])
      if (!font) return context.body(null, 204)
      context.header('Content-Type', 'font/woff2')
      return context.body(new Uint8Array(font).buffer)
    })
  },
}

// `/speaker`: what the speaker sees, around two frames of the deck with speaker notes. `/speaker.js`: its script.
import path from 'node:path'
import { readText } from '../../shared/files.js'
import { speakerScriptFile, templatesDir } from '../../shared/package-files.js'
import type { RouteGroup } from '../route-group.js'
import { pagePolicy } from './deck.js'

export const speaker: RouteGroup = {
  name: 'speaker',
  add(app) {
    app.get('/speaker', async (context) => {
      context.header('Content-Security-Policy', pagePolicy)
      return context.html(await readText(path.join(templatesDir, 'speaker.html')))
    })
    app.get('/speaker.js', async (context) => {
      context.header('Content-Type', 'text/javascript; charset=utf-8')
      return context.body(await readText(speakerScriptFile))
    })
  },
}

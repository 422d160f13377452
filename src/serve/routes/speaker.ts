// `/speaker`: the page of who speaks, around a frame of the deck with speaker notes. `/speaker.js`: its script.
import path from 'node:path'
import { loadTemplates } from '../../deck/templates.js'
import { readText } from '../../shared/files.js'
import { speakerScriptFile, templatesDir } from '../../shared/package-files.js'
import type { RouteGroup } from '../route-group.js'
import { speakerWords } from '../speaker-words.js'
import { pagePolicy } from './deck.js'

export const speaker: RouteGroup = {
  name: 'speaker',
  add(app, show) {
    app.get('/speaker', async (context) => {
      const [templates, css, drawn] = await Promise.all([
        loadTemplates(),
        readText(path.join(templatesDir, 'speaker.css')),
        show.look('presenter'),
      ])
      const { lang = 'en', title = '' } = drawn?.deck ?? {}
      const words = speakerWords(lang)
      context.header('Content-Security-Policy', pagePolicy)
      return context.html(templates.speaker({ lang, title, css, words }))
    })
    app.get('/speaker.js', async (context) => {
      context.header('Content-Type', 'text/javascript; charset=utf-8')
      return context.body(await readText(speakerScriptFile))
    })
  },
}

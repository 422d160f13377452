// `/live.js`: the page's script.

import { readText } from '../../shared/files.js'
import { liveScriptFile } from '../../shared/package-files.js'
import type { RouteGroup } from '../route-group.js'

export const script: RouteGroup = {
  name: 'script',
  add(app) {
    app.get('/live.js', async (context) => {
      context.header('Content-Type', 'text/javascript; charset=utf-8')
      return context.body(await readText(liveScriptFile))
    })
  },
}

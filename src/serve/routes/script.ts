// `/live.js`: the page's script. `/listen.js`: the worker by which all windows of a browser listen.

import { readText } from '../../shared/files.js'
import { listenScriptFile, liveScriptFile } from '../../shared/package-files.js'
import type { RouteGroup } from '../route-group.js'

export const script: RouteGroup = {
  name: 'script',
  add(app) {
    for (const [address, file] of [
      ['/live.js', liveScriptFile],
      ['/listen.js', listenScriptFile],
    ] as const)
      app.get(address, async (context) => {
        context.header('Content-Type', 'text/javascript; charset=utf-8')
        return context.body(await readText(file))
      })
  },
}

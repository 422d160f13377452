// The type of a group of routes: one file a group in routes/, each given the server's app and the show.
import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Show } from './show.js'

export type App = Hono<{ Bindings: HttpBindings }>

export type RouteGroup = {
  readonly name: string
  /** Adds the routes. The gate stands before all of them. */
  readonly add: (app: App, show: Show) => void
}

// THE SHELF of what the server answers to.
import type { RouteGroup } from '../route-group.js'
import { at } from './at.js'
import { deck } from './deck.js'
import { events } from './events.js'
import { exporting } from './exporting.js'
import { look } from './look.js'
import { script } from './script.js'
import { speaker } from './speaker.js'
import { timer } from './timer.js'
import { uiFont } from './ui-font.js'

export const routeGroups: readonly RouteGroup[] = [
  deck,
  script,
  uiFont,
  speaker,
  events,
  at,
  timer,
  look,
  exporting,
]

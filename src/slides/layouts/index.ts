// THE SHELF of layouts, in order of preference.
import { agenda } from './agenda.js'
import { closing } from './closing.js'
import { points } from './points.js'
import { section } from './section.js'
import { title } from './title.js'

export const layouts = [title, agenda, section, points, closing]

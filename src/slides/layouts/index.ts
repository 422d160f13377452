// THE SHELF of layouts, in order of preference.
import { agenda } from './agenda.js'
import { cards } from './cards.js'
import { closing } from './closing.js'
import { code } from './code.js'
import { compare } from './compare.js'
import { figure } from './figure.js'
import { number } from './number.js'
import { panel } from './panel.js'
import { points } from './points.js'
import { quote } from './quote.js'
import { reflection } from './reflection.js'
import { section } from './section.js'
import { statement } from './statement.js'
import { table } from './table.js'
import { takeaways } from './takeaways.js'
import { title } from './title.js'

export const layouts = [
  title,
  agenda,
  section,
  statement,
  cards,
  number,
  compare,
  figure,
  table,
  code,
  quote,
  panel,
  reflection,
  takeaways,
  closing,
  points,
]

// THE SHELF of export formats, in the order --help lists them.
import type { Format } from '../format.js'
import { cover } from './cover.js'
import { handout } from './handout.js'
import { html } from './html.js'
import { pdf } from './pdf.js'
import { png } from './png.js'
import { pptx } from './pptx.js'
import { presenter } from './presenter.js'
import { presenterHandout } from './presenter-handout.js'
import { presenterPptx } from './presenter-pptx.js'

export const formats: readonly Format[] = [
  html,
  pdf,
  handout,
  png,
  cover,
  presenter,
  presenterHandout,
  pptx,
  presenterPptx,
]

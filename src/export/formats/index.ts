// THE SHELF of export formats, in the order --help lists them.
import type { Format } from '../format.js'
import { html } from './html.js'
import { pdf } from './pdf.js'

export const formats: readonly Format[] = [html, pdf]

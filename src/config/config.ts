// The whole configuration: one key for each room that can be told something, put together from their own schemas.
import * as z from 'zod'
import { chromeOptions } from '../chrome/options.js'
import { deckOptions } from '../deck/options.js'
import { exportOptions } from '../export/options.js'
import { notesOptions } from '../notes/options.js'
import { serveOptions } from '../serve/options.js'
import { slidesOptions } from '../slides/options.js'

/** The shape of recap.config.yaml. */
export const configSchema = z.strictObject({
  notes: notesOptions.default({}),
  slides: slidesOptions.default({}),
  deck: deckOptions.default({}),
  chrome: chromeOptions.default({}),
  export: exportOptions.default({}),
  serve: serveOptions.default({}),
})

export type Config = z.output<typeof configSchema>

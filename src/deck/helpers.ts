// The table of Handlebars helpers that templates may call, built-in ones apart. Adding one is adding a row.
import type { HelperDelegate } from 'handlebars'

export const helpers: Readonly<Record<string, HelperDelegate>> = {}

// The public API: what other programs may use. Importing it does nothing by itself.
export { openChrome } from './chrome/connect.js'
export { type DeckPage, openDeck } from './chrome/open-deck.js'
export { configSchema } from './config/config.js'
export { readEnvironment } from './config/environment.js'
export { loadConfig } from './config/load.js'
export { formats } from './export/formats/index.js'
export { type BuildRequest, type BuiltDeck, buildDeck, type Output, outputPath } from './pipeline.js'
export { type At, DeckError, type Problem } from './shared/problem.js'

// The deck → one HTML file that opens anywhere, offline, safe to share.
import type { Format } from '../format.js'

export const html: Format = {
  name: 'html',
  ending: '.html',
  purpose: 'the deck in one offline file',
  needsChrome: false,
  make: async ({ deck }) => deck.html,
}

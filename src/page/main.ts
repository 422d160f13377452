// The page script of a deck in one file: shows the deck that stands in the page.
import { showDeck } from './show.js'

showDeck()

// Random notes in every theme, fitted on slides of 4:3: see random-decks.ts.
import { testRandomDecks } from '../helpers/random-decks.js'

testRandomDecks('4:3')

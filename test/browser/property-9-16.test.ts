// Random notes in every theme, fitted on slides of 9:16: see random-decks.ts.
import { testRandomDecks } from '../helpers/random-decks.js'

testRandomDecks('9:16')

// A text and the place it stands in → the names of what speaks for a remark or for what was said; weigh.ts adds them up.
// `#…` is form, `@…` a class of words, `~…` the place; anything else is a word, or one to three Han characters.
import { en } from './cues/en.js'
import { ja } from './cues/ja.js'
import type { WordClasses } from './cues/word-classes.js'
import { zh } from './cues/zh.js'
import { markForm } from './form.js'
import { ownWords } from './own-words.js'
import type { Place, Tell } from './place.js'

function classesOf(
  languages: readonly (readonly [string, WordClasses])[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const [language, classes] of languages) {
    for (const [name, words] of Object.entries(classes)) {
      for (const word of words.split(' ')) {
        const names = found.get(word) ?? []
        if (name !== 'plain') names.push(`@${language}.${name}`)
        found.set(word, names)
      }
    }
  }
  return found
}

const eastern = classesOf([
  ['zh', zh],
  ['ja', ja],
])
const western = classesOf([['en', en]])
/** How long the longest known word is that begins with a letter. */
const longestFrom = new Map<string, number>()
for (const known of eastern.keys())
  longestFrom.set(known.charAt(0), Math.max(known.length, longestFrom.get(known.charAt(0)) ?? 0))
const east = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/
const word = /[\p{Script=Latin}\d][\p{Script=Latin}\d'’-]*|[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+/gu

/** The classes of the words in a run of Han or kana: the longest word that is known at each place. */
function tellEastern(run: string, seen: Map<string, number>, tell: Tell): void {
  for (let at = 0; at < run.length; ) {
    let size = Math.min(longestFrom.get(run.charAt(at)) ?? 0, run.length - at)
    while (size > 0 && !eastern.has(run.slice(at, at + size))) size--
    for (const name of eastern.get(run.slice(at, at + size)) ?? []) {
      seen.set(name, (seen.get(name) ?? 0) + 1)
      if (at === 0) tell(`${name}^`)
      if (at + size === run.length) tell(`${name}$`)
    }
    at += Math.max(1, size)
  }
  for (let at = 0; at < run.length; at++) {
    tell(run.charAt(at))
    if (at + 2 <= run.length) tell(run.slice(at, at + 2))
  }
}

/** Tells what speaks for or against; `text` is at most a few hundred characters, in plain letters (fold.ts). */
export function tellFeatures(text: string, place: Place, tell: Tell): void {
  markForm(text, place, tell)
  const runs = ownWords(text, place).toLowerCase().match(word) ?? []
  const seen = new Map<string, number>()
  let before = '^'
  for (const run of runs) {
    if (east.test(run)) tellEastern(run, seen, tell)
    else {
      tell(run)
      if (run.length > 4) tell(`-${run.slice(-3)}`)
      for (const name of western.get(run) ?? []) {
        seen.set(name, (seen.get(name) ?? 0) + 1)
        if (before === '^') tell(`${name}^`)
      }
    }
    const short = east.test(run) ? run.slice(0, 1) : run
    tell(`${before} ${short}`)
    before = east.test(run) ? run.slice(-1) : run
  }
  tell(`${before} $`)
  for (const [name, count] of seen) {
    tell(name)
    if (count > 1) tell(`${name}+`)
  }
}

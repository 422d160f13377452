// Text → the language of the deck and of a run: by script, and by letters only one Chinese writing uses.
import { remember } from '../shared/remember.js'
import { type DeckLang, deckLangs } from './notes.js'

// Frequent characters that only Traditional (or only Simplified) Chinese writes.
const traditional = /[們說這個來時會對開關學國實點還進過發問題與應該業產務數據]/gu
const simplified = /[们说这个来时会对开关学国实点还进过发问题与应该业产务数据]/gu

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/** A presented deck is read again at each save, and has few new lines. */
const countLine = remember(
  (line) => ({
    kana: count(line, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu),
    han: count(line, /\p{Script=Han}/gu),
    latin: count(line, /[A-Za-z]/g),
    oldForms: count(line, traditional),
    newForms: count(line, simplified),
  }),
  10_000,
)

/** The language most of the text is written in. A Han character carries about as much as three Latin letters. */
export function detectLang(text: string): DeckLang {
  const counts = text.split('\n').map((line) => countLine(line))
  const sum = (key: 'kana' | 'han' | 'latin' | 'oldForms' | 'newForms') =>
    counts.reduce((whole, one) => whole + one[key], 0)
  const [kana, han, latin] = [sum('kana'), sum('han'), sum('latin')]
  if (kana > (han + kana) * 0.15) return 'ja'
  if (han * 3 <= latin) return 'en'
  return sum('oldForms') > sum('newForms') ? 'zh-Hant' : 'zh-Hans'
}

/** A language tag as people write it (`zh`, `zh-CN`, `zh_TW`, `en-GB`) as one of ours, or `undefined`. */
export function readLang(tag: string): DeckLang | undefined {
  const plain = tag.trim().toLowerCase().replaceAll('_', '-')
  if (/^zh-(tw|hk|mo|hant)/.test(plain)) return 'zh-Hant'
  if (/^(zh|cmn)(-|$)/.test(plain)) return 'zh-Hans'
  return deckLangs.find((lang) => plain === lang.toLowerCase() || plain.startsWith(`${lang.toLowerCase()}-`))
}

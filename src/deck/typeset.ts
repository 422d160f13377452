// A slide's HTML → the same HTML set by a typographer: spaces, quotes, ellipses, arrows, and where a line may break.
// Only text between tags changes, never in code; no word is changed.
import { detectLang } from '../notes/language.js'
import { type DeckLang, deckLangs } from '../notes/notes.js'
import { remember } from '../shared/remember.js'
import { hanPattern } from '../shared/text.js'
import { endsHan, gap, han, markBreaks, startsHan } from './breaks.js'
import { keepClauses, keepTwoNames } from './clauses.js'
import { holdLastWords } from './last-lines.js'
import { curlHtml } from './quotes.js'

const latin = '[A-Za-z0-9]'
const wideMark = '[，。、；：？！（）「」『』《》【】]'
const rule = (pattern: string) => new RegExp(pattern, 'gu')

// Spaces between Han and Latin are drawn by text-autospace; a typed one would be added to it.
const hanThenLatin = rule(`(${han}|${wideMark})[ \\t]+(?=${latin})`)
const latinThenHan = rule(`(${latin}|[%+])[ \\t]+(?=${han}|${wideMark})`)
const betweenHan = rule(`(${han}|${wideMark})[ \\t]+(?=${wideMark})`)
const fullWidth: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' }
const halfMark = rule(`(?<=${han})([,;:?!])(?:[ \\t]*(?=${han}|[“‘「《（])|$)`)
const hanBrackets = rule(`(?<=${han})\\(([^()<>]{0,200}${han}[^()<>]{0,200})\\)`)

// Units squeezed into one letter, which few faces have.
const squeezed: Readonly<Record<string, string>> = {
  '㎡': 'm²',
  '㎥': 'm³',
  '㎞': 'km',
  '㎝': 'cm',
  '㎜': 'mm',
  '㎏': 'kg',
  '㎎': 'mg',
}

function mendMarks(text: string, lang: DeckLang): string {
  const chinese = lang !== 'en'
  let set = text
    .replace(/&lt;[-=]+&gt;/g, '↔')
    .replace(/[-—–]+》|(?<![-=])[-=]+&gt;/g, '→')
    .replace(/[㎡㎥㎞㎝㎜㎏㎎]/g, (unit) => squeezed[unit] ?? unit)
    .replace(/[ \t]{2,}/g, ' ')
    .replace(hanThenLatin, '$1')
    .replace(latinThenHan, '$1')
    .replace(betweenHan, '$1')
    .replace(/(?<!\.)\.{3,}(?!\.)|。{2,}|…+/g, (dots) => (chinese ? '……' : dots === '……' ? dots : '…'))
  if (hanPattern.test(set)) {
    set = set.replace(halfMark, (_, mark: string) => fullWidth[mark] ?? mark).replace(hanBrackets, '（$1）')
  }
  return set
}

// Three Latin words or more, or an English apostrophe or quotation, are a run of English inside Chinese.
const englishRun = /[A-Za-z][\w,.’'“”/-]*(?: [\w,.’'“”/&;#-]+){2,}|[A-Za-z]+’[a-z]+(?: [\w,.’-]+)*/g
// “Okonjo-Pell”, “RISC-V” and “on-call” are one word: they do not break at their hyphen, nor before the mark that follows.
const hyphened = /(?<![\p{L}\p{N}-])[\p{L}\p{N}]{1,12}-[\p{L}\p{N}]{1,12}(?![\p{L}\p{N}-])[,.;:!?’”)]*/gu
const maxHyphened = 18
const hanRun = rule(`${han}(?:${han}|${wideMark}|[0-9])*`)

// “38 %”, “15 s”, “1.9 M”: a figure and its unit.
const unit = '%|‰|°[CF]|[µmn]?s|min|h|[KMGT]i?B|[kKMBG]|bn|[kcm]?m|k?g|m?l|[kMG]?(?:W|Wh|Hz)|px|pt|dB|[ap]m'
const measured = new RegExp(`(?<![\\w.,])[~≈<>±+−-]?\\d[\\d.,]* (?:${unit})(?![\\w-])`, 'gu')

const keepNames = (text: string): string =>
  text
    .replace(hyphened, (word) =>
      word.length > maxHyphened || hanPattern.test(word) ? word : `<span class="nb">${word}</span>`,
    )
    .replace(measured, '<span class="nb">$&</span>')

/** In which of its writings a text's Han stands: kana tell Japanese, old forms Traditional Chinese. */
function hanTongue(text: string): DeckLang {
  const tongue = detectLang(text.replace(/[A-Za-z]+/g, ''))
  return tongue === 'en' ? 'zh-Hans' : tongue
}

function setAnew(text: string, lang: DeckLang): string {
  if (text.trim() === '') return text
  const set = mendMarks(text, lang)
  const hasHan = hanPattern.test(set)
  if (lang === 'en') {
    const tongue = hanTongue(set)
    const whole = keepNames(set)
    return hasHan
      ? whole.replace(hanRun, (run) => `<span lang="${tongue}">${markBreaks(run, tongue)}</span>`)
      : whole
  }
  if (!hasHan) return set.replace(englishRun, (run) => `<span lang="en">${run}</span>`)
  let line = ''
  let from = 0
  for (const run of set.matchAll(englishRun)) {
    const before = set.slice(from, run.index)
    const joint = endsHan.test(before) ? gap : ''
    line += `${markBreaks(before, lang)}${joint}<span lang="en">${run[0]}</span>`
    from = run.index + run[0].length
    if (startsHan.test(set.slice(from))) line += gap
  }
  return keepNames(line + markBreaks(set.slice(from), lang))
}

/** Texts kept: as many as a deck of 1,000 slides has. */
const kept = 20_000
const setters = new Map(
  deckLangs.map((lang) => [lang, remember((text) => setAnew(text, lang), kept)] as const),
)
const setText = (text: string, lang: DeckLang): string => setters.get(lang)?.(text) ?? setAnew(text, lang)

const verbatimTags = new Set(['code', 'pre', 'kbd', 'samp'])

/** Words as large as a title are balanced by the browser; others may end in a line of one word. */
const largeTag = /^<(?:blockquote|p)\b[^>]*class="(?:[^"]*\s)?(?:title|subtitle|lead|say|q)[\s"]/

/** Sets every text node of the HTML that is not code; an address shown as itself stays as it is. */
export function typesetHtml(html: string, lang: DeckLang): string {
  let verbatim = 0
  let large = false
  let quoted = false
  const set = curlHtml(html).replace(/<[^>]+>|[^<]+/g, (piece, at: number, whole: string) => {
    if (!piece.startsWith('<')) {
      if (verbatim > 0 || /^\s*(https?:\/\/|www\.)\S+$/.test(piece)) return piece
      const text = setText(piece, lang)
      return !large && whole.startsWith('</p>', at + piece.length) ? holdLastWords(text) : text
    }
    // A quotation's words stand in paragraphs of their own, as large as it is.
    if (/^<\/?blockquote/.test(piece)) quoted = largeTag.test(piece)
    if (/^<p[\s>]/.test(piece)) large = quoted || largeTag.test(piece)
    const name = /^<\/?([a-z0-9]+)/i.exec(piece)?.[1]?.toLowerCase() ?? ''
    if (verbatimTags.has(name)) verbatim = Math.max(0, verbatim + (piece.startsWith('</') ? -1 : 1))
    return piece
  })
  return lang === 'en' ? keepTwoNames(set) : keepClauses(set)
}

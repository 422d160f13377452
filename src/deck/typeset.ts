// A slide's HTML → the same HTML set by a typographer: spaces, quotes, ellipses, arrows, and where a line may break.
// Only text between tags changes, never in code; no word is changed.
import { detectLang } from '../notes/language.js'
import { type DeckLang, deckLangs } from '../notes/notes.js'
import { remember } from '../shared/remember.js'
import { hanPattern } from '../shared/text.js'
import { keepClauses } from './clauses.js'
import { curlHtml } from './quotes.js'

const han = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]'
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

const segmenters = new Map<string, Intl.Segmenter>()
function segmenterOf(lang: DeckLang): Intl.Segmenter {
  const locale = lang === 'ja' ? 'ja' : 'zh'
  const made = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'word' })
  segmenters.set(locale, made)
  return made
}

// A chunk never starts with these, and never ends with an opening mark.
const notFirst = /^(?:[\p{Pe}\p{Pf}、，。：；？！…·—%→]|[的了吗呢吧着过们性化者力率量度级型式类器员家]$)/u
const notLast = /[\p{Ps}\p{Pi}]$/u

// Chromium draws no autospace across a <wbr> (measured, 143), so a break between Han and Latin is a space of its width.
const gap = '<span class="gap"> </span>'
const endsLatin = /[A-Za-z0-9%+]$/
const startsLatin = /^[A-Za-z0-9]/
const endsHan = new RegExp(`${han}$`, 'u')
const startsHan = new RegExp(`^${han}`, 'u')

function breakBetween(before: string, after: string): string {
  const mixed =
    (endsHan.test(before) && startsLatin.test(after)) || (endsLatin.test(before) && startsHan.test(after))
  return mixed ? gap : '<wbr>'
}

const maxWholeLetters = 5
/** Longer texts are segmented piece by piece: the segmenter's time grows faster than the text (90,000 letters: 9 s). */
const maxSegmented = 2000
const longPiece = /[\s\S]{1,1900}[，。；！？、\s]?/gu

/** Marks where a line of Chinese or Japanese may break: between words, not before closing marks, not inside “11 年”. */
function markBreaks(text: string, lang: DeckLang): string {
  // A name or a short word is not broken at all: the segmenter does not know names.
  if (text.length <= maxWholeLetters) return text
  if (text.length > maxSegmented) {
    const pieces = text.match(longPiece) ?? []
    return pieces.map((piece) => markBreaks(piece, lang)).join('<wbr>')
  }
  if (/\s/.test(text.trim()))
    return text
      .split(/(\s+)/)
      .map((part) => markBreaks(part, lang))
      .join('')
  const chunks: string[] = []
  for (const { segment } of segmenterOf(lang).segment(text)) {
    const last = chunks.at(-1)
    const joins =
      last !== undefined &&
      (notFirst.test(segment) ||
        notLast.test(last) ||
        /^\s/.test(segment) ||
        /\s$/.test(last) ||
        (/[\w.&;#-]$/.test(last) && /^[\w.&;#-]/.test(segment)) ||
        (/\d$/.test(last) && [...segment].length === 1))
    if (joins) chunks[chunks.length - 1] = last + segment
    else chunks.push(segment)
  }
  return chunks
    .map((chunk, index) => (index === 0 ? chunk : breakBetween(chunks[index - 1] ?? '', chunk) + chunk))
    .join('')
}

// Three Latin words or more, or an English apostrophe or quotation, are a run of English inside Chinese.
const englishRun = /[A-Za-z][\w,.’'“”/-]*(?: [\w,.’'“”/&;#-]+){2,}|[A-Za-z]+’[a-z]+(?: [\w,.’-]+)*/g
// “Okonjo-Pell” and “RISC-V” are one name: they do not break at their hyphen.
const doubleName = /\p{Lu}\p{Ll}+-\p{Lu}\p{Ll}+|(?<![\w-])[A-Za-z]{1,8}-[A-Z0-9]{1,4}(?![\w-])/gu
const hanRun = rule(`${han}(?:${han}|${wideMark}|[0-9])*`)

const keepNames = (text: string): string => text.replace(doubleName, '<span class="nb">$&</span>')

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

/** Sets every text node of the HTML that is not code; an address shown as itself stays as it is. */
export function typesetHtml(html: string, lang: DeckLang): string {
  let verbatim = 0
  const set = curlHtml(html).replace(/<[^>]+>|[^<]+/g, (piece) => {
    if (!piece.startsWith('<'))
      return verbatim > 0 || /^\s*(https?:\/\/|www\.)\S+$/.test(piece) ? piece : setText(piece, lang)
    const name = /^<\/?([a-z0-9]+)/i.exec(piece)?.[1]?.toLowerCase() ?? ''
    if (verbatimTags.has(name)) verbatim = Math.max(0, verbatim + (piece.startsWith('</') ? -1 : 1))
    return piece
  })
  return lang === 'en' ? set : keepClauses(set)
}

// A text of Chinese or Japanese → the same with marks where its lines may break: between words, as Intl.Segmenter knows them,
// and as typographers would have it.
import type { DeckLang } from '../notes/notes.js'

export const han = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]'

const segmenters = new Map<string, Intl.Segmenter>()
function segmenterOf(lang: DeckLang): Intl.Segmenter {
  const locale = lang === 'ja' ? 'ja' : 'zh'
  const made = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'word' })
  segmenters.set(locale, made)
  return made
}

// A chunk never starts with these, and never ends with an opening mark.
const notFirst =
  /^(?:[\p{Pe}\p{Pf}、，。：；？！…·—%→]|[的了吗呢吧着过们性化者力率量度级型式类器员家室片态集谱商亿佬]$)/u
const notLast = /(?:[\p{Ps}\p{Pi}]|^第)$/u
// “第二点”: what is counted stands with its number.
const ordinal = /^第[一二三四五六七八九十百\d]+$/
// “（万元）”: a few letters in brackets.
const shortBracket =
  /(?<=[（【《「『〈［])(?:[^（）【】《》「」『』〈〉［］<>]|<wbr>){1,24}(?=[）】》」』〉］])/gu
const maxBracketed = 5

const keepBrackets = (set: string): string =>
  set.replace(shortBracket, (inside) => {
    const whole = inside.replaceAll('<wbr>', '')
    return whole.length <= maxBracketed ? whole : inside
  })

// Chromium draws no autospace across a <wbr> (measured, 143), so a break between Han and Latin is a space of its width.
export const gap = '<span class="gap"> </span>'
const endsLatin = /[A-Za-z0-9%+]$/
const startsLatin = /^[A-Za-z0-9]/
export const endsHan = new RegExp(`${han}$`, 'u')
export const startsHan = new RegExp(`^${han}`, 'u')

function breakBetween(before: string, after: string): string {
  const mixed =
    (endsHan.test(before) && startsLatin.test(after)) || (endsLatin.test(before) && startsHan.test(after))
  return mixed ? gap : '<wbr>'
}

const maxWholeLetters = 5
/** Longer texts are segmented piece by piece: the segmenter's time grows faster than the text (90,000 letters: 9 s). */
const maxSegmented = 2000
const longPiece = /[\s\S]{1,1900}[，。；！？、\s]?/gu

// The segmenter takes words it does not know to pieces, “图谱” into single letters: two of them stand together unless one is a
// word by itself.
const small =
  '和与及或而但也都就是在有我你他她它这那把被让给对从到向以为用不没很更最已将会能要可等如之其所并又再还去来上下中里一两几多大小新'
const single = new RegExp(`^(?![${small}])${han}$`, 'u')

// Words of the field that the segmenter takes for two: to break “大 / 模型” is to say something else.
const compounds = new Set(
  '大模型 小模型 操作系统 人工智能 机器学习 深度学习 强化学习 神经网络 知识图谱 自动驾驶 云计算 大数据 元宇宙 区块链 物联网 数据库 开发者 创业者 人工智慧 作業系統 資料庫'.split(
    ' ',
  ),
)

/** Marks where a line of Chinese or Japanese may break: between words, not before closing marks, not inside “11 年”. */
export function markBreaks(text: string, lang: DeckLang): string {
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
    const joins: boolean =
      last !== undefined &&
      (notFirst.test(segment) ||
        notLast.test(last) ||
        /^\s/.test(segment) ||
        /\s$/.test(last) ||
        (/[\w.&;#-]$/.test(last) && /^[\w.&;#-]/.test(segment)) ||
        (/\d$/.test(last) && [...segment].length === 1) ||
        (ordinal.test(last) && [...segment].length === 1) ||
        (single.test(last) && single.test(segment)) ||
        compounds.has(last + segment))
    if (joins) chunks[chunks.length - 1] = last + segment
    else chunks.push(segment)
  }
  return keepBrackets(
    chunks
      .map((chunk, index) => (index === 0 ? chunk : breakBetween(chunks[index - 1] ?? '', chunk) + chunk))
      .join(''),
  )
}

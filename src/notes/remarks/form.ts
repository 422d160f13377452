// The form of a text and the place it stands in → features: its width, marks, figures, capitals, and what it follows.

import { isReported, speaker } from './own-words.js'
import type { Place, Tell } from './place.js'

const hanRun = /[\u3400-\u9fff]/g
const latinWord = /[A-Za-z][A-Za-z'’-]*/g
const unit =
  /\d\s*(?:%|‰|℃|°|[a-zµ]{1,4}\b|[A-Z]{1,3}\b|元|万|亿|年|月|日|天|时|分|秒|人|例|家|个|台|次|台|名|岁|米|吨|度|倍|点|章|条|页|届|期|组|类|代|版|级)|[$€£¥￥]\s*\d/u
const range = /\d\s*(?:-|–|~|～|至|到|to|→|>)\s*\d/
const relation = /[<>=≥≤≈±×÷→+]/
const counted =
  /^(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|[两三四五六七八九十百千万]+)\s?[a-z-]+(?: [a-z]+)?s?$/i
const listing = /^[^，。；、,;/？?！!]{1,16}(?:[、，；,;/]\s*[^，。；、,;/？?！!]{1,16}){1,7}$/
const face = /\p{Extended_Pictographic}|[:;]-?[)(DP]|\^_?\^|[～~]$|…$|\.\.\.$/u
const quoted = /^["“「『'‘].*["”」』'’][。.]?$/
const anyQuote = /["“「『].+["”」』]/
const proper = /^[A-Z][\w'’-]+(?: (?:of|the|and|de|van|von|&|[A-Z][\w'’.-]*))+$/

const bucket = (size: number): string =>
  size === 1 ? 'one' : size <= 4 ? 'few' : size <= 12 ? 'some' : size <= 24 ? 'many' : 'lots'

const smallWords = /^(?:of|the|and|for|in|on|to|a|an)$/i

/** Whether a text spells out one of the acronyms before it: SLA … service level agreement. */
export function spellsOut(text: string, before: string): boolean {
  const acronyms = before.match(/\b[A-Z][A-Za-z]*[A-Z][A-Za-z]*/g) ?? []
  if (acronyms.every(({ length }) => length < 3)) return false
  const words = text.match(/[A-Za-z]+/g) ?? []
  const starts = (some: readonly string[]) => some.map((found) => found.charAt(0).toUpperCase()).join('')
  const spelt = [starts(words), starts(words.filter((found) => !smallWords.test(found)))]
  return acronyms.some(
    (acronym) =>
      acronym.length > 2 && spelt.some((letters) => letters.startsWith(acronym.toUpperCase().slice(0, 4))),
  )
}

function markText(text: string, tell: Tell): void {
  const han = text.match(hanRun)?.length ?? 0
  const words = text.match(latinWord) ?? []
  const figures = text.match(/\d+/g)?.length ?? 0
  const script = han === 0 ? 'en' : words.length === 0 ? 'zh' : 'mix'
  tell(`#${script}`)
  tell(`#${han === 0 ? 'en' : 'zh'}${bucket(han + words.length)}`)
  if (/[？?]$/.test(text)) tell('#ends?')
  else if (/[？?]/.test(text)) tell('#has?')
  if (/[！!]$/.test(text)) tell('#ends!')
  else if (/[！!]/.test(text)) tell('#has!')
  if (/[。.]$/.test(text)) tell('#ends.')
  if (/[.。] ?\S/.test(text) && !/\d\.\d/.test(text)) tell('#sentences')
  const clauses = text.match(/[，,；;]/g)?.length ?? 0
  tell(`#clauses${Math.min(clauses, 1)}`)
  if (text.includes('、')) tell('#、')
  if (text.includes('/')) tell('#/')
  if (text.includes(' ') && han > 0) tell('#gap')
  if (/[：:]/.test(text)) tell('#colon')
  if (/[；;]/.test(text)) tell('#semicolon')
  if (figures > 0) tell('#figure')
  if (figures > 1) tell('#figures')
  if (/^\W?\d/.test(text)) tell('#starts with a figure')
  if (counted.test(text)) tell('#counted')
  if (figures > 0 && figures * 2 >= (text.match(/[A-Za-z]+|[\u3400-\u9fff]|\d+/g)?.length ?? 0))
    tell('#mostly figures')
  if (/\S\s?[=≥≤<>]\s?\S/.test(text)) tell('#equation')
  if (unit.test(text)) tell('#unit')
  if (range.test(text)) tell('#range')
  if (relation.test(text)) tell('#relation')
  if (text.includes('%')) tell('#%')
  if (/\d[:：点]\d\d|\d\s?(?:am|pm)\b|\d点/.test(text)) tell('#clock')
  if (/\b(?:19|20)\d\d\b|\d年/.test(text)) tell('#year')
  if (figures === 0) tell(`#no figure ${script}`)
  if (listing.test(text)) tell(`#list ${script}`)
  if (face.test(text)) tell('#face')
  if (quoted.test(text)) tell('#quoted')
  else if (anyQuote.test(text)) tell('#quote')
  if (proper.test(text)) tell('#proper')
  if (/[a-z]-[a-z]/i.test(text)) tell('#hyphen')
  if (/\b[A-Z]{2,}\b/.test(text)) tell('#capitals')
  const upper = words.filter((found) => /^[A-Z]/.test(found)).length
  if (words.length > 1 && han === 0)
    tell(
      upper === 0 ? '#lower' : upper === words.length ? '#upper' : upper === 1 ? '#upper one' : '#upper some',
    )
  if (words.length === 1 && han === 0) tell(upper === 1 ? '#one upper' : '#one lower')
  if (/^[A-Z]/.test(text)) tell('#starts upper')
  if (/^[a-z]/.test(text)) tell('#starts lower')
  if (
    /[老小阿][王李张刘陈杨黄赵周吴徐孙马朱胡郭何林罗高郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武莫孔向汤葛]|\p{Script=Han}[哥姐叔姨总]/u.test(
      text,
    )
  )
    tell('#nickname')
  if (/第[一二三四五六七八九十\d]+[次遍回个年]/.test(text)) tell('#nth')
  if (/[一二两三四五六七八九十百千万半]/.test(text) && figures === 0) tell('#han figure')
}

function markLine(text: string, tell: Tell): void {
  if (speaker.test(text)) tell('#speaker')
  if (isReported(text)) tell('#reported')
  if (/^[\w\p{Script=Han}·-]{1,8}[：:]/u.test(text)) tell('#short speaker')
}

function markPlace(text: string, { kind, mark, before, after }: Place, tell: Tell): void {
  tell(`~${kind}`)
  if (kind === 'line') {
    if (before !== '') tell('~not first')
    // Whoever puts an aside into a line mostly puts it beside what was said.
    if (mark !== '') tell('~with an aside')
    return
  }
  tell(`~${mark}`)
  const stem = before.trim()
  const rest = after.trim()
  if (stem === '') tell(rest === '' ? '~alone' : '~first')
  else if (rest === '') tell('~end')
  else if (/^[，,、。；;：:）)]/.test(rest)) tell('~before a mark')
  else tell(/^[（(【[⟦]/.test(rest) ? '~before a bracket' : '~middle')
  if (before !== stem && before !== '') tell('~spaced')
  if (/[）)】\]]$/.test(stem)) tell('~after a bracket')
  if (/["”」』]$/.test(stem)) tell('~after a quote')
  if (/[？?]$/.test(stem)) tell('~after ?')
  if (spellsOut(text, stem)) tell('~spelt out')
  if (/[\d%]$/.test(stem)) tell('~after a figure')
  if (/\d\s*\p{L}{1,4}$/u.test(stem)) tell('~after an amount')
  const name = /([A-Za-z][\w.+-]*)$/.exec(stem)?.[1]
  if (name !== undefined) {
    if (/^[A-Z][A-Za-z]*[A-Z]/.test(name))
      tell(/\d/.test(text) ? '~after an acronym, figure' : '~after an acronym')
    if (/^[A-Z][a-z]/.test(name)) tell('~after a name')
  }
  if (/[\u3400-\u9fff]/.test(stem) && !/[\u3400-\u9fff]/.test(text)) tell('~Latin among Han')
}

/** Tells the features of form and place. */
export function markForm(text: string, place: Place, tell: Tell): void {
  markText(text, tell)
  if (place.kind === 'line') markLine(text, tell)
  markPlace(text, place, tell)
}

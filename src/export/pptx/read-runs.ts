// A word with its box → runs: its families, size, weight, colour, language and link. Latin letters that the page draws larger
// than Han ones beside them are runs of their own, in the size they are drawn in.
import type { Run } from './drawing.js'
import { readFaces, readWeight } from './faces.js'
import { readPaint } from './read-paint.js'
import { isInline, isPicture, isUpright, type Word } from './read-words.js'
import { type Box, closest, hasClass, opacityOf } from './snapshot.js'

const langs: Readonly<Record<string, string>> = {
  en: 'en-US',
  zh: 'zh-CN',
  'zh-hans': 'zh-CN',
  'zh-hant': 'zh-TW',
  ja: 'ja-JP',
  ko: 'ko-KR',
}
export const readLang = (lang: string): string => langs[lang.toLowerCase()] ?? lang

function linkOf(box: Box): string | number | undefined {
  const address = closest(box, ({ tag }) => tag === 'a')?.attributes.get('href')
  const page = /^(?:https:\/\/deck\.invalid)?\/page\/(\d+)$/.exec(address ?? '')?.[1]
  if (page !== undefined) return Number(page)
  return address !== undefined && /^(https?|mailto):/.test(address) ? address : undefined
}

/** What stands among Han letters in their own face; marks and blanks go with what is before them. */
const latin = /[!-\u02ff\u0370-\u052f\u1e00-\u1fff]/
const han = /[\u2e80-\uffef\u{20000}-\u{3ffff}]/u

/** The text by what is drawn larger and what is not. */
function splitScripts(text: string): readonly { readonly text: string; readonly isLatin: boolean }[] {
  const pieces: { text: string; isLatin: boolean }[] = []
  const first = [...text].find((letter) => latin.test(letter) || han.test(letter)) ?? 'x'
  for (const letter of text) {
    const last = pieces.at(-1)
    const isLatin = latin.test(letter) || (!han.test(letter) && (last?.isLatin ?? latin.test(first)))
    if (last?.isLatin === isLatin) last.text += letter
    else pieces.push({ text: letter, isLatin })
  }
  return pieces
}

/** Fonts have two weights in office programs. */
const boldFrom = 600

/** Whether its Latin letters are of a weight above the one of the two that is taken for it. */
export function isDrawnLighter(source: Box): boolean {
  const weight = readWeight(source.style('font-family'), 'latin') ?? source.px('font-weight')
  return weight > (weight >= boldFrom ? 700 : 400)
}

export function readRuns(word: Word, block: Box): readonly Run[] {
  const { source } = word
  const { latinScale } = source.family
  const run = runOf(word, block)
  const family = source.style('font-family')
  const bold = (script: 'cjk' | 'latin') =>
    (readWeight(family, script) ?? source.px('font-weight')) >= boldFrom
  if (isPicture(source)) return [run]
  if (latinScale === 1 && bold('cjk') === bold('latin')) return [{ ...run, bold: bold('latin') }]
  const east = /^(zh|ja|ko)/.test(run.lang)
  return splitScripts(run.text).map(({ text, isLatin }) =>
    isLatin
      ? {
          ...run,
          text,
          sizePx: run.sizePx * latinScale,
          bold: bold('latin'),
          lang: east ? 'en-US' : run.lang,
        }
      : { ...run, text, bold: bold('cjk') },
  )
}

/** Whether it is more than one line of words. */
export const isSeveralLines = (box: Box): boolean =>
  (isUpright(box) ? box.rect.width : box.rect.height) > 2.2 * box.px('font-size')

function runOf({ text, extent, source }: Word, block: Box): Run {
  const upward = (property: Parameters<Box['style']>[0], value: string) =>
    closest(source, (one) => one === block || one.style(property).includes(value))
      ?.style(property)
      .includes(value) === true
  const sizePx = source.px('font-size')
  const link = linkOf(source)
  const marked = closest(
    source,
    (one) => one === block || (isInline(one) && readPaint(one.style('background-color')) !== undefined),
  )
  const highlight =
    marked && marked !== block && isSeveralLines(marked)
      ? readPaint(marked.style('background-color'))
      : undefined
  const vertical = closest(
    source,
    (one) => one === block || ['super', 'sub'].includes(one.style('vertical-align')),
  )
  const shift =
    vertical && vertical !== block ? (vertical.style('vertical-align') === 'super' ? 0.3 : -0.25) : 0
  const atom = isPicture(source)
  const emoji = closest(source, (one) => hasClass(one, 'emoji')) !== undefined
  return {
    text,
    ...(emoji ? { latin: 'Segoe UI Emoji', ea: 'Segoe UI Emoji' } : readFaces(source.style('font-family'))),
    // PowerPoint makes what is raised two thirds as large by itself.
    sizePx: shift === 0 ? sizePx : sizePx * 1.5,
    bold: source.px('font-weight') >= boldFrom,
    italic: source.style('font-style') === 'italic' && source.family.italic,
    underline: upward('text-decoration-line', 'underline'),
    strike: upward('text-decoration-line', 'line-through'),
    raised: shift,
    // A picture stands where this blank is as wide as it.
    spacingPx: atom
      ? extent.end - extent.start - sizePx * source.family.blank
      : isUpright(block) && text.trim() !== '' && !latin.test(text)
        ? (extent.end - extent.start) / [...text.trim()].length - sizePx
        : source.px('letter-spacing'),
    paint: readPaint(source.style('color'), opacityOf(source)) ?? { hex: '000000', alpha: 0 },
    ...(highlight ? { highlight } : {}),
    ...(link === undefined ? {} : { link }),
    lang: readLang(closest(source, (one) => one.attributes.has('lang'))?.attributes.get('lang') ?? 'en'),
  }
}

// A block's words → its lines of runs, each with the place it stands at. Upright lines are measured along themselves.
import type { Rect, Run } from './drawing.js'
import { readFaces, readWeight } from './faces.js'
import { readPaint } from './read-paint.js'
import { type Box, closest, hasClass, opacityOf } from './snapshot.js'

/** Where a line stands: `start` and `end` along it, `near` and `far` across, growing from line to line. */
export type Extent = {
  readonly start: number
  readonly end: number
  readonly near: number
  readonly far: number
}
export type WordLine = { readonly runs: readonly Run[]; readonly extent: Extent; readonly broken: boolean }

type Word = { text: string; readonly extent: Extent; readonly source: Box; readonly broken: boolean }

export const isUpright = (box: Box): boolean => box.style('writing-mode').startsWith('vertical')

const extentOf = ({ x, y, width, height }: Rect, upright: boolean): Extent =>
  upright
    ? { start: y, end: y + height, near: -x - width, far: -x }
    : { start: x, end: x + width, near: y, far: y + height }

/** Drawn as a picture, among words or by itself. */
export const isPicture = (box: Box): boolean =>
  ['img', 'svg', 'canvas', 'video'].includes(box.tag) || hasClass(box, 'formula')

const isInline = (box: Box): boolean =>
  box.tag === '#text' || box.tag === 'br' || /^(inline|ruby|contents)/.test(box.style('display'))

export const isBlock = (box: Box): boolean => !isInline(box)
const isSeen = (box: Box): boolean => box.style('visibility') !== 'hidden' && opacityOf(box) > 0.02

/** What of the block's children are words of its own. */
function wordsOf(block: Box, upright: boolean): readonly Word[] {
  const words: Word[] = []
  let [space, broken] = [false, false]
  const put = (text: string, rect: Rect, source: Box) => {
    const extent = extentOf(rect, upright)
    const last = words.at(-1)
    const next = last !== undefined && isNextLine(last.extent, extent)
    if (last && next && space && !broken && !/\s$/.test(last.text)) last.text += ' '
    words.push({ text, extent, source, broken })
    ;[space, broken] = [false, false]
  }
  const readText = (box: Box) => {
    const kept = box.style('white-space-collapse').startsWith('preserve')
    let at = 0
    const skip = (to: number) => {
      const between = box.text.slice(at, to)
      if (/\s/.test(between)) space = true
      if (kept && between.includes('\n')) broken = true
    }
    for (const { start, length, rect } of box.fragments) {
      skip(start)
      const text = box.text.slice(start, start + length)
      at = start + length
      if (kept && text === '\n') broken = true
      else if (rect.width > 0.2 || rect.height > 1.5) put(text.replace(/\n$/, ''), rect, box)
    }
    skip(box.text.length)
  }
  const walk = (box: Box) => {
    for (const child of box.children) {
      if (child.tag === 'br') broken = true
      else if (isBlock(child) || !isSeen(child)) continue
      else if (isPicture(child)) put('\u00a0', child.rect, child)
      else if (child.tag === '#text') readText(child)
      else walk(child)
    }
  }
  walk(block)
  return words.filter(({ text }) => text !== '')
}

function isNextLine(last: Extent, next: Extent): boolean {
  const moved = (next.near + next.far - last.near - last.far) / 2
  const higher = Math.max(last.far - last.near, next.far - next.near)
  return moved > higher * 0.5 || (moved > higher * 0.3 && next.start < last.start)
}

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
    marked && marked !== block && marked.rect.height > 2.2 * sizePx
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
    bold: Math.max(readWeight(source.style('font-family')) ?? 0, source.px('font-weight')) >= 600,
    italic: source.style('font-style') === 'italic',
    underline: upward('text-decoration-line', 'underline'),
    strike: upward('text-decoration-line', 'line-through'),
    raised: shift,
    // A picture stands where this blank is as wide as it.
    spacingPx: atom ? extent.end - extent.start - sizePx * 0.25 : source.px('letter-spacing'),
    paint: readPaint(source.style('color'), opacityOf(source)) ?? { hex: '000000', alpha: 0 },
    ...(highlight ? { highlight } : {}),
    ...(link === undefined ? {} : { link }),
    lang: readLang(closest(source, (one) => one.attributes.has('lang'))?.attributes.get('lang') ?? 'en'),
  }
}

const look = ({ text: _, ...rest }: Run): string => JSON.stringify(rest)

/** The block's own words by line, top to bottom; what stands in blocks within it is not among them. */
export function readLines(block: Box): readonly WordLine[] {
  const words = wordsOf(block, isUpright(block))
  // What the page balanced, no program wraps as it does.
  const balanced = block.style('text-wrap-style') === 'balance'
  const lines: Word[][] = []
  for (const word of words) {
    const last = lines.at(-1)?.at(-1)
    if (!last || word.broken || isNextLine(last.extent, word.extent)) lines.push([word])
    else lines.at(-1)?.push(word)
  }
  return lines.map((line) => {
    const runs: Run[] = []
    for (const [index, word] of line.entries()) {
      const run = runOf(word, block)
      let before = runs.at(-1)
      const gap = word.extent.start - (line[index - 1]?.extent.end ?? word.extent.start)
      // Room made by margins is a blank as wide as it, so that words stay apart when they are copied.
      if (before && gap > 0.14 * run.sizePx && !/\s$/.test(before.text) && !/^\s/.test(run.text)) {
        const { link: _, highlight: __, ...plain } = before
        const sizePx = Math.min(before.sizePx, gap * 4)
        before = { ...plain, text: ' ', sizePx, spacingPx: gap - 0.25 * sizePx }
        runs.push(before)
      }
      if (before && look(before) === look(run))
        runs[runs.length - 1] = { ...run, text: before.text + run.text }
      else runs.push(run)
    }
    const largest = Math.max(...line.map(({ extent }) => extent.far - extent.near))
    const main = line.filter(({ extent }) => extent.far - extent.near > largest * 0.8)
    const extent = {
      start: Math.min(...line.map((word) => word.extent.start)),
      end: Math.max(...line.map((word) => word.extent.end)),
      near: Math.min(...main.map((word) => word.extent.near)),
      far: Math.max(...main.map((word) => word.extent.far)),
    }
    return { runs, extent, broken: line[0]?.broken === true || balanced }
  })
}

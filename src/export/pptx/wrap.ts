// Lines as the page breaks them → the breaks an office program must be told, because by itself it would break elsewhere.
import type { Run } from './drawing.js'
import type { WordLine } from './read-lines.js'

const east = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}`
/** What is never parted: a word of Latin letters, or one Han letter with the marks that stand by it. */
const chunk = new RegExp(
  `[([“‘「『（《]*(?:[${east}]|[^\\s${east}([“‘「『（《]+)[，。、；：！？）」』》”’…]*\\s*`,
  'gu',
)
const meeting = new RegExp(
  String.raw`(?<=[${east}])(?=[\p{sc=Latin}\p{Nd}])|(?<=[\p{sc=Latin}\p{Nd}])(?=[${east}])`,
  'gu',
)
const markMeeting =
  /(?<=[\p{sc=Latin}\p{Nd}])(?=[，。、；：！？（）])|(?<=[，。、；：！？（）])(?=[\p{sc=Latin}\p{Nd}])/gu

const isWide = (letter: string): boolean => /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/.test(letter)
const weigh = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (isWide(letter) ? 1 : letter === ' ' ? 0.25 : 0.5), 0)
const textOf = ({ runs }: WordLine): string => runs.map(({ text }) => text).join('')
const emOf = ({ runs }: WordLine): number => Math.max(...runs.map(({ sizePx }) => sizePx))

/**
 * Room between Han and Latin letters, in em, that the page makes (CSS text-autospace: 1/8), and that LibreOffice makes
 * beyond it (measured with 7.4), beside Chinese marks as well. PowerPoint makes none.
 */
const room = { page: 0.125, more: 0.16, marks: 0.25 }

/** By how much the line may be longer elsewhere, px. */
export const longerPx = (line: WordLine): number => {
  const text = textOf(line)
  const [letters, marks] = [text.match(meeting)?.length ?? 0, text.match(markMeeting)?.length ?? 0]
  return emOf(line) * (letters * room.more + marks * room.marks)
}
const shorterPx = (line: WordLine): number =>
  emOf(line) * (textOf(line).match(meeting)?.length ?? 0) * room.page +
  (line.lighter ? lighterShare * (line.extent.end - line.extent.start) : 0)
/** How much shorter Latin letters of Inter Tight's 400 are than those of its 500, and a little more. */
const lighterShare = 0.03

/** Px of each chunk, when the line is longer than it is by so much; and of the blank at its end. */
function chunksOf(line: WordLine, byPx: number): readonly { readonly px: number; readonly blank: number }[] {
  const text = textOf(line)
  const share = (line.extent.end - line.extent.start + byPx) / Math.max(0.5, weigh(text.trimEnd()))
  return (text.match(chunk) ?? []).map((piece) => ({
    px: weigh(piece) * share,
    blank: weigh(piece.slice(piece.trimEnd().length)) * share,
  }))
}

/** Whether a program that fills each line breaks where the page does. */
function breaksAlike(lines: readonly WordLine[], widthPx: number, by: (line: WordLine) => number): boolean {
  const chunks = lines.map((line) => chunksOf(line, by(line)))
  return lines.every((_, at) => {
    const filled = (chunks[at] ?? []).reduce((sum, { px }) => sum + px, 0)
    const last = chunks[at]?.at(-1)?.blank ?? 0
    const next = chunks[at + 1]?.[0]
    return filled - last <= widthPx && (!next || filled + next.px - next.blank > widthPx)
  })
}

/** Lines that wrap as they do in the page are joined into one; else each stands for itself, as those an author broke do. */
export function joinLines(lines: readonly WordLine[], widthPx: number): readonly (readonly Run[])[] {
  const wholes: WordLine[][] = []
  for (const line of lines) {
    if (line.broken || wholes.length === 0) wholes.push([line])
    else wholes.at(-1)?.push(line)
  }
  return wholes.flatMap((whole) =>
    breaksAlike(whole, widthPx, longerPx) && breaksAlike(whole, widthPx, (line) => -shorterPx(line))
      ? [whole.flatMap(({ runs }) => runs)]
      : whole.map(({ runs }) => runs),
  )
}

// A panel’s question and what was answered → the question large, the answers side by side.
import { sliceInline } from '../../notes/inline.js'
import type { Inline, Point, Section } from '../../notes/notes.js'
import { measureEm } from '../../shared/text.js'
import type { Layout, Shown, Stretch } from '../layout.js'
import { plainLine, viewRemarks, viewSource } from '../pieces.js'
import type { View } from '../slide.js'

const panelTitle =
  /座谈|座談|圆桌|圓桌|对谈|對談|问答|問答|提问|提問|答疑|讨论|討論|パネル|質疑|\bpanel\b|\bq\s?(?:&|and)\s?a\b|fireside|discussion|round ?table/i
const asks =
  /[？?]\s*$|[吗嗎呢]\s*$|^(?:是不是|怎么|怎麼|如何|为什么|為什麼|会不会|會不會)|是不是|会不会|會不會/
// Put by whoever asks; “Q:” and “主持：” are read as part of the question.
const questionMark =
  /^(?:\d{1,2}[.、)]\s*)?(?:Q|问|問|问题|問題|提问|主持人?|主持人|司会|question|host|moderator)\s*\d*\s*[:：.]\s*/i
// Asked without a mark: A不A, 怎么, 谁 … at the end, 〜か.
const plainQuestion =
  /([\p{Script=Han}])[不没]\1|算不算|用不用|该不该|能不能|(?:谁|誰|哪里?|哪裡|什么|什麼|怎么办?|怎麼辦?|多少|几[个年家]|吗|呢|何|どう\S{1,8}か|ですか|ますか|るか)\s*$/u
/** A question with its answer in the same line; a line that may be one; and one that ends in a question mark. */
const maxQuestionEm = { answered: 40, unmarked: 56, marked: 90 }
/** Answers may go on over several slides, with the question over each; more lines than this are another talk. */
const maxAnswers = 12

type Exchange = { readonly question: Inline; readonly answers: readonly Inline[] }

const ordinal = /[；;。]\s*(?=第[一二三四五六])/g

/** “第一……；第二……” as one answer each, else the text whole. */
function cutAnswers(said: Inline): readonly Inline[] {
  const cuts = [...said.text.matchAll(ordinal)]
  const starts = [0, ...cuts.map((cut) => cut.index + cut[0].length)]
  const ends = [...cuts.map((cut) => cut.index), said.text.length]
  return starts.map((start, index) => sliceInline(said, start, ends[index])).filter(({ text }) => text !== '')
}

const seam = /(?:[：:](?=\S)|[？?](?=.)|——|\s—\s)\s*/g

/** The question of a line, and the answers that stand in the same line behind a colon, a question mark or a dash. */
function readExchange(line: Inline): Exchange | undefined {
  const marked = questionMark.exec(line.text)?.[0].length ?? 0
  // Questions asked in one breath are one question.
  const lastMark = Math.max(line.text.lastIndexOf('？'), line.text.lastIndexOf('?'))
  const seams = [...line.text.matchAll(seam)].filter(({ index }) => index >= Math.max(marked, lastMark))
  for (const found of seams) {
    const end = /[？?]/.test(found[0]) ? found.index + 1 : found.index
    const asked = line.text.slice(marked, end)
    if (!asks.test(asked) || measureEm(asked) > maxQuestionEm.answered) continue
    const answers = cutAnswers(sliceInline(line, found.index + found[0].length))
    return { question: sliceInline(line, 0, end), answers }
  }
  const whole = line.text.slice(marked)
  const ends = /[？?]\s*$/.test(whole)
  const question = ends || plainQuestion.test(whole) || marked > 0
  const mostEm = ends ? maxQuestionEm.marked : maxQuestionEm.unmarked
  return question && measureEm(whole) <= mostEm ? { question: line, answers: [] } : undefined
}

/** “张三：……” or “抓住用户，……”: what an answer begins with, when it is short enough to be its name. */
function viewAnswer(answer: Inline, source: View, remarks: readonly View[]): View {
  const end = answer.text.search(/[：:，,]/)
  const named = end > 0 && /[：:]/.test(answer.text.charAt(end)) && measureEm(answer.text.slice(0, end)) <= 12
  if (!named) return { ...source, html: answer.html, remarks }
  return {
    ...source,
    lead: sliceInline(answer, 0, end).html,
    html: sliceInline(answer, end + 1).html,
    remarks,
  }
}

const counted = /^(?:第[一二三四五六]|[一二三四五六]是|其[一二三四五六]|first|second|third|fourth|fifth)/i

/**
 * The answers in the lines after the question, up to the next question, or to a blank line that does not stand between all
 * of them; where they are counted, only those.
 */
function followers(units: readonly Shown[], from: number, room: number): readonly Shown[] {
  const found: Shown[] = []
  for (const unit of units.slice(from, from + room)) {
    const line = plainLine(unit)
    const next = line && readExchange(line)
    // Somebody on the panel may well answer with a question.
    const retort = line?.label !== undefined && !questionMark.test(line.text) && next?.answers.length === 0
    if (!line || (next && !retort)) break
    if (found[0] && line.paused && !found[0].paused && line.label === undefined) break
    if (found[0] && counted.test(found[0].text) && !counted.test(line.text)) break
    found.push(line)
  }
  return found
}

/** The unit as a line; “2. 为什么？” of a numbered list with its number. */
function questionLine(unit: Shown | undefined): Point | undefined {
  if (unit?.kind !== 'point' || unit.marker === undefined) return plainLine(unit)
  const { marker, ...rest } = unit
  const line = plainLine(rest)
  return line && { ...line, html: `${marker} ${line.html}`, text: `${marker} ${line.text}` }
}

function exchangeAt(units: readonly Shown[], from: number, asked: boolean) {
  const line = questionLine(units[from])
  const read = line && (readExchange(line) ?? (asked ? { question: line, answers: [] } : undefined))
  if (!line || !read) return undefined
  // Answered in its own line, it has had its answer; the next lines are other thoughts.
  const after = read.answers.length > 0 ? [] : followers(units, from + 1, maxAnswers)
  return { ...read, line, after }
}

/** Whether a section is called a panel, Q&A and the like. */
export const isPanel = ({ title }: Section): boolean => panelTitle.test(title.text)

export const panel: Layout = {
  name: 'panel',
  purpose: 'In a section called 圆桌, panel, Q&A and the like: a question with its answers.',
  stands: 'stretch',
  rare: false,
  absorbs: 0,
  weigh(units, from, { section, asked }) {
    if (!asked && !isPanel(section)) return undefined
    const found = exchangeAt(units, from, asked)
    if (!found || found.answers.length + found.after.length === 0) return undefined
    return { count: 1 + found.after.length, score: 0.85 }
  },
  view(units, { remarks }: Stretch) {
    const found = exchangeAt(units, 0, true)
    const own = viewRemarks(found?.line.remarks ?? [], remarks)
    return {
      question: found?.question.html ?? '',
      answers: [
        ...(found?.answers ?? []).map((answer) => viewAnswer(answer, { line: found?.line.at.line }, [])),
        ...(found?.after ?? []).flatMap((unit) =>
          cutAnswers(unit).map((answer, index, all) =>
            viewAnswer(
              answer,
              index === 0 ? viewSource(unit) : { line: unit.at.line },
              index === all.length - 1 ? viewRemarks(unit.remarks, remarks) : [],
            ),
          ),
        ),
      ],
      remarks: own,
    }
  },
}

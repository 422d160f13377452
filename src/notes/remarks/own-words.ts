// A text → the words in it that are the note-taker's own: not those quoted, nor those after a speaker's name.
import type { Place } from './place.js'

/** “周砚秋：”, “Teo:”: what follows was said, if it is a name. */
export const speaker = /^[^：:，,。？?！!]{1,18}[：:]/
const reported =
  /^[^我咱俺，,。？?]{0,9}[^我咱俺听据小传再别不没问，,。？?](?:说|讲|问(?!题|卷|诊|答)|答|话(?!术|筒)|提醒|认为|主张|强调|自嘲|打趣|笑称|坦言|承认|表示|反问|转述|原话|建议|劝)|[，,][^我咱，,]{1,6}(?:说|讲|问|笑说|自嘲)[。.]?$/
const reportedBy =
  /^(?:[Hh]e|[Ss]he|[Tt]hey|[Hh]is|[Hh]er|[A-Z][\w'-]+)(?: [\w'-]+){0,3} (?:says?|said|asks?|asked|told|tells|jokes?|joked|calls?|called|quotes?|admits?|admitted|concedes?|claims?|advises|thinks|predicts)\b|,? (?:says|said|asks|admits|jokes|he told|she told|told) (?:[A-Z]\w*|the|us|he|she)\b|["”,] ?(?:he|she|they|[A-Z]\w+) (?:said|says)\b|^(?:[Qq]|[Hh]is|[Hh]er|[Aa]udience|[Pp]anel)\b[^:]{0,20}:/

// “To be honest” holds a word for saying, and reports nobody.
const ownTurn = /说实话|老实说|老实讲|说真的|讲真|话说/g

/** Whether the line tells what somebody said. */
export const isReported = (text: string): boolean =>
  reported.test(text.replace(ownTurn, '')) || reportedBy.test(text)

// Labels and openings by which a note-taker says that what follows is his own; none of them is a speaker's name.
const ownLabels = [
  '(?:p\\.?s\\.?|吐槽|私货|夹带私货|私心|私心话|碎碎念|个人(?:吐槽|感想|感受|想法|看法|观点|意见|备注|笔记)|個人(?:感想|想法|看法|意見)|我的(?:感想|想法|看法|吐槽|疑问)|内心\\s?os)\\s*[:：]',
  '[*＊※]\\s*(?:注|註|备注|備註)\\s*[:：]',
  '(?:personal (?:note|take|view|opinion)s?|notes? to self|(?:self[- ])?reminder|reminder to self|my (?:take|view|opinion|thoughts?|2 cents|two cents)|imh?o)\\s*[:：]',
  'imh?o\\b',
]
const ownLabel = new RegExp(`^[\\s*_~（(]*(?:${ownLabels.join('|')})`, 'iu')

/** Whether a line says at its start that it is the note-taker's: “吐槽：…”, “PS: …”, “My take: …”, “IMO …”. */
export const isOwnLine = (line: string): boolean => ownLabel.test(line.slice(0, 60))

const quotes = /["“「『][^"“”「」『』]{0,200}["”」』]/g

/** The words that are the note-taker's own: not those in quotation marks, nor those after a speaker's name. */
export function ownWords(text: string, { kind }: Place): string {
  const unquoted = /["“「『]/.test(text) ? text.replace(quotes, ' ') : text
  if (kind !== 'line') return unquoted
  return (speaker.exec(unquoted) ?? reported.exec(unquoted) ?? reportedBy.exec(unquoted))?.[0] ?? unquoted
}

/** Whether a question is asked in the note-taker's own words, and not answered in the same breath. */
export const isOwnQuestion = (text: string, place: Place): boolean =>
  /[？?]/.test(ownWords(text, place)) && !/[问答問]|\b[QA]:/.test(text)

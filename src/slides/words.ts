// The few words a deck says itself, by its language. Han letters and figures of the numbers are set by the text pass.
import type { DeckLang } from '../notes/notes.js'

export type DeckWords = {
  readonly agenda: string
  readonly kicker: string
  readonly seal: string
  readonly end: string
  readonly thanks: string
  readonly takeaways: string
  readonly reflection: string
  readonly talks: (count: number) => string
  readonly points: (count: number) => string
  readonly remarks: (count: number) => string
}

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

export const deckWords: Readonly<Record<DeckLang, DeckWords>> = {
  'zh-Hans': {
    agenda: '目录',
    kicker: '会议回顾',
    seal: '笔记',
    end: '完',
    thanks: '谢谢阅读',
    takeaways: '要点回顾',
    reflection: '随想',
    talks: (count) => `${count} 讲`,
    points: (count) => `${count} 条要点`,
    remarks: (count) => `${count} 条随想`,
  },
  'zh-Hant': {
    agenda: '目錄',
    kicker: '會議回顧',
    seal: '筆記',
    end: '完',
    thanks: '謝謝閱讀',
    takeaways: '要點回顧',
    reflection: '隨想',
    talks: (count) => `${count} 講`,
    points: (count) => `${count} 條要點`,
    remarks: (count) => `${count} 條隨想`,
  },
  ja: {
    agenda: '目次',
    kicker: '会議メモ',
    seal: '覚書',
    end: '了',
    thanks: 'ありがとうございました',
    takeaways: 'まとめ',
    reflection: '所感',
    talks: (count) => `${count} 講演`,
    points: (count) => `${count} 項目`,
    remarks: (count) => `${count} 件の所感`,
  },
  en: {
    agenda: 'Agenda',
    kicker: 'Conference recap',
    seal: 'Notes',
    end: 'End',
    thanks: 'Thank you for reading',
    takeaways: 'Takeaways',
    reflection: 'Remarks',
    talks: (count) => plural(count, 'talk'),
    points: (count) => plural(count, 'point'),
    remarks: (count) => plural(count, 'remark'),
  },
}

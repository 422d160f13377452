// The speaker's page in the deck's language.
const zh = {
  title: '演讲者视图',
  pause: '暂停',
  resume: '继续',
  start: '开始计时',
  reset: '归零',
  next: '下一页',
  now: '当前页',
  back: '上一页',
  none: '这一页没有备注。',
  last: '没有下一页了',
  left: (minutes: number) => `还剩 ${minutes} 分钟`,
  over: (minutes: number) => `超时 ${minutes} 分钟`,
}
const en: typeof zh = {
  title: 'Speaker’s view',
  pause: 'Pause',
  resume: 'Go on',
  start: 'Start',
  reset: 'Reset',
  next: 'Next',
  now: 'Now',
  back: 'Back',
  none: 'No notes for this slide.',
  last: 'This is the last slide',
  left: (minutes) => `${minutes} min left`,
  over: (minutes) => `${minutes} min over`,
}

export type SpeakerWords = typeof zh

export const wordsFor = (lang: string): SpeakerWords => (lang.startsWith('zh') ? zh : en)

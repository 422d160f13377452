// What the speaker's page says, by the deck's language. “{}” is where a time, a name or a number goes.

const english = {
  name: 'Speaker',
  now: 'Now',
  next: 'Next',
  end: 'End of the deck',
  notes: 'Notes',
  none: 'No notes for this slide',
  remarks: 'Remarks',
  sections: 'Sections',
  start: 'Start',
  pause: 'Pause',
  reset: 'Reset',
  back: 'Back',
  forward: 'Next',
  smaller: 'Smaller notes',
  larger: 'Larger notes',
  ahead: '{} ahead',
  behind: '{} behind',
  onTime: 'On time',
  of: 'of {}',
  black: 'The screen is black',
  lost: 'No connection',
  keys: 'T timer · Shift T reset · + − notes · B black · O overview · F full screen',
}

export type SpeakerWords = typeof english

const chinese: SpeakerWords = {
  name: '演讲者',
  now: '当前',
  next: '下一页',
  end: '已到最后一页',
  notes: '备注',
  none: '这一页没有备注',
  remarks: '随想',
  sections: '章节',
  start: '开始',
  pause: '暂停',
  reset: '清零',
  back: '上一页',
  forward: '下一页',
  smaller: '备注小一点',
  larger: '备注大一点',
  ahead: '快 {}',
  behind: '慢 {}',
  onTime: '正好',
  of: '共 {}',
  black: '屏幕已黑',
  lost: '连接断开',
  keys: 'T 计时 · Shift T 清零 · + − 备注字号 · B 黑屏 · O 总览 · F 全屏',
}

/** In Chinese for a deck in Chinese, in English for any other. */
export const speakerWords = (lang: string): SpeakerWords => (lang.startsWith('zh') ? chinese : english)

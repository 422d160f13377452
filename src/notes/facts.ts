// The lines right under a heading that say who speaks, as what, when and where → facts about the speaker.
import type { Fact, Unit } from './notes.js'

/** Every label that states a fact, by what it states. */
const facts: readonly (readonly [Fact['kind'], RegExp])[] = [
  [
    'speaker',
    /^(speakers?|presenters?|by|with|讲者|講者|演讲者|演講者|主讲|主講|主讲人|主講人|講師|嘉宾|嘉賓|主持|主持人|host|moderator|panelists?|登壇者|司会)$/i,
  ],
  [
    'role',
    /^(role|title|position|affiliation|company|职位|職位|职务|職務|身份|头衔|頭銜|单位|單位|公司|机构|機構|所属)$/i,
  ],
  ['time', /^(time|when|date|hour|时间|時間|日期|日時)$/i],
  ['place', /^(place|where|room|venue|track|地点|地點|会场|會場|会议室|會議室)$/i],
  ['slides', /^(slides?|deck|video|recording|link|幻灯片|投影片|簡報|讲义|講義|ppt|视频|影片|链接|連結)$/i],
]

/** The facts a section begins with, and the units after them. */
export function takeFacts(units: readonly Unit[]): {
  readonly facts: readonly Fact[]
  readonly rest: readonly Unit[]
} {
  const taken: Fact[] = []
  for (const unit of units) {
    if (unit.kind !== 'point' || !unit.label || unit.children.length > 0 || unit.remarks.length > 0) break
    const { label } = unit
    const kind = facts.find(([, pattern]) => pattern.test(label.text))?.[0]
    if (kind === undefined) break
    taken.push({ kind, label: { html: label.html, text: label.text }, ...label.rest })
  }
  return { facts: taken, rest: units.slice(taken.length) }
}

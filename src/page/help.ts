// reveal.js's list of keys, in the deck's language: the same keys with other words.
import type { RevealApi } from 'reveal.js'

/** By the names that reveal.js lists its keys under, in its linear navigation. */
const chinese = {
  '&#8594;  ,  &#8595;  ,  SPACE  ,  N  ,  L  ,  J': '下一页',
  '&#8592;  ,  &#8593;  ,  P  ,  H  ,  K': '上一页',
  'Alt + &#8592;/&#8593/&#8594;/&#8595;': '翻页，跳过逐步显示',
  'Shift + &#8592;/&#8593/&#8594;/&#8595;': '第一页、最后一页',
  'B  ,  .': '黑屏',
  F: '全屏',
  G: '跳到某一页',
  'ESC, O': '总览',
} as const

/** Says the list in Chinese for a deck in Chinese. */
export function translateHelp(deck: RevealApi, lang: string): void {
  if (!lang.startsWith('zh')) return
  for (const [key, words] of Object.entries(chinese)) deck.registerKeyboardShortcut(key, words)
}

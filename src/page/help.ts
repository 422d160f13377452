// What reveal.js itself says, in the deck's language: its list of keys, and the words on its controls.
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

const controls = {
  '.navigate-left': '上一页',
  '.navigate-right': '下一页',
  '.navigate-up': '上面一页',
  '.navigate-down': '下面一页',
} as const

/** Says it in Chinese for a deck in Chinese. */
export function translateReveal(deck: RevealApi, lang: string): void {
  const root = deck.getRevealElement()
  if (!lang.startsWith('zh') || !root) return
  for (const [key, words] of Object.entries(chinese)) deck.registerKeyboardShortcut(key, words)
  for (const [control, words] of Object.entries(controls))
    root.querySelector(control)?.setAttribute('aria-label', words)
  const resume = root.querySelector('.resume-button')
  if (resume) resume.textContent = '继续演示'
  // It is put into the page when it is asked for.
  root.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLInputElement && target.matches('.jump-to-slide-input'))
      target.placeholder = chinese.G
  })
}

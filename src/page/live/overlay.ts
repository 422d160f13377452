// What keeps the notes from being shown as they are now → a sheet over the last good deck, in the deck's language.
import type { LiveProblem } from '../live-contract.js'
import { problemWords } from './problem-words.js'

const words = {
  zh: {
    close: '先收起',
    head: '这里要改一改',
    foot: '改好保存，本页自动消失。投影上仍是上一次成功的幻灯片。',
  },
  en: {
    head: 'This needs mending',
    close: 'Hide for now',
    foot: 'Save it mended, and this goes away. Below is the last deck that was whole.',
  },
}

const look = `
.recap-overlay { position: fixed; inset: auto 0 0 0; z-index: 1000; max-height: 70vh; overflow: auto; padding: 28px 40px 24px;
  background: #1b1917; color: #f4efe6; font: 17px/1.6 system-ui, recap-ui, sans-serif; text-align: start; border-top: 4px solid #e4572e; }
.recap-overlay h2 { margin: 0 0 12px; font-size: 20px; }
.recap-overlay ol { margin: 0; padding: 0; list-style: none; display: grid; gap: 14px; }
.recap-overlay code { font: 15px/1.5 ui-monospace, monospace; color: #ffb59e; overflow-wrap: anywhere; }
.recap-overlay p { margin: 2px 0; }
.recap-overlay .exact { color: #cfc7ba; font-size: 15px; }
.recap-overlay button { float: inline-end; font: inherit; font-size: 15px; color: inherit; background: #36312c; border: 1px solid #5a524a; border-radius: 8px; padding: 4px 12px; cursor: pointer; }
.recap-overlay button:focus-visible { outline: 3px solid #ff9d7e; outline-offset: 2px; }
.recap-overlay .foot { margin-top: 16px; color: #b8b0a4; font-size: 15px; }`

const element = (name: string, text: string, className = '') => {
  const made = document.createElement(name)
  made.textContent = text
  if (className !== '') made.className = className
  return made
}

/** One problem: its place, what it is and what to do in the deck’s language, and below what the program says of it. */
function tellOne({ place, code, message, hint }: LiveProblem, lang: string): HTMLElement {
  const item = document.createElement('li')
  if (place !== undefined) item.append(element('code', place))
  const own = problemWords(code, lang)
  for (const words of own ?? []) item.append(element('p', words))
  const exact = [element('p', message), ...(hint === undefined ? [] : [element('p', hint, 'hint')])]
  for (const line of exact) {
    line.lang = 'en'
    if (own) line.classList.add('exact')
  }
  item.append(...exact)
  return item
}

/** Shows the problems over the page; none takes the sheet away. */
export function showProblems(problems: readonly LiveProblem[]): void {
  document.querySelector('.recap-overlay')?.remove()
  if (problems.length === 0) return
  const { lang } = document.documentElement
  const told = lang.startsWith('zh') ? words.zh : words.en
  const sheet = document.createElement('div')
  sheet.className = 'recap-overlay'
  sheet.setAttribute('role', 'alert')
  const style = element('style', look)
  const list = document.createElement('ol')
  list.append(...problems.map((problem) => tellOne(problem, lang)))
  // Whoever stands before people mends it later.
  const close = element('button', told.close)
  close.addEventListener('click', () => sheet.remove())
  sheet.append(style, close, element('h2', told.head), list, element('p', told.foot, 'foot'))
  document.body.append(sheet)
}

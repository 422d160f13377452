// Slides made by hand, one for each layout that is not split by its planner: text of a given width in, views out.
import type { Slide, View } from '../../src/slides/slide.js'

const zh =
  '大算力只是必要条件，让几千卡系统持续给训练加速，是复杂的软件工程问题；怎么低成本定点纠错？还能接着学，'
const en = 'Evaluation is now the bottleneck: benchmarks age in weeks, not years, and nobody budgets for it. '

export type Lang = 'zh-Hans' | 'en'

/** Text of about so many em. */
export const words = (lang: Lang, em: number): string => {
  const [sample, letters] = lang === 'en' ? [en, em * 2] : [zh, em]
  return sample
    .repeat(Math.ceil(letters / sample.length))
    .slice(0, letters)
    .trim()
}

const picture = (width: number, height: number) =>
  `<img alt="A picture" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}'%3E%3Crect width='100%25' height='100%25' fill='%23789'/%3E%3C/svg%3E">`

export const table = (rows: number, columns: number, cell: string): string => {
  const line = (tag: string) => `<tr>${`<${tag}>${cell}</${tag}>`.repeat(columns)}</tr>`
  return `<table><thead>${line('th')}</thead><tbody>${line('td').repeat(rows)}</tbody></table>`
}

/** A view for each layout, with all texts `size` times as wide as they are allowed to be. */
export function viewsOf(lang: Lang, size: number, remarked: boolean): Readonly<Record<string, View>> {
  const text = (em: number) => words(lang, Math.max(2, Math.round(em * size)))
  const remarks = remarked ? [{ html: text(24) }] : []
  const head = { number: '07', title: text(12), meta: undefined, remarks }
  const point = { point: true, html: text(40), remarks }
  const card = { term: text(12), html: text(36), items: undefined, remarks }
  const cards = (count: number): View => ({ ...head, count, cards: Array(count).fill(card) })
  const figure = (width: number, height: number, count: number): View => ({
    ...head,
    image: picture(width, height),
    caption: text(24),
    units: Array(count).fill(point),
  })
  return {
    statement: { ...head, say: text(48) },
    'cards 2': cards(2),
    'cards 3': cards(3),
    'cards 4': cards(4),
    'cards 5': cards(5),
    'cards 6': cards(6),
    'cards of names': { ...head, count: 4, cards: Array(4).fill({ term: text(12), remarks: [] }) },
    number: { ...head, figure: '1,300', unit: '亿美元', prefix: '$', say: text(40) },
    compare: {
      ...head,
      left: { term: text(6), html: text(16) },
      right: { term: undefined, html: text(16) },
      rest: text(40),
    },
    'figure wide': figure(1600, 900, 0),
    'figure tall': figure(600, 900, 0),
    'figure beside': figure(1600, 900, 3),
    'figure over': figure(1800, 500, 4),
    table: { ...head, units: [point, { block: 'table', html: table(9, 5, text(6)), remarks }] },
    code: {
      ...head,
      language: 'ts',
      units: [{ block: 'code', html: `<pre><code>${`${text(50)}\n`.repeat(20)}</code></pre>`, remarks }],
    },
    quote: { ...head, quote: `<p>${text(40)}</p><p>${text(40)}</p>`, who: text(12) },
    panel: {
      ...head,
      question: text(30),
      answers: Array(5).fill({ lead: text(6), html: text(50), remarks }),
    },
    reflection: { ...head, number: undefined, say: text(50), rest: text(60) },
    takeaways: { ...head, items: Array(5).fill({ html: text(40), id: 'one', number: '03' }) },
    section: {
      number: '07',
      title: text(10),
      lead: text(24),
      facts: Array(3).fill({ label: text(4), html: text(14) }),
    },
  }
}

/** The views as slides; a key's first word is the layout. */
export function slidesOf(lang: Lang, views: Readonly<Record<string, View>>): readonly Slide[] {
  return Object.entries(views).map(([name, view]): Slide => {
    const layout = name.split(' ')[0] ?? name
    const at = { file: 'talk.md', line: 1 }
    return { id: name.replaceAll(' ', '-'), layout, lang, section: 1, view, speakerNotes: [], at }
  })
}

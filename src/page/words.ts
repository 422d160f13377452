// What the page itself says to whoever presents, by the deck's language.

const words = {
  en: {
    search: 'Search',
    noMatch: 'Not found',
    draw: 'Draw on the slide, or stop',
    laser: 'Laser pointer',
    speaker: 'Speaker’s view',
    undo: 'Take back the last stroke',
    clear: 'Clear the drawing on this slide',
  },
  zh: {
    search: '搜索',
    noMatch: '没有找到',
    draw: '在幻灯片上画，或停笔',
    laser: '激光笔',
    speaker: '演讲者视图',
    undo: '撤回一笔',
    clear: '擦掉这一页上画的',
  },
} as const

export type PageWords = { readonly [name in keyof (typeof words)['en']]: string }

/** In Chinese for a deck in Chinese, in English for any other. */
export const pageWords = (lang: string): PageWords => (lang.startsWith('zh') ? words.zh : words.en)

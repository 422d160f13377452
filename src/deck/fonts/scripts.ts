// Scripts that themes say nothing of → the families that can write them, the best first. Those the program does not bring
// along are installed by whoever needs them.

export type Script = {
  /** As a reader knows it. */
  readonly name: string
  readonly letters: RegExp
  readonly families: readonly string[]
}

const noto = (name: string, letters: RegExp, family = `Noto Sans ${name}`): Script => ({
  name,
  letters,
  families: [family],
})

// A rare character is in one of these and not in the others. In the order of what comes along with the program.
const chinese = [
  'Noto Serif SC',
  'Noto Sans SC',
  'LXGW WenKai',
  'Noto Serif TC',
  'Noto Sans TC',
  'LXGW WenKai TC',
  'Noto Serif JP',
  'Noto Sans JP',
]

export const scripts: readonly Script[] = [
  {
    name: 'Chinese and Japanese',
    letters: /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\u3000-\u303F\uFF00-\uFFEF]/u,
    families: chinese,
  },
  {
    name: 'Latin, Greek and Cyrillic',
    letters: /[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}]/u,
    families: ['Source Serif 4', 'IBM Plex Sans', 'Noto Sans SC', 'Noto Sans'],
  },
  noto('Korean', /\p{sc=Hangul}/u, 'Noto Sans KR'),
  noto('Thai', /\p{sc=Thai}/u),
  noto('Arabic', /\p{scx=Arabic}/u),
  noto('Hebrew', /\p{sc=Hebrew}/u),
  noto('Devanagari', /\p{scx=Devanagari}/u),
  noto('Bengali', /\p{scx=Bengali}/u),
  noto('Tamil', /\p{scx=Tamil}/u),
  noto('Telugu', /\p{sc=Telugu}/u),
  noto('Kannada', /\p{sc=Kannada}/u),
  noto('Sinhala', /\p{sc=Sinhala}/u),
  noto('Khmer', /\p{sc=Khmer}/u),
  noto('Georgian', /\p{sc=Georgian}/u),
  noto('Armenian', /\p{sc=Armenian}/u),
  noto('Ethiopic', /\p{sc=Ethiopic}/u),
]

/** The script a letter belongs to, if it is one of these. */
export function scriptOf(letter: string): Script | undefined {
  return scripts.find(({ letters }) => letters.test(letter))
}

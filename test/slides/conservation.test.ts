import { readdirSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEnvironment } from '../../src/config/environment.js'
import { renderDeck } from '../../src/deck/render.js'
import type { ParsedNotes } from '../../src/notes/notes.js'
import { textOfHtml } from '../../src/notes/sanitize.js'
import { DeckError } from '../../src/shared/problem.js'
import { planSlides } from '../../src/slides/plan.js'
import { loadTheme } from '../../src/theme/load.js'
import { lettersOf, parseFile, parseText, root } from '../helpers/notes.js'
import { lettersMuttered, lettersSaid, lettersShown, lettersSpoken, wordsOf } from '../helpers/words.js'

// Lines as people type them, each word in them once in the whole notes: # stands for a word.
const shapes = [
  '##', '# # #', '#（#吗？）#', '# (not sure #)', '- #', '  - #', '    - #', '1. #', '> #', '> —— #', '**#**#', '// #',
  'Note: #', '', '', '', '# #', '## #', '### #', '`#` x#', '[#](https://e.org)', '---', '#——#', '| # | # |\n|---|---|\n| # | # |',
  '```js\n#\n#\n#\n```', '<b>#</b>', 'a<#', '#（#', '- [x] #', '\t#', '我觉得#垃圾。', '#！', '* #', '+ #', '#  ',
  '优点：#、#、#', '难处：#；#；#；#', '角色：#', '名：#', '别名：#', '#降了 30%', '以前，#，现在，#', '# -> #', '**#**', 'Role: #',
  '![#](a.png)', '#[^n]', '[^n]: #', '[^n]: #（#吗？）', '<!-- layout: cards -->', '<!-- layout: statement -->', '<!-- break -->',
  '<!-- layout: panel -->', '# #？', '第一，#；第二，#', '<!-- private -->', '<!-- /private -->', '<div class="x">', '</div>',
  'https://e.org/#', '$#$ 与 #', '不是#而是#', '# vs #', '“#”#', '#,#', 'speaker：#',
] // biome-ignore format: a table

const headings = new Set(['# #', '## #', '### #'])

/** Fills the shapes with words that occur once; a heading’s “#” is kept apart from the places. */
function fill(chosen: readonly string[]): string {
  let count = 0
  return chosen
    .map((shape) => {
      const mark = headings.has(shape) ? (/^#+ /.exec(shape)?.[0] ?? '') : ''
      return (
        mark + shape.slice(mark.length).replace(/#/g, () => `w${count++}${['词', 'q', '数据'][count % 3]}`)
      )
    })
    .join('\n')
}

const noteLines = fc
  .array(fc.constantFrom(...shapes), { minLength: 1, maxLength: 12 })
  // Keys between two rules at the top are front matter, which is read by its schema.
  .filter(([first]) => first !== '---')
  .map(fill)

function parse(source: string): ParsedNotes | undefined {
  try {
    return parseText(source)
  } catch (error) {
    if (error instanceof DeckError && error.problem.code === 'notes/empty') return undefined
    throw error
  }
}

const wordsIn = (text: string) => text.match(/w\d+(?=\D|$)/g) ?? []

/** Letters of `said` that `shown` has fewer of. */
function missingLetters(shown: string, said: string): string {
  const left = new Map<string, number>()
  for (const letter of shown) left.set(letter, (left.get(letter) ?? 0) + 1)
  return [...said]
    .filter((letter) => {
      const count = left.get(letter) ?? 0
      left.set(letter, count - 1)
      return count <= 0
    })
    .join('')
}

/** Pictures’ words are in their alternative text, which is no text of a unit. */
const pictured = (source: string) => new Set([...source.matchAll(/!\[(w\d+)/g)].map((found) => found[1]))

describe('nothing is lost, doubled or moved', () => {
  it('from text to notes: each word once, said or muttered', () => {
    fc.assert(
      fc.property(noteLines, (source) => {
        const parsed = parse(source)
        if (!parsed) return
        const pictures = pictured(source)
        const typed = wordsIn(source.replace(/https:\/\/\S+/g, (url) => url)).filter(
          (word) => !pictures.has(word),
        )
        expect(
          wordsIn(wordsOf(parsed.notes))
            .filter((word) => !pictures.has(word))
            .toSorted(),
        ).toEqual(typed.toSorted())
      }),
      { numRuns: 3000, seed: 20261123 },
    )
  })

  it('from notes to slides: what was said on slides, what was muttered in speaker notes, both in order', () => {
    fc.assert(
      fc.property(noteLines, (source) => {
        const parsed = parse(source)
        if (!parsed) return
        const { slides } = planSlides(parsed.notes)
        parsed.notes.sections.forEach((section, index) => {
          const own = slides.filter((slide) => slide.section === index + 1)
          expect(lettersShown(own, section)).toBe(lettersSaid(section))
          expect([...lettersSpoken(own)].toSorted().join('')).toBe(
            [...lettersMuttered(section)].toSorted().join(''),
          )
        })
      }),
      { numRuns: 3000, seed: 20261123 },
    )
  })

  const journeys = path.join(root, 'test/journeys')
  const files = [
    ...readdirSync(journeys, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => path.join(journeys, name, 'notes.md')),
    ...readdirSync(path.join(root, 'examples'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => path.join(root, 'examples', name)),
  ]
  it.each(files)('in %s, from text to HTML', async (file) => {
    const { notes } = parseFile(file)
    const { slides } = planSlides(notes)
    const options = { audience: 'shared', cacheDir: readEnvironment().cacheDir } as const
    const deck = await renderDeck(notes, slides, await loadTheme('paper', '.'), options)
    notes.sections.forEach((section, index) => {
      const own = slides.filter((slide) => slide.section === index + 1)
      expect(lettersShown(own, section)).toBe(lettersSaid(section))
      const drawn = deck.slides.filter(({ id }) => own.some((slide) => slide.id === id))
      const html = drawn.map((slide) => slide.html).join(' ')
      // A drawn formula says its TeX in its label.
      const formulas = [...html.matchAll(/aria-label="([^"]*)"/g)].map(([, label = '']) => label)
      // Titles and large figures are printed besides; nothing that was said may be printed less often than it was said.
      expect(
        missingLetters(lettersOf(textOfHtml(`${html} ${formulas.join(' ')}`)), lettersSaid(section)),
      ).toBe('')
    })
  })
})
